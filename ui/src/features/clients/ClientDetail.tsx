/** One client: what it can do, its values, what became of its secret, and what can be done with it. */
import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, History, Pencil } from "lucide-react";
import type { ReactNode } from "react";
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
import { StateBadge } from "../../words/StateBadge";
import { Grants } from "./Grants";
import { Overview } from "./Overview";
import { SecretAndState } from "./SecretAndState";
import { Summary } from "./Summary";
import "./clients.css";

export function ClientDetail({ id }: { id: string }) {
  const org = useOrg();
  const { data, error, isPending, isFetching, refetch } = useQuery(clientQuery(org.id, id));
  const failed = error && (
    <FailurePanel failure={error} onRetry={() => void refetch()} isRetrying={isFetching} />
  );
  if (!data) {
    return (
      <Page width="form" crumb={<ToList />} title={<Trans>Client</Trans>}>
        {isPending ? (
          <Card>
            <Loading>
              <Trans>Reading the client…</Trans>
            </Loading>
          </Card>
        ) : (
          failed
        )}
      </Page>
    );
  }
  return <Shown detail={data} failed={failed} />;
}

/** `failed`: it was read before, and could not be read again. */
function Shown({ detail, failed }: { detail: Detail; failed: ReactNode }) {
  const { client, summary } = detail;
  const isEditable = client.grantType.kind === "offered";
  const navigate = useNavigate();
  return (
    <Page
      width="form"
      crumb={<ToList />}
      title={<span translate="no">{client.name}</span>}
      badge={<StateBadge state={client.state} />}
      actions={
        <>
          <Button icon={History} onPress={() => navigate({ page: "history", search: client.id })}>
            <Trans>History of this client</Trans>
          </Button>
          {isEditable && (
            <Button variant="primary" icon={Pencil} onPress={() => navigate({ page: "edit", id: client.id })}>
              <Trans>Change…</Trans>
            </Button>
          )}
        </>
      }
      {...(client.description ? { text: <span translate="no">{client.description}</span> } : {})}
    >
      {failed}
      {!isEditable && <NotEditable />}
      {client.grantType.kind === "offered" && client.grantType.grantType === "implicit" && <ImplicitNotice />}
      <Summary lines={summary} />
      <Overview client={client} />
      <Grants client={client} summary={summary} />
      <SecretAndState detail={detail} />
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

function NotEditable() {
  return (
    <Notice tone="info">
      <Trans>
        The settings of this client cannot be changed here, because Latchkey does not offer its grant type.
        Change them in Genesys Cloud, under Admin &gt; Integrations &gt; OAuth.
      </Trans>
    </Notice>
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
