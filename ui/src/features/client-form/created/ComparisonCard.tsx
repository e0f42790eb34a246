/** What reading the client again showed: as asked, or where it differs. */
import { Trans } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { FailurePanel } from "../../../app/FailurePanel";
import { commands } from "../../../backend/backend";
import type { ClientDraft, Comparison, OrgFacts, OrgView } from "../../../backend/bindings";
import { Button } from "../../../components/Button";
import { Notice } from "../../../components/Notice";
import { Differences } from "./Differences";

type ComparisonCardProps = {
  org: OrgView;
  facts: OrgFacts;
  draft: ClientDraft;
  /** The client ID. */
  id: string;
  /** What the first reading showed. */
  comparison: Comparison;
};

export function ComparisonCard({ org, facts, draft, id, comparison: first }: ComparisonCardProps) {
  const again = useMutation({ mutationFn: () => commands.compareClient(org.id, id, draft) });
  const comparison = again.data ?? first;
  const readAgain = (
    <Button icon={RotateCw} onPress={() => again.mutate()} isPending={again.isPending}>
      <Trans>Read again</Trans>
    </Button>
  );
  if (again.error) return <FailurePanel failure={again.error} onRetry={() => again.mutate()} />;
  switch (comparison.kind) {
    case "same":
      return (
        <Notice tone="success" role="status" title={<Trans>Read back: it is exactly as asked</Trans>}>
          <p>
            <Trans>The client was read again from {org.name} and compared, field by field.</Trans>
          </p>
        </Notice>
      );
    case "notVisibleYet":
      return (
        <Notice
          tone="info"
          role="status"
          title={<Trans>It cannot be read back yet</Trans>}
          actions={readAgain}
        >
          <p>
            {draft.editing ? (
              <Trans>
                It was saved. Genesys Cloud sometimes takes a few seconds before it shows a change.
              </Trans>
            ) : (
              <Trans>
                It was created. Genesys Cloud sometimes takes a few seconds before it shows a new client.
              </Trans>
            )}
          </p>
        </Notice>
      );
    case "failed":
      return <FailurePanel failure={comparison.failure} onRetry={() => again.mutate()} />;
    case "different":
      return (
        <Notice
          tone="warning"
          role="status"
          title={
            draft.editing ? (
              <Trans>It was saved, but not quite as asked</Trans>
            ) : (
              <Trans>It was created, but not quite as asked</Trans>
            )
          }
          actions={readAgain}
        >
          <Differences differences={comparison.differences} facts={facts} />
        </Notice>
      );
  }
}
