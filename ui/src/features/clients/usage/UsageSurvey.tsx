/** Finds out when many clients were last used: begins it, says how far it is, and what could not be found out. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Square, Timer } from "lucide-react";
import { useEffect, useRef } from "react";
import { FailurePanel } from "../../../app/FailurePanel";
import { useOrg } from "../../../app/open-org";
import { clientsQuery, commands, surveyQuery } from "../../../backend/backend";
import type { SurveyProgress } from "../../../backend/bindings";
import { Button } from "../../../components/Button";
import "./usage.css";

/** How often to look how far it is. */
const LOOK_MS = 1_000;

/** Of these clients; of every one when none are named. */
export function UsageSurvey({ ids }: { ids?: readonly string[] }) {
  const org = useOrg();
  const queries = useQueryClient();
  const { data: progress, refetch } = useQuery({
    ...surveyQuery(org.id),
    refetchInterval: ({ state }) => (state.data?.running ? LOOK_MS : false),
  });
  // It goes on when one leaves this screen, and is found again when one comes back.
  const survey = useMutation({
    mutationFn: () => commands.surveyUsage(org.id, ids ? [...ids] : null, "days90"),
    onSettled: () => refetch(),
  });
  const isRunning = progress?.running ?? false;
  useEnd(isRunning, () => void queries.invalidateQueries({ queryKey: clientsQuery(org.id).queryKey }));
  const begin = () => {
    survey.mutate();
    // Rust has it by then.
    setTimeout(() => void refetch(), 100);
  };
  if (isRunning && progress) {
    return <Running progress={progress} onStop={() => void commands.stopSurvey(org.id)} />;
  }
  return (
    <div className="survey">
      <Button icon={Timer} onPress={begin} isPending={survey.isPending}>
        {ids ? (
          <Plural
            value={ids.length}
            one="Find out when it was last used"
            other="Find out when they were last used"
          />
        ) : (
          <Trans>Find out when they were last used</Trans>
        )}
      </Button>
      {survey.error && <FailurePanel failure={survey.error} onRetry={begin} />}
      {!survey.error && progress && progress.total > 0 && <Ended progress={progress} />}
    </div>
  );
}

/** Once, when what was running no longer is. */
function useEnd(isRunning: boolean, onEnd: () => void) {
  const ran = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is done at the end does not begin it anew
  useEffect(() => {
    if (ran.current && !isRunning) onEnd();
    ran.current = isRunning;
  }, [isRunning]);
}

function Running({
  progress: { done, total, failed },
  onStop,
}: {
  progress: SurveyProgress;
  onStop: () => void;
}) {
  const { t } = useLingui();
  return (
    <div className="survey">
      <progress value={done} max={total} aria-label={t`Clients looked at`} />
      <span className="muted">
        <Trans>
          {done} of {total} clients looked at
        </Trans>
        {failed > 0 && (
          <>
            {" "}
            <Plural value={failed} one="(# could not be read)" other="(# could not be read)" />
          </>
        )}
      </span>
      <Button icon={Square} size="small" onPress={onStop}>
        <Trans>Stop looking</Trans>
      </Button>
    </div>
  );
}

function Ended({ progress: { done, total, failed, stopped, failure } }: { progress: SurveyProgress }) {
  return (
    <>
      <span className="muted" role="status">
        {stopped ? (
          <Trans>
            Stopped: {done} of {total} clients were looked at.
          </Trans>
        ) : (
          <Plural value={total} one="# client was looked at." other="# clients were looked at." />
        )}
      </span>
      {failed > 0 && failure && (
        <>
          <span>
            <Plural
              value={failed}
              one="The calls of # client could not be found out. Why:"
              other="The calls of # clients could not be found out. Why, for the first of them:"
            />
          </span>
          <FailurePanel failure={failure} />
        </>
      )}
    </>
  );
}
