/** Findings one below the other, with the dialog that acknowledges one of them. */
import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { FailurePanel } from "../app/FailurePanel";
import { toFailure } from "../backend/backend";
import type { HealthFinding } from "../backend/bindings";
import { Button } from "../components/Button";
import { AcknowledgeDialog } from "./AcknowledgeDialog";
import { FindingCard, type FindingCardProps } from "./FindingCard";
import { useAcknowledging } from "./useAcknowledging";

export interface FindingListProps extends Pick<FindingCardProps, "name" | "heading" | "isOnClient"> {
  findings: HealthFinding[];
}

/** So many at first: a page with thousands would be slow, and nobody reads it. */
const FIRST = 25;

export function FindingList({ findings, ...card }: FindingListProps) {
  const [asked, setAsked] = useState<HealthFinding | null>(null);
  const [shown, setShown] = useState(FIRST);
  const takingBack = useAcknowledging();
  return (
    <>
      {takingBack.error && <FailurePanel failure={toFailure(takingBack.error)} />}
      <ul className="finding-list">
        {findings.slice(0, shown).map((finding) => (
          <FindingCard
            key={`${finding.clientId} ${finding.code}`}
            finding={finding}
            onAcknowledge={setAsked}
            onTakeBack={(finding) => takingBack.mutate({ finding, reason: null })}
            {...card}
          />
        ))}
      </ul>
      {findings.length > shown && (
        <div className="finding-list__more">
          <Button onPress={() => setShown(shown + FIRST)}>
            <Trans>Show more</Trans>
          </Button>
          <span className="muted">
            <Trans>
              {shown} of {findings.length} findings
            </Trans>
          </span>
        </div>
      )}
      <AcknowledgeDialog finding={asked} onClose={() => setAsked(null)} />
    </>
  );
}
