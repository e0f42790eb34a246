/** Findings of which there may be many: errors and warnings always, hints only the first few until asked for. */
import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "../../../components/Button";
import { Findings, type Message } from "../../../components/Findings";

const FEW = 3;

export function MoreFindings({ messages }: { messages: Message[] }) {
  const [all, setAll] = useState(false);
  const loud = messages.filter((message) => message.severity !== "hint");
  const hints = messages.filter((message) => message.severity === "hint");
  const shown = all || hints.length <= FEW + 1 ? hints : hints.slice(0, FEW);
  const rest = hints.length - shown.length;
  return (
    <div>
      <Findings messages={[...loud, ...shown]} />
      {rest > 0 && (
        <Button variant="quiet" size="small" onPress={() => setAll(true)}>
          <Trans>Show {rest} more hints</Trans>
        </Button>
      )}
    </div>
  );
}
