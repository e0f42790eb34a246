/** Handing a client over: what its receiver needs, as text and as files, and a test that it works. */
import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { FailurePanel } from "../../../app/FailurePanel";
import { useOrg } from "../../../app/open-org";
import { commands, handOverQuery, unplacedQuery } from "../../../backend/backend";
import type { OauthClient } from "../../../backend/bindings";
import { Card } from "../../../components/Card";
import { Loading } from "../../../components/Loading";
import { ClientTestCard } from "../../../hand-over/ClientTestCard";
import { Documents } from "../../../hand-over/Documents";
import { NextSteps } from "../../../hand-over/NextSteps";
import { ScimTokenCard } from "../../../hand-over/ScimTokenCard";

export function HandOverPart({ client }: { client: OauthClient }) {
  const org = useOrg();
  const { data, error, isFetching, refetch } = useQuery(handOverQuery(org.id, client.id));
  const { data: waiting } = useQuery(unplacedQuery);
  const hasKept = waiting?.some(({ orgId, clientId }) => orgId === org.id && clientId === client.id) ?? false;
  const { grantType } = client;
  const isTestable = grantType.kind === "offered" && grantType.grantType === "clientCredentials";
  if (!data) {
    return error ? (
      <FailurePanel failure={error} onRetry={() => void refetch()} isRetrying={isFetching} />
    ) : (
      <Card>
        <Loading>
          <Trans>Reading the client…</Trans>
        </Loading>
      </Card>
    );
  }
  return (
    <>
      {data.handOver && <NextSteps handOver={data.handOver} clientId={client.id} />}
      {data.handOver?.kind === "scim" && <ScimTokenCard org={org} client={client} hasKept={hasKept} />}
      {isTestable && <ClientTestCard org={org} client={client} hasKept={hasKept} />}
      <Documents
        documents={data.documents}
        onSave={(kind) => commands.saveDocument(org.id, client.id, kind)}
      />
    </>
  );
}
