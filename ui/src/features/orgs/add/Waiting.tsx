/** While the sign-in goes on in the browser: how long it may take, its address, and a way out. */
import { Trans, useLingui } from "@lingui/react/macro";
import { X } from "lucide-react";
import { useState } from "react";
import { useCountdown } from "../../../app/useCountdown";
import { commands, copyText } from "../../../backend/backend";
import type { BrowserSignIn } from "../../../backend/bindings";
import { Button } from "../../../components/Button";
import { Card } from "../../../components/Card";
import { CodeBlock } from "../../../components/Code";
import { Disclosure } from "../../../components/Disclosure";
import { Loading } from "../../../components/Loading";
import { Notice } from "../../../components/Notice";
import { spellDuration } from "../../../locales/format";
import { Foot } from "./Foot";

export function Waiting({ waiting }: { waiting: BrowserSignIn }) {
  const { i18n } = useLingui();
  const [isCancelling, setCancelling] = useState(false);
  const left = useCountdown(waiting.timeLimitSeconds, waiting);
  const time = spellDuration(left, i18n.locale);
  const cancel = () => {
    setCancelling(true);
    commands.cancelBrowserSignIn().catch(() => setCancelling(false));
  };
  return (
    <>
      <Card>
        <div className="add-waiting">
          <Loading>
            <Trans>Waiting for you to sign in in the browser…</Trans>
          </Loading>
        </div>
        {waiting.opened && (
          <p>
            <Trans>
              A page of Genesys Cloud has opened there. Sign in as always; when the page says that you may
              close it, come back here.
            </Trans>
          </p>
        )}
        <p role="timer" className="muted">
          <Trans>Time left: {time}</Trans>
        </p>
        {waiting.opened ? (
          <Disclosure title={<Trans>The browser did not open?</Trans>}>
            <Address address={waiting.address} />
          </Disclosure>
        ) : (
          <Notice tone="warning" role="status" title={<Trans>The browser could not be opened</Trans>}>
            <p>
              <Trans>Copy this address and open it in a browser on this computer.</Trans>
            </p>
            <Address address={waiting.address} />
          </Notice>
        )}
      </Card>
      <Foot>
        <Button icon={X} onPress={cancel} isPending={isCancelling}>
          <Trans>Cancel</Trans>
        </Button>
      </Foot>
    </>
  );
}

function Address({ address }: { address: string }) {
  return (
    <CodeBlock
      title={<Trans>Address of the sign-in</Trans>}
      code={address}
      onCopy={() => copyText(address)}
    />
  );
}
