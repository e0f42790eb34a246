/** Tests that a client that signs in by itself works, with the secret that waits or with one that is typed. */
import { Trans } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { PlugZap } from "lucide-react";
import { commands } from "../backend/backend";
import type { OrgView } from "../backend/bindings";
import { Card } from "../components/Card";
import { NoToken } from "./NoToken";
import { SecretForm } from "./SecretForm";
import { TestResult } from "./TestResult";

export interface TokenCardProps {
  org: OrgView;
  client: { id: string; name: string };
  /** Whether its secret waits for somebody to say where it went. */
  hasKept: boolean;
}

export function ClientTestCard({ org, client, hasKept }: TokenCardProps) {
  const testing = useMutation({
    mutationFn: (secret: string | null) => commands.testClient(org.id, client.id, secret),
    // Not to be found in memory once it is done.
    gcTime: 0,
  });
  const isDone = !testing.isPending && !testing.isIdle;
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
      <SecretForm
        hasKept={hasKept}
        icon={PlugZap}
        isPending={testing.isPending}
        onSubmit={(secret) => testing.mutate(secret)}
      >
        {isDone ? <Trans>Test again</Trans> : <Trans>Test now</Trans>}
      </SecretForm>
      {isDone && testing.data && <TestResult test={testing.data} />}
      {isDone && testing.error && <NoToken reason={testing.error} />}
    </Card>
  );
}
