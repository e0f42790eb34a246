/** A failure in words: what happened, why, what to do next, and what support asks for. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { List, LogIn, RotateCw, ScanSearch } from "lucide-react";
import type { ReactNode } from "react";
import { type AnyFailure, profilesQuery, toFailure } from "../backend/backend";
import type { Details } from "../backend/bindings";
import { detailsOf, failureWords, wordsFor } from "../backend/failures";
import { permissionInUi } from "../backend/permissions";
import { Button } from "../components/Button";
import { Code } from "../components/Code";
import { type Definition, DefinitionList } from "../components/DefinitionList";
import { Disclosure } from "../components/Disclosure";
import { Notice } from "../components/Notice";
import { navigate, signInAgain } from "./navigation";
import { useOpenOrg } from "./open-org";
import { useCountdown } from "./useCountdown";

export interface FailurePanelProps {
  /** What was thrown. */
  failure: unknown;
  /** Tries again what failed; absent where that makes no sense. */
  onRetry?: () => void;
  isRetrying?: boolean;
  /** Profile to sign in to again, when it is not the open one; null on the form for signing in. */
  profile?: string | null;
  /** More buttons, for example "Back to the form". */
  actions?: ReactNode;
}

/** The panel; it is read out when it appears. */
export function FailurePanel(props: FailurePanelProps) {
  const { failure: reason, onRetry, isRetrying = false, actions, profile } = props;
  const failure = toFailure(reason);
  const words = wordsFor(failure);
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
          <Ways failure={failure} action={words.action} profile={profile} />
          {actions}
        </>
      }
    >
      <p>{i18n._(words.explanation)}</p>
      {words.causes && (
        <ul className="bullets">
          {words.causes.map((cause) => (
            <li key={cause.id}>{i18n._(cause)}</li>
          ))}
        </ul>
      )}
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
  // After a lost answer a second try could create a second client: looking comes first.
  if (action !== "retry" && action !== "waitThenRetry") return null;
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

function Ways(props: { failure: AnyFailure; action: string; profile: string | null | undefined }) {
  const { failure, action, profile } = props;
  if (failure.kind === "answerLost" && failure.operation !== null) {
    const { operation } = failure;
    return (
      <Button
        variant="primary"
        icon={ScanSearch}
        onPress={() => navigate({ page: "interrupted", operation })}
      >
        <Trans>Look what became of it</Trans>
      </Button>
    );
  }
  if (action === "lookAtList") {
    return (
      <Button icon={List} onPress={() => navigate({ page: "clients" })}>
        <Trans>Look at the list of clients</Trans>
      </Button>
    );
  }
  if (action === "signInAgain" && profile !== null) return <SignInAgain profile={profile} />;
  return action === "reopen" ? <FirstScreen /> : null;
}

function FirstScreen() {
  return (
    <Button onPress={() => navigate({ page: "welcome" })}>
      <Trans>Go to the first screen</Trans>
    </Button>
  );
}

/** To the sign-in of the open organization; the practice organization has none, it is opened anew. */
function SignInAgain({ profile }: { profile: string | undefined }) {
  const { org } = useOpenOrg();
  const { data } = useQuery(profilesQuery);
  const id = profile ?? data?.find((one) => one.id === org?.id)?.id;
  if (!id) return <FirstScreen />;
  return (
    <Button icon={LogIn} onPress={() => signInAgain(id)}>
      <Trans>Sign in again</Trans>
    </Button>
  );
}

/** The names and numbers that a failure brings. */
function Particulars({ failure }: { failure: AnyFailure }) {
  const { i18n } = useLingui();
  // Whatever the reason was.
  if (failure.kind === "unreachable") return <p>{i18n._(failureWords.unreachable.explanation)}</p>;
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
  if (failure.kind === "otherOrganization") {
    return (
      <ul className="bullets">
        <li>
          <Trans>
            Asked for: <strong translate="no">{failure.expected}</strong>
          </Trans>
        </li>
        <li>
          <Trans>
            Signed in to: <strong translate="no">{failure.found}</strong>
          </Trans>
        </li>
      </ul>
    );
  }
  if (failure.kind === "signInDenied" && failure.code) {
    return (
      <p>
        <Trans>
          Genesys Cloud calls it <Code>{failure.code}</Code>.
        </Trans>
      </p>
    );
  }
  if (failure.kind === "memberRefused" && failure.members.length > 0) {
    return (
      <ul>
        {failure.members.map((member) => (
          <li key={member}>
            <Code>{member}</Code>
          </li>
        ))}
      </ul>
    );
  }
  if (failure.kind === "addressRefused") return <SeenAddress address={failure.address} />;
  if (failure.kind === "tooManyClients" && failure.limit !== null) {
    return (
      <p>
        <Plural value={failure.limit} one="The limit is # client." other="The limit is # clients." />
      </p>
    );
  }
  return null;
}

/** Which address to have allowed: the one that Genesys Cloud saw, which is rarely the one that this computer knows. */
function SeenAddress({ address }: { address: string | null }) {
  return (
    <p>
      {address === null ? (
        <Trans>
          Genesys Cloud did not say which IP address it saw. It is usually not the one that this computer
          shows, but the public address of your network. Your network team knows it.
        </Trans>
      ) : (
        <Trans>
          Genesys Cloud saw the IP address <Code>{address}</Code>. Give this one to the administrator.
        </Trans>
      )}
    </p>
  );
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
