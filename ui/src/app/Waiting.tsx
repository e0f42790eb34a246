/**
 * What waits for a decision, one line each: interrupted changes, secrets that nobody has put anywhere, a journal that
 * cannot be written. Nothing is shown before all of it is known, and nothing is read out: it is in its place each time.
 */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { CircleAlert, KeyRound, RotateCw, ScanSearch, TriangleAlert } from "lucide-react";
import { type ReactNode, useState } from "react";
import { interruptedQuery, journalQuery, unplacedQuery } from "../backend/backend";
import type { JournalError, LostJournal } from "../backend/bindings";
import { journalWords } from "../backend/failures-journal";
import { Button } from "../components/Button";
import { Code } from "../components/Code";
import { navigate } from "./navigation";
import { UnplacedList } from "./UnplacedList";
import "./waiting.css";

/** Whether all of it was asked once: a screen may wait for that, so that nothing moves afterwards. */
export function useIsWaitingKnown(): boolean {
  const asked = [useQuery(interruptedQuery), useQuery(unplacedQuery), useQuery(journalQuery)];
  return asked.every((query) => query.isFetched);
}

export function Waiting() {
  const { t } = useLingui();
  const isKnown = useIsWaitingKnown();
  const { data: interrupted = [] } = useQuery(interruptedQuery);
  const { data: secrets = [] } = useQuery(unplacedQuery);
  const { data: journal } = useQuery(journalQuery);
  const earlier = useEarlier(journal?.lost ?? null);
  const closed = journal?.closed ?? null;
  const isNothing = interrupted.length === 0 && secrets.length === 0 && !closed && !earlier.lost;
  if (!isKnown || isNothing) return null;
  return (
    <section className="waiting" aria-label={t`What waits for you`}>
      {closed && <Closed reason={closed} />}
      {earlier.lost && (
        <Line
          tone="warning"
          icon={TriangleAlert}
          action={
            <Button size="small" onPress={earlier.seen}>
              <Trans>OK</Trans>
            </Button>
          }
        >
          {earlier.lost.kind === "damaged" ? (
            <Trans>
              The journal was damaged and a new one was begun. For some days the old one is here:{" "}
              <Code>{earlier.lost.path}</Code>
            </Trans>
          ) : (
            <Trans>
              The journal of earlier changes is gone, and a new one was begun. If a change was under way, look
              at the list of clients.
            </Trans>
          )}
        </Line>
      )}
      {interrupted.length > 0 && (
        <Line
          tone="warning"
          icon={TriangleAlert}
          action={
            <Button size="small" icon={ScanSearch} onPress={() => navigate({ page: "interrupted" })}>
              <Trans>See what happened</Trans>
            </Button>
          }
        >
          <Plural
            value={interrupted.length}
            one="# change was interrupted"
            other="# changes were interrupted"
          />
        </Line>
      )}
      {secrets.length > 0 && <Secrets count={secrets.length} />}
    </section>
  );
}

function Secrets({ count }: { count: number }) {
  const { t } = useLingui();
  const [isShown, setShown] = useState(false);
  return (
    <>
      <Line
        tone="info"
        icon={KeyRound}
        action={
          <Button
            size="small"
            label={isShown ? t`Hide the client secrets that wait` : t`Show the client secrets that wait`}
            isExpanded={isShown}
            onPress={() => setShown(!isShown)}
          >
            {isShown ? <Trans>Hide</Trans> : <Trans context="button: shows what is hidden">Show</Trans>}
          </Button>
        }
      >
        <Plural
          value={count}
          one="# client secret waits until you say where it went"
          other="# client secrets wait until you say where they went"
        />
      </Line>
      {isShown && <UnplacedList />}
    </>
  );
}

function Closed({ reason }: { reason: JournalError }) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  // Asking opens it; as a mutation, everything else that waits is asked again too.
  const again = useMutation({
    mutationFn: () => queries.refetchQueries({ queryKey: journalQuery.queryKey }),
  });
  const words = journalWords[reason];
  return (
    <Line
      tone="danger"
      icon={CircleAlert}
      action={
        <Button size="small" icon={RotateCw} onPress={() => again.mutate()} isPending={again.isPending}>
          <Trans>Try again</Trans>
        </Button>
      }
    >
      <strong>{i18n._(words.title)}.</strong> <Trans>Until this is mended, nothing is changed.</Trans>{" "}
      {i18n._(words.next)}
    </Line>
  );
}

interface LineProps {
  tone: "info" | "warning" | "danger";
  icon: typeof KeyRound;
  action: ReactNode;
  children: ReactNode;
}

function Line({ tone, icon: Icon, action, children }: LineProps) {
  return (
    <div className={`waiting__line notice--${tone}`}>
      <Icon size={16} aria-hidden />
      <p>{children}</p>
      {action}
    </div>
  );
}

const SEEN = ["putAsideSeen"];

/** A journal that was put aside is spoken of until the person has seen it. */
function useEarlier(lost: LostJournal | null) {
  const queries = useQueryClient();
  const { data } = useQuery<LostJournal | null>({
    queryKey: SEEN,
    queryFn: skipToken,
    initialData: null,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return { lost: data === null ? lost : null, seen: () => queries.setQueryData(SEEN, lost) };
}
