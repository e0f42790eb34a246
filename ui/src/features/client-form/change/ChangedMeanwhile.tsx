/** Somebody else changed the client: what it was, what they made of it, what the person wants; then two ways on. */
import { Trans } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { ArrowLeft, ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import { FailurePanel } from "../../../app/FailurePanel";
import { commands } from "../../../backend/backend";
import type { ClientDraft, Difference, OrgView } from "../../../backend/bindings";
import { Button } from "../../../components/Button";
import { Card } from "../../../components/Card";
import { FailurePlace } from "../check/FailurePlace";
import { type Contest, type Mine, threeWays } from "./threeWays";

type ChangedMeanwhileProps = {
  org: OrgView;
  mine: Mine;
  /** `asked` is what it was, `held` what it is now. */
  differences: Difference[];
  onBack: () => void;
  onRebased: (draft: ClientDraft) => void;
};

export function ChangedMeanwhile({ org, mine, differences, onBack, onRebased }: ChangedMeanwhileProps) {
  const rebase = useMutation({
    mutationFn: () => commands.rebaseDraft(org.id, mine.draft),
    onSuccess: onRebased,
  });
  return (
    <>
      <FailurePlace kind="changedMeanwhile">
        <Card
          title={<Trans>The client has changed meanwhile</Trans>}
          text={
            <Trans>
              Somebody changed it after you began, in Genesys Cloud or in this program. Nothing was sent, so
              nothing of theirs was overwritten.
            </Trans>
          }
        >
          <ThreeWayTable mine={mine} differences={differences} />
          <p>
            <Trans>
              Whichever way you go on, what you typed is kept. Before anything is sent, you see once more what
              will be different.
            </Trans>
          </p>
        </Card>
      </FailurePlace>
      {rebase.error && (
        <FailurePanel failure={rebase.error} onRetry={() => rebase.mutate()} isRetrying={rebase.isPending} />
      )}
      <footer className="wizard-foot">
        <Button icon={ArrowLeft} onPress={onBack} isDisabled={rebase.isPending}>
          <Trans>Back to the form</Trans>
        </Button>
        <span className="wizard-foot__status" />
        <Button
          variant="primary"
          icon={ArrowRight}
          onPress={() => rebase.mutate()}
          isPending={rebase.isPending}
        >
          <Trans>Continue with theirs, keep my changes</Trans>
        </Button>
      </footer>
    </>
  );
}

const contests: Record<NonNullable<Contest>, ReactNode> = {
  mine: <Trans>Both of you changed this. If you continue, it will be as you want it.</Trans>,
  both: <Trans>Both of you changed this. If you continue, what each of you added and removed is kept.</Trans>,
};

function ThreeWayTable({ mine, differences }: { mine: Mine; differences: Difference[] }) {
  return (
    <table className="differences">
      <thead>
        <tr>
          <th scope="col">
            <Trans>Field</Trans>
          </th>
          <th scope="col">
            <Trans>What it was</Trans>
          </th>
          <th scope="col">
            <Trans>What they made of it</Trans>
          </th>
          <th scope="col">
            <Trans>What you want</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {differences.map((difference) => {
          const { field, was, theirs, yours, contest } = threeWays(difference, mine);
          return (
            <tr key={difference.kind}>
              <th scope="row">{field}</th>
              <td>{was}</td>
              <td>{theirs}</td>
              <td>
                {yours}
                {contest && <p className="differences__note">{contests[contest]}</p>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
