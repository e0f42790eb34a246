/** Finds out when all clients were last used: begins it, says how far it is, what was found, and what was not. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Square, Timer } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { FailurePanel } from "../app/FailurePanel";
import { useOrg } from "../app/open-org";
import { commands, orgKey, surveyQuery } from "../backend/backend";
import type { SurveyDepth, SurveyProgress } from "../backend/bindings";
import { Button } from "../components/Button";
import { Loading } from "../components/Loading";
import { NotCounted } from "./NotCounted";
import "./last-use.css";

/** How often to look how far it is. */
const LOOK_MS = 1_000;

interface UsageSurveyProps {
  /** `calls`: also what each of them calls, which takes a query for each. */
  depth?: SurveyDepth;
  /** When it is over. */
  onEnd?: () => void;
  /** Shows the clients without a call. */
  onShowQuiet: () => void;
}

export function UsageSurvey({ depth = "lastUse", onEnd, onShowQuiet }: UsageSurveyProps) {
  const org = useOrg();
  const queries = useQueryClient();
  const { data: progress, refetch } = useQuery({
    ...surveyQuery(org.id),
    refetchInterval: ({ state }) => (state.data?.running ? LOOK_MS : false),
  });
  // It goes on when one leaves this screen, and is found again when one comes back.
  const survey = useMutation({
    mutationFn: () => commands.surveyUsage(org.id, null, depth, "days90"),
    onSettled: () => refetch(),
  });
  const isRunning = progress?.running ?? false;
  useEnd(isRunning, survey.data, () => {
    forgetUses(queries, org.id);
    onEnd?.();
  });
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
        {depth === "calls" ? (
          <Trans>Find out what each client calls</Trans>
        ) : (
          <Trans>Find out when they were last used</Trans>
        )}
      </Button>
      {survey.error && <FailurePanel failure={survey.error} onRetry={begin} />}
      {!survey.error && progress && progress.total > 0 && (
        <Ended progress={progress} onShowQuiet={onShowQuiet} />
      )}
    </div>
  );
}

/** Whatever was made from the last uses is read again. */
function forgetUses(queries: QueryClient, org: string) {
  for (const part of ["clients", "health", "lastUse"]) {
    void queries.invalidateQueries({ queryKey: [...orgKey(org), part] });
  }
}

/** Once, when what was running no longer is: a quick one is over before anybody sees it run. */
function useEnd(isRunning: boolean, outcome: SurveyProgress | undefined, onEnd: () => void) {
  const ran = useRef(false);
  const ended = useRef(outcome);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is done at the end does not begin it anew
  useEffect(() => {
    if (isRunning) {
      ran.current = true;
    } else if (ran.current || ended.current !== outcome) {
      ran.current = false;
      ended.current = outcome;
      onEnd();
    }
  }, [isRunning, outcome]);
}

function Running({ progress, onStop }: { progress: SurveyProgress; onStop: () => void }) {
  return (
    <div className="survey">
      {progress.atOnce ? (
        <Loading>
          <Trans>
            Genesys Cloud is working out the calls of all clients. That can take minutes; you can go on
            meanwhile.
          </Trans>
        </Loading>
      ) : (
        <OneByOne progress={progress} />
      )}
      <Button icon={Square} size="small" onPress={onStop}>
        <Trans>Stop looking</Trans>
      </Button>
    </div>
  );
}

function OneByOne({ progress: { done, total, failed } }: { progress: SurveyProgress }) {
  const { t } = useLingui();
  return (
    <>
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
    </>
  );
}

function Ended({ progress, onShowQuiet }: { progress: SurveyProgress; onShowQuiet: () => void }) {
  const { done, total, failed, stopped, failure, quiet } = progress;
  return (
    <>
      <span role="status">
        {stopped && (
          <>
            <Trans>
              Stopped: {done} of {total} clients were looked at.
            </Trans>{" "}
          </>
        )}
        {done > failed && <Result progress={progress} />}
      </span>
      {quiet > 0 && (
        <Button size="small" onPress={onShowQuiet}>
          <Plural value={quiet} one="Show the one" other="Show the #" />
        </Button>
      )}
      {quiet > 0 && (
        <p className="survey__limits muted">
          <NotCounted atOnce />
        </p>
      )}
      {failure && (
        <>
          {failed > 0 && (
            <span>
              <Plural
                value={failed}
                one="The calls of # client could not be found out. Why:"
                other="The calls of # clients could not be found out. Why, for the first of them:"
              />
            </span>
          )}
          <FailurePanel failure={failure} />
        </>
      )}
    </>
  );
}

function Result({ progress: { used, quiet, days } }: { progress: SurveyProgress }): ReactNode {
  if (quiet === 0) return <Plural value={used} one="# client, in use." other="# clients, all in use." />;
  return (
    <Trans>
      {used} in use, {quiet} with no calls in {days} days.
    </Trans>
  );
}
