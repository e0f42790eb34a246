/** One client, to read: what it can do, its values, and what became of its secret. */
import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { FailurePanel } from "../../app/FailurePanel";
import { useNavigate } from "../../app/navigation";
import { useOrg } from "../../app/open-org";
import { clientQuery } from "../../backend/backend";
import type { ClientDetail as Detail } from "../../backend/bindings";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { Loading } from "../../components/Loading";
import { Notice } from "../../components/Notice";
import { Page } from "../../components/Page";
import { Grants } from "./Grants";
import { Overview } from "./Overview";
import { SecretNote } from "./SecretNote";
import { StateBadge } from "./StateBadge";
import { Summary } from "./Summary";
import "./clients.css";

export function ClientDetail({ id }: { id: string }) {
  const org = useOrg();
  const { data, error, isPending, isFetching, refetch } = useQuery(clientQuery(org.id, id));
  if (isPending || error) {
    return (
      <Page width="form" crumb={<ToList />} title={<Trans>Client</Trans>}>
        {isPending ? (
          <Card>
            <Loading>
              <Trans>Reading the client…</Trans>
            </Loading>
          </Card>
        ) : (
          <FailurePanel failure={error} onRetry={() => void refetch()} isRetrying={isFetching} />
        )}
      </Page>
    );
  }
  return <Shown detail={data} />;
}

function Shown({ detail }: { detail: Detail }) {
  const { client, summary } = detail;
  return (
    <Page
      width="form"
      crumb={<ToList />}
      title={<span translate="no">{client.name}</span>}
      badge={<StateBadge state={client.state} />}
      {...(client.description ? { text: <span translate="no">{client.description}</span> } : {})}
    >
      {client.grantType.kind === "offered" && client.grantType.grantType === "implicit" && <ImplicitNotice />}
      <Summary lines={summary} />
      <Overview client={client} />
      <Grants client={client} summary={summary} />
      <SecretNote detail={detail} />
    </Page>
  );
}

function ToList() {
  const navigate = useNavigate();
  return (
    <Button variant="quiet" size="small" icon={ArrowLeft} onPress={() => navigate({ page: "clients" })}>
      <Trans>Clients</Trans>
    </Button>
  );
}

function ImplicitNotice() {
  return (
    <Notice
      tone="warning"
      title={<Trans>This client uses implicit grant, which Genesys is withdrawing</Trans>}
    >
      <Trans>Plan to replace it by a client with authorization code and PKCE before it stops working.</Trans>
    </Notice>
  );
}
