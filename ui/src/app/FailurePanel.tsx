/** A failure in words: what happened, why, what to do next, and what support asks for. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { List, RotateCw } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { type AnyFailure, toFailure } from "../backend/backend";
import type { Details } from "../backend/bindings";
import { detailsOf, failureWords } from "../backend/failures";
import { permissionInUi } from "../backend/permissions";
import { Button } from "../components/Button";
import { Code } from "../components/Code";
import { type Definition, DefinitionList } from "../components/DefinitionList";
import { Disclosure } from "../components/Disclosure";
import { Notice } from "../components/Notice";
import { navigate } from "./navigation";

export interface FailurePanelProps {
  /** What was thrown. */
  failure: unknown;
  /** Tries again what failed; absent where that makes no sense. */
  onRetry?: () => void;
  isRetrying?: boolean;
  /** More buttons, for example "Back to the form". */
  actions?: ReactNode;
}

/** The panel; it is read out when it appears. */
export function FailurePanel({ failure: reason, onRetry, isRetrying = false, actions }: FailurePanelProps) {
  const failure = toFailure(reason);
  const words = failureWords[failure.kind];
  const { i18n } = useLingui();
  const seconds = failure.kind === "rateLimited" ? failure.retryAfterSeconds : 0;
  const left = useCountdown(seconds, reason);
  const details = detailsOf(failure);
  return (
    <Notice
      tone={words.tone}
      role="alert"
      title={i18n._(words.title)}
      actions={
        <>
          {onRetry && <Retry action={words.action} left={left} isRetrying={isRetrying} onRetry={onRetry} />}
          <Ways action={words.action} />
          {actions}
        </>
      }
    >
      <p>{i18n._(words.explanation)}</p>
      <Particulars failure={failure} />
      <p>{i18n._(words.next)}</p>
      {(details || failure.kind === "unexpected") && (
        <Disclosure title={<Trans>Details for support</Trans>}>
          {details ? (
            <DetailRows details={details} />
          ) : (
            failure.kind === "unexpected" && <Code>{failure.text}</Code>
          )}
        </Disclosure>
      )}
    </Notice>
  );
}

function Retry(props: { action: string; left: number; isRetrying: boolean; onRetry: () => void }) {
  const { action, left, isRetrying, onRetry } = props;
  // After a lost answer a second try could create a second client: the list comes first.
  if (action === "none" || action === "lookAtList" || action === "reopen") return null;
  return (
    <Button icon={RotateCw} onPress={onRetry} isPending={isRetrying} isDisabled={left > 0}>
      {left > 0 ? (
        <Plural value={left} one="Try again in # second" other="Try again in # seconds" />
      ) : (
        <Trans>Try again</Trans>
      )}
    </Button>
  );
}

function Ways({ action }: { action: string }) {
  if (action === "lookAtList") {
    return (
      <Button icon={List} onPress={() => navigate({ page: "clients" })}>
        <Trans>Look at the list of clients</Trans>
      </Button>
    );
  }
  if (action === "reopen") {
    return (
      <Button onPress={() => navigate({ page: "welcome" })}>
        <Trans>Go to the first screen</Trans>
      </Button>
    );
  }
  return null;
}

/** The names and numbers that a failure brings. */
function Particulars({ failure }: { failure: AnyFailure }) {
  if (failure.kind === "permissionMissing" && failure.permissions.length > 0) {
    return (
      <ul>
        {failure.permissions.map((permission) => (
          <li key={permission}>
            <strong translate="no">{permissionInUi(permission)}</strong> (<Code>{permission}</Code>)
          </li>
        ))}
      </ul>
    );
  }
  if (failure.kind === "tooManyClients" && failure.limit !== null) {
    return (
      <p>
        <Plural value={failure.limit} one="The limit is # client." other="The limit is # clients." />
      </p>
    );
  }
  return null;
}

function DetailRows({ details }: { details: Details }) {
  const rows: Definition[] = [];
  const add = (key: string, label: ReactNode, value: string | number | null) => {
    if (value !== null && value !== "") rows.push({ key, label, value: <Code>{value}</Code> });
  };
  add("request", <Trans>Request</Trans>, details.request);
  add("status", <Trans>HTTP status</Trans>, details.status);
  add("code", <Trans>Error code</Trans>, details.code);
  add("message", <Trans>Answer of the server</Trans>, details.message);
  add("correlation", <Trans>Correlation ID</Trans>, details.correlationId);
  return <DefinitionList rows={rows} />;
}

/** Seconds that are left; starts again for another failure. */
function useCountdown(seconds: number, of: unknown): number {
  const [left, setLeft] = useState(seconds);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same wait may come twice
  useEffect(() => {
    const end = Date.now() + seconds * 1000;
    setLeft(seconds);
    if (seconds <= 0) return;
    const timer = setInterval(() => {
      const rest = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      setLeft(rest);
      if (rest === 0) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [seconds, of]);
  return left;
}
