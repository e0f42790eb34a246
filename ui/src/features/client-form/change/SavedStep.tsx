/** The change was saved: what reading the client again showed. */
import { Trans } from "@lingui/react/macro";
import { ArrowLeft } from "lucide-react";
import type { ClientDraft, OrgFacts, OrgView, Updated } from "../../../backend/bindings";
import { Button } from "../../../components/Button";
import { ComparisonCard } from "../created/ComparisonCard";

type SavedStepProps = {
  org: OrgView;
  facts: OrgFacts;
  draft: ClientDraft;
  updated: Updated;
  onDone: () => void;
};

export function SavedStep({ org, facts, draft, updated, onDone }: SavedStepProps) {
  return (
    <>
      <ComparisonCard
        org={org}
        facts={facts}
        draft={draft}
        id={updated.client.id}
        comparison={updated.comparison}
      />
      <footer className="wizard-foot">
        <span className="wizard-foot__status" />
        <Button variant="primary" icon={ArrowLeft} onPress={onDone}>
          <Trans>Back to the client</Trans>
        </Button>
      </footer>
    </>
  );
}
