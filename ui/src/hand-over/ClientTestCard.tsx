/** Tests that a client that signs in by itself works, with the secret that waits or with one that is typed. */
import { Trans } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { PlugZap } from "lucide-react";
import { type FormEvent, useState } from "react";
import { FailurePanel } from "../app/FailurePanel";
import { commands, toFailure } from "../backend/backend";
import type { OrgView } from "../backend/bindings";
import { Button } from "../components/Button";
import { Card } from "../components/Card";
import { Notice } from "../components/Notice";
import { SecretField } from "../components/SecretField";
import { TestResult } from "./TestResult";

interface ClientTestCardProps {
  org: OrgView;
  /** Client ID. */
  id: string;
  /** Whether its secret waits for somebody to say where it went. */
  hasKept: boolean;
}

export function ClientTestCard({ org, id, hasKept }: ClientTestCardProps) {
  const [typed, setTyped] = useState("");
  const testing = useMutation({
    mutationFn: () => commands.testClient(org.id, id, hasKept ? null : typed),
  });
  const test = (event: FormEvent) => {
    event.preventDefault();
    if (hasKept || typed.trim() !== "") testing.mutate();
  };
  return (
    <Card
      title={<Trans>Test the client</Trans>}
      text={
        <Trans>
          Latchkey fetches a token with client ID and secret, looks at what it is, and takes it back. Nothing
          changes in the organization {org.name}.
        </Trans>
      }
    >
      <form className="stack" onSubmit={test}>
        {!hasKept && (
          <SecretField
            label={<Trans>Client secret</Trans>}
            description={<Trans>Used for this test only; it is not kept.</Trans>}
            value={typed}
            onChange={setTyped}
          />
        )}
        <div className="row">
          <Button
            type="submit"
            icon={PlugZap}
            isPending={testing.isPending}
            isDisabled={!hasKept && typed.trim() === ""}
          >
            {testing.data || testing.error ? <Trans>Test again</Trans> : <Trans>Test now</Trans>}
          </Button>
        </div>
      </form>
      {testing.data && !testing.isPending && <TestResult test={testing.data} />}
      {testing.error && !testing.isPending && (
        <Failed reason={testing.error} onRetry={() => testing.mutate()} />
      )}
    </Card>
  );
}

function Failed({ reason, onRetry }: { reason: unknown; onRetry: () => void }) {
  if (toFailure(reason).kind !== "wrongCredentials")
    return <FailurePanel failure={reason} onRetry={onRetry} />;
  return (
    <Notice tone="danger" role="alert" title={<Trans>The client gets no token with this secret</Trans>}>
      <p>
        <Trans>
          The secret may have been replaced by a newer one, or copied only in part. A client that is inactive
          gets no token either. One that was made just now can need some seconds: test again.
        </Trans>
      </p>
    </Notice>
  );
}
