/** The steps of one entry, oldest first, each with what Genesys support asks for. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { FailurePanel } from "../../app/FailurePanel";
import { copyText } from "../../backend/backend";
import type { HistoryEntry, HistoryStep } from "../../backend/bindings";
import { Code } from "../../components/Code";
import { CopyButton } from "../../components/CopyButton";
import { Loading } from "../../components/Loading";
import { spellDateTime } from "../../locales/format";
import { eventWords } from "../../words/operations";
import { stepsQuery } from "./queries";

export function StepList({ entry }: { entry: HistoryEntry }) {
  const { data, error, isFetching, refetch } = useQuery(stepsQuery(entry.id));
  return (
    <section className="history__steps">
      <h3>
        <Trans>What happened</Trans>
      </h3>
      {error && <FailurePanel failure={error} onRetry={() => void refetch()} isRetrying={isFetching} />}
      {!data && !error && <Loading />}
      {data && (
        <ol>
          <Line at={entry.beganAt}>
            <Trans>Latchkey wrote down what it was going to do.</Trans>
          </Line>
          {data.map((step) => (
            // What happened to an operation is only ever added to, and no two steps happen at once.
            <Step key={`${step.at} ${step.event}`} step={step} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Line({ at, children }: { at: string; children: ReactNode }) {
  const { i18n } = useLingui();
  return (
    <li>
      <span className="history__at table__number">{spellDateTime(at, i18n.locale)}</span>
      <div>{children}</div>
    </li>
  );
}

function Step({ step: { event, at, status, code, correlationId } }: { step: HistoryStep }) {
  const { t, i18n } = useLingui();
  return (
    <Line at={at}>
      {i18n._(eventWords[event])}
      {status !== null && (
        <div className="muted">
          <Trans>HTTP status</Trans> <Code>{status}</Code>
          {code !== null && (
            <>
              {" · "}
              <Trans>Error code</Trans> <Code>{code}</Code>
            </>
          )}
        </div>
      )}
      {correlationId !== null && (
        <div className="history__correlation muted">
          <span>
            <Trans>Correlation ID, for Genesys support:</Trans> <Code>{correlationId}</Code>
          </span>
          <CopyButton
            size="small"
            variant="quiet"
            label={t`Copy the correlation ID, for Genesys support`}
            onCopy={() => copyText(correlationId)}
          />
        </div>
      )}
    </Line>
  );
}
