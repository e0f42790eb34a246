/** What happened in one entry, oldest first, each step with what Genesys support asks for. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { FailurePanel } from "../../app/FailurePanel";
import { copyText } from "../../backend/backend";
import type { HistoryEntry, HistoryStep, Noted } from "../../backend/bindings";
import { Code } from "../../components/Code";
import { CopyButton } from "../../components/CopyButton";
import { Loading } from "../../components/Loading";
import { spellDateTime } from "../../locales/format";
import { eventWords, saysOf } from "../../words/operations";
import { stepsQuery } from "./queries";

export function StepList({ entry }: { entry: HistoryEntry }) {
  return (
    <section className="history__steps">
      <h3>
        <Trans>What happened</Trans>
      </h3>
      {entry.noted ? <Note entry={entry} noted={entry.noted} /> : <Steps entry={entry} />}
    </section>
  );
}

function Steps({ entry }: { entry: HistoryEntry }) {
  const { i18n } = useLingui();
  const { data, error, isFetching, refetch } = useQuery(stepsQuery(entry.id));
  return (
    <>
      {error && <FailurePanel failure={error} onRetry={() => void refetch()} isRetrying={isFetching} />}
      {!data && !error && <Loading />}
      {data && (
        <ol>
          <Line at={entry.beganAt}>
            <Trans>Latchkey wrote down what it was going to do.</Trans>
          </Line>
          {data.map((step) => (
            // What happened to an operation is only ever added to, and no two steps happen at once.
            <Line key={`${step.at} ${step.event}`} at={step.at}>
              {i18n._(eventWords[step.event])}
              <Answer {...step} />
            </Line>
          ))}
        </ol>
      )}
    </>
  );
}

/** What changed nothing was over at once. */
function Note({ entry, noted }: { entry: HistoryEntry; noted: Noted }) {
  const { i18n } = useLingui();
  return (
    <ol>
      <Line at={entry.beganAt}>
        {i18n._(saysOf(entry))}
        <Answer {...noted} correlationId={entry.correlationId} />
      </Line>
    </ol>
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

function Answer({ status, code, correlationId }: Pick<HistoryStep, "status" | "code" | "correlationId">) {
  const { t } = useLingui();
  return (
    <>
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
    </>
  );
}
