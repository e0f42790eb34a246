/** The form of the chosen way, and what is asked for all of them; then the waiting for the browser. */
import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { ArrowUpDown, ExternalLink, Stethoscope } from "lucide-react";
import { useEffect, useRef } from "react";
import { FailurePanel } from "../../../app/FailurePanel";
import { navigate } from "../../../app/navigation";
import { keychainQuery, toFailure } from "../../../backend/backend";
import type { BrowserSignIn, OrgView } from "../../../backend/bindings";
import { Button } from "../../../components/Button";
import { Card } from "../../../components/Card";
import { MarkingFields } from "../MarkingFields";
import { BrowserFields } from "./BrowserFields";
import { ClientFields } from "./ClientFields";
import { Foot } from "./Foot";
import { KeepChoice } from "./KeepChoice";
import { refusedOf } from "./refusedFields";
import { TokenFields } from "./TokenFields";
import { LOCAL, type Typed } from "./typed";
import { useSigningIn } from "./useSigningIn";
import { Waiting } from "./Waiting";

interface SignInProps {
  typed: Typed;
  change: (part: Partial<Typed>) => void;
  /** A sign-in that goes on in the browser. */
  waiting: BrowserSignIn | null;
  onWaiting: (waiting: BrowserSignIn | null) => void;
  onBack: () => void;
  onSignedIn: (org: OrgView) => void;
}

export function SignIn({ typed, change, waiting, onWaiting, onBack, onSignedIn }: SignInProps) {
  const keychain = useQuery(keychainQuery);
  const { begin, isPending, failure, forget } = useSigningIn(typed, { onWaiting, onSignedIn });
  const keep = typed.keep && !keychain.isError;
  const refused = refusedOf(failure === null ? null : toFailure(failure));
  const swap = () => {
    forget();
    change({ clientId: typed.secret, secret: typed.clientId });
  };
  if (waiting) return <Waiting waiting={waiting} />;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete(typed) && !isPending) void begin(keep);
      }}
    >
      <Card>
        {typed.way === "browser" && <BrowserFields typed={typed} change={change} />}
        {typed.way === "clientCredentials" && (
          <ClientFields typed={typed} change={change} refused={refused} />
        )}
        {typed.way === "pastedToken" && <TokenFields typed={typed} change={change} />}
      </Card>
      {failure !== null && refused && (
        <FailurePanel
          failure={failure}
          profile={null}
          actions={
            refused.kind === "credentials" &&
            refused.problem === "swapped" && (
              <Button icon={ArrowUpDown} onPress={swap}>
                <Trans>Swap the two</Trans>
              </Button>
            )
          }
        />
      )}
      <Card title={<Trans>This organization in Latchkey</Trans>}>
        <MarkingFields
          marking={typed.marking}
          isPractice={typed.where === LOCAL}
          onChange={(marking) => change({ marking })}
        />
        <KeepChoice
          way={typed.way}
          keep={keep}
          onChange={(keep) => change({ keep })}
          failure={keychain.error}
          {...(failure === null ? { onRetry: () => void keychain.refetch() } : {})}
          isRetrying={keychain.isFetching}
        />
      </Card>
      {failure !== null && !refused && (
        <Failed
          failure={failure}
          isRetrying={isPending}
          onRetry={() => void begin(keep)}
          onSessionOnly={() => {
            change({ keep: false });
            void begin(false);
          }}
        />
      )}
      <Foot onBack={onBack} isBusy={isPending}>
        <Button
          variant="primary"
          type="submit"
          isPending={isPending}
          isDisabled={!isComplete(typed)}
          {...(typed.way === "browser" ? { icon: ExternalLink } : {})}
        >
          {typed.way === "browser" ? <Trans>Sign in in the browser</Trans> : <Trans>Sign in</Trans>}
        </Button>
      </Foot>
    </form>
  );
}

/** Whether there is something to send; whether it is right is for Rust and Genesys Cloud to say. */
function isComplete({ way, clientId, secret, token }: Typed): boolean {
  if (way === "pastedToken") return token !== "";
  return clientId !== "" && (way === "browser" || secret !== "");
}

interface FailedProps {
  failure: unknown;
  isRetrying: boolean;
  onRetry: () => void;
  onSessionOnly: () => void;
}

/** Comes into sight by itself: the form above it may be longer than the window. */
function Failed({ failure, isRetrying, onRetry, onSessionOnly }: FailedProps) {
  const place = useRef<HTMLDivElement>(null);
  const { kind } = toFailure(failure);
  // biome-ignore lint/correctness/useExhaustiveDependencies: again for every failure
  useEffect(() => {
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: "center" });
  }, [failure]);
  return (
    <div ref={place} tabIndex={-1} className="add-failure">
      <FailurePanel
        failure={failure}
        profile={null}
        onRetry={onRetry}
        isRetrying={isRetrying}
        actions={
          <>
            {kind === "keychain" && (
              <Button onPress={onSessionOnly}>
                <Trans>Sign in for this session only</Trans>
              </Button>
            )}
            {kind === "unreachable" && (
              <Button icon={Stethoscope} onPress={() => navigate({ page: "settings" })}>
                <Trans>Check the connection</Trans>
              </Button>
            )}
          </>
        }
      />
    </div>
  );
}
