/**
 * The client exists: its ID, its secret, what comes next. It does not close before the person has said where the
 * secret went, because the secret exists only once.
 */
import { Trans, useLingui } from "@lingui/react/macro";
import { Check } from "lucide-react";
import { useState } from "react";
import { FailurePanel } from "../../../app/FailurePanel";
import { commands, toFailure } from "../../../backend/backend";
import type { ClientDraft, Created, Destination, OrgFacts, OrgView } from "../../../backend/bindings";
import { Button } from "../../../components/Button";
import { useAnnounce } from "../../../components/LiveRegion";
import { Notice } from "../../../components/Notice";
import { ComparisonCard } from "./ComparisonCard";
import { Credentials } from "./Credentials";
import { DestinationCard, focusDestination } from "./DestinationCard";
import { NextSteps } from "./NextSteps";
import { useHeldBack } from "./useHeldBack";
import "./created.css";

type CreatedStepProps = {
  org: OrgView;
  facts: OrgFacts;
  draft: ClientDraft;
  created: Created;
  /** The list, with the new client marked. */
  onDone: (id: string) => void;
};

export function CreatedStep({ org, facts, draft, created, onDone }: CreatedStepProps) {
  const { t } = useLingui();
  const announce = useAnnounce();
  const [destination, setDestination] = useState<Destination | null>(null);
  const [isMissing, setMissing] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const guard = useHeldBack(created.secretHeld);

  const leave = () => {
    guard.release();
    onDone(created.client.id);
  };
  const finish = async () => {
    if (!created.secretHeld) return leave();
    if (!destination) {
      setMissing(true);
      announce(t`First say where the secret went.`);
      focusDestination();
      return;
    }
    try {
      await commands.placeSecret(org.id, created.client.id, destination);
      leave();
    } catch (reason) {
      // Already let go of: there is nothing left to hold the person back for.
      if (toFailure(reason).kind === "secretGone") leave();
      else setFailure(reason);
    }
  };

  return (
    <>
      {org.practice && (
        <Notice tone="info" title={<Trans>This is the practice organization</Trans>}>
          <p>
            <Trans>These values work in it only. Nothing was created in the real Genesys Cloud.</Trans>
          </p>
        </Notice>
      )}
      <Credentials org={org} created={created} />
      <ComparisonCard org={org} facts={facts} draft={draft} created={created} />
      <NextSteps created={created} draft={draft} />
      {created.secretHeld && (
        <DestinationCard
          secretUse={created.secretUse}
          value={destination}
          onChange={(next) => {
            setDestination(next);
            setMissing(false);
          }}
          isMissing={isMissing}
        />
      )}
      {failure !== null && <FailurePanel failure={failure} onRetry={() => void finish()} />}
      <footer className="wizard-foot">
        <span className="wizard-foot__status" />
        <Button variant="primary" icon={Check} onPress={() => void finish()}>
          <Trans>Done</Trans>
        </Button>
      </footer>
      {guard.dialog}
    </>
  );
}
