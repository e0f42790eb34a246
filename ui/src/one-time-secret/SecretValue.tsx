/** A secret: masked, shown only on request, and copied by Rust without passing here. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Eye, EyeOff } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { FailurePanel } from "../app/FailurePanel";
import type { Copied, RevealedSecret } from "../backend/bindings";
import { Button } from "../components/Button";
import { CopyButton } from "../components/CopyButton";
import { Id } from "../words/Values";
import "./one-time-secret.css";

/** A revealed secret covers itself again, in case the person walks away. */
const SHOWN_MS = 30_000;

interface SecretValueProps {
  /** What it is, for the names of the buttons. */
  kind?: "clientSecret" | "accessToken";
  onReveal: () => Promise<RevealedSecret>;
  onCopy: () => Promise<Copied>;
  /** More that can be done with it. */
  children?: ReactNode;
}

export function SecretValue({ kind = "clientSecret", onReveal, onCopy, children }: SecretValueProps) {
  const { t } = useLingui();
  const isToken = kind === "accessToken";
  const [text, setText] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [clearing, setClearing] = useState<{ seconds: number } | null>(null);

  useEffect(() => {
    if (text === null) return;
    const timer = setTimeout(() => setText(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [text]);

  const reveal = async () => {
    setFailure(null);
    try {
      setText((await onReveal()).text);
    } catch (reason) {
      setFailure(reason);
    }
  };
  const copy = async () => {
    const { clearedInSeconds } = await onCopy();
    setClearing(clearedInSeconds === null ? null : { seconds: clearedInSeconds });
  };

  return (
    <div className="secret">
      <div className="secret__line">
        {text === null ? (
          <span className="secret__mask" role="img" aria-label={t`Hidden`}>
            ••••••••••••••••••••
          </span>
        ) : (
          <Id>{text}</Id>
        )}
      </div>
      <div className="secret__actions">
        {text === null ? (
          <Button
            size="small"
            icon={Eye}
            label={isToken ? t`Reveal the access token` : t`Reveal the client secret`}
            onPress={() => void reveal()}
          >
            <Trans>Reveal</Trans>
          </Button>
        ) : (
          <Button
            size="small"
            icon={EyeOff}
            label={isToken ? t`Hide the access token` : t`Hide the client secret`}
            onPress={() => setText(null)}
          >
            <Trans>Hide</Trans>
          </Button>
        )}
        <CopyButton
          size="small"
          label={isToken ? t`Copy the access token` : t`Copy the client secret`}
          onCopy={copy}
        />
        {children}
        {clearing && <Countdown clearing={clearing} />}
      </div>
      {failure !== null && <FailurePanel failure={failure} onRetry={() => void reveal()} />}
    </div>
  );
}

/** Seconds until Rust empties the clipboard; said once, counted silently. */
function Countdown({ clearing }: { clearing: { seconds: number } }) {
  const [left, setLeft] = useState(clearing.seconds);
  const { seconds } = clearing;
  useEffect(() => {
    const end = Date.now() + clearing.seconds * 1000;
    setLeft(clearing.seconds);
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000))), 1000);
    return () => clearInterval(timer);
  }, [clearing]);
  return (
    <span className="secret__clearing">
      <span className="hidden" role="status">
        <Trans>The clipboard will be cleared in {seconds} seconds.</Trans>
      </span>
      <span aria-hidden>
        {left > 0 ? <Trans>Clipboard cleared in {left} s</Trans> : <Trans>Clipboard cleared</Trans>}
      </span>
    </span>
  );
}
