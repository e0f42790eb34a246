/** What was interrupted, and what became of it: a card for each operation, until the person has decided. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { type ReactNode, useState } from "react";
import { BackToOrganizations } from "../../app/BackToOrganizations";
import { FailurePanel } from "../../app/FailurePanel";
import { useOpenOrg } from "../../app/open-org";
import { interruptedQuery } from "../../backend/backend";
import type { Interrupted } from "../../backend/bindings";
import { EmptyState } from "../../components/EmptyState";
import { Loading } from "../../components/Loading";
import { Notice } from "../../components/Notice";
import { Page } from "../../components/Page";
import { OperationCard } from "./OperationCard";
import type { Outcome } from "./useDecisions";
import "./interrupted.css";

const outcomes: Record<Outcome, ((name: ReactNode) => ReactNode) | null> = {
  adopted: (name) => <Trans>The client {name} is yours now.</Trans>,
  deleted: (name) => <Trans>The client {name} was deleted.</Trans>,
  leftAlone: (name) => <Trans>The client {name} was left as it is.</Trans>,
  seen: null,
};

export function InterruptedPage({ operation: asked }: { operation?: string }) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const { org } = useOpenOrg();
  const { data, error, isPending, isFetching, refetch } = useQuery(interruptedQuery);
  // What a look showed to be over is not listed again, but the person has to read it.
  const [over, setOver] = useState<Interrupted[]>([]);
  const [gone, setGone] = useState<{ ids: string[]; outcome: Outcome; name: string }>();
  const ids = gone?.ids ?? [];
  const cards = inOrder([...over, ...(data ?? []).filter(({ id }) => !has(over, id))], asked).filter(
    ({ id }) => !ids.includes(id),
  );
  const leave = (operation: Interrupted, outcome: Outcome) => {
    setGone({ ids: [...ids, operation.id], outcome, name: operation.clientName });
    setOver((before) => before.filter(({ id }) => id !== operation.id));
    void queries.invalidateQueries({ queryKey: interruptedQuery.queryKey });
  };
  const say = gone && outcomes[gone.outcome];
  return (
    <Page
      width="form"
      crumb={!org && <BackToOrganizations />}
      title={<Trans>Interrupted changes</Trans>}
      text={
        <Trans>
          Latchkey writes down every change before it sends it. Of these it does not know how they ended, or
          something is left to do.
        </Trans>
      }
      focusKey={String(ids.length)}
    >
      {say && (
        <Notice tone="success" role="status">
          <p>{say(<strong translate="no">{gone.name}</strong>)}</p>
        </Notice>
      )}
      {error && <FailurePanel failure={error} onRetry={() => void refetch()} isRetrying={isFetching} />}
      {isPending && <Loading />}
      {data && cards.length === 0 && (
        <EmptyState icon={CircleCheck} title={<Trans>Nothing was interrupted</Trans>}>
          <Trans>Every change has an answer, and nothing is left to do.</Trans>
        </EmptyState>
      )}
      {cards.length > 0 && (
        <ul className="operations" aria-label={t`Interrupted changes`}>
          {cards.map((operation) => (
            <li key={operation.id}>
              <OperationCard
                operation={operation}
                isAsked={operation.id === asked}
                onOver={(shown) =>
                  setOver((before) => [...before.filter(({ id }) => id !== shown.id), shown])
                }
                onGone={(outcome) => leave(operation, outcome)}
              />
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

function has(operations: Interrupted[], id: string): boolean {
  return operations.some((operation) => operation.id === id);
}

/** The one that was asked for, then the oldest first. */
function inOrder(operations: Interrupted[], asked: string | undefined): Interrupted[] {
  const rank = ({ id, beganAt }: Interrupted) => (id === asked ? "" : `${beganAt} ${id}`);
  return operations.toSorted((one, other) => rank(one).localeCompare(rank(other)));
}
