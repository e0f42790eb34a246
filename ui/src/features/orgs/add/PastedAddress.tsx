/** Any address of the organization: its region is recognised, or its domain is checked on request. */
import { Trans } from "@lingui/react/macro";
import { type ReactNode, useRef, useState } from "react";
import { FailurePanel } from "../../../app/FailurePanel";
import { commands } from "../../../backend/backend";
import type { DomainCheck, Region } from "../../../backend/bindings";
import type { Message } from "../../../components/Findings";
import { Loading } from "../../../components/Loading";
import { TextField } from "../../../components/TextField";
import { Id } from "../../../words/Values";
import { DomainNotice } from "./DomainNotice";

/** What is known of the text. */
type Known =
  | { kind: "nothing" | "unrecognised" | "checking" }
  | { kind: "recognised"; region: Region }
  | { kind: "checked"; check: DomainCheck }
  | { kind: "failed"; failure: unknown };

/** `onFound` gets a region that is listed, or one that the person chose to believe in. */
export function PastedAddress({ onFound }: { onFound: (region: Region) => void }) {
  const { text, known, recognise, check } = useRecognised(onFound);
  const said = messages(known, () => void check());
  return (
    <div className="recognised">
      <TextField
        label={<Trans>Paste any address of your Genesys Cloud, or name its region</Trans>}
        description={
          <Trans>
            For example the address bar of your browser, us-west-2, or Frankfurt. The region is then chosen
            for you.
          </Trans>
        }
        isOptional
        value={text}
        onChange={(pasted) => void recognise(pasted)}
        isCode
        inputMode="url"
        messages={said}
      />
      <span role="status" className="hidden">
        {said.map((message) => message.text)}
      </span>
      {known.kind === "checking" && (
        <Loading>
          <Trans>Asking the sign-in server of this domain…</Trans>
        </Loading>
      )}
      {known.kind === "checked" && <DomainNotice check={known.check} onUse={onFound} />}
      {known.kind === "failed" && <FailurePanel failure={known.failure} onRetry={() => void check()} />}
    </div>
  );
}

/** Says what it recognised; an answer to an older text is dropped. */
function useRecognised(onFound: (region: Region) => void) {
  const [text, setText] = useState("");
  const [known, setKnown] = useState<Known>({ kind: "nothing" });
  const latest = useRef("");
  const recognise = async (pasted: string) => {
    setText(pasted);
    latest.current = pasted;
    if (pasted.trim() === "") return setKnown({ kind: "nothing" });
    const region = await commands.recogniseRegion(pasted).catch(() => null);
    if (latest.current !== pasted) return;
    setKnown(region ? { kind: "recognised", region } : { kind: "unrecognised" });
    if (region) onFound(region);
  };
  const check = async () => {
    setKnown({ kind: "checking" });
    const now = await commands.checkDomain(text).then(
      (check): Known => ({ kind: "checked", check }),
      (failure): Known => ({ kind: "failed", failure }),
    );
    if (latest.current === text) setKnown(now);
  };
  return { text, known, recognise, check };
}

function messages(known: Known, onCheck: () => void): Message[] {
  const said = (severity: Message["severity"], text: ReactNode): Message => ({
    severity,
    text: <span key="said">{text}</span>,
  });
  if (known.kind === "unrecognised") {
    const message = said(
      "warning",
      <Trans>
        This is neither an address nor the name of a region that this version of Latchkey knows. Choose the
        region below. If it is missing there, its domain can be checked.
      </Trans>,
    );
    return [{ ...message, action: { label: <Trans>Check this domain</Trans>, onPress: onCheck } }];
  }
  if (known.kind === "recognised") {
    const { place, domain } = known.region;
    return [
      said(
        "hint",
        <Trans>
          Recognised: <span translate="no">{place}</span>, <Id>{domain}</Id>. It is chosen below.
        </Trans>,
      ),
    ];
  }
  return [];
}
