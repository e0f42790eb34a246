/** The page of a client: its name, what is to be known at once, and its parts. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, History, Pencil } from "lucide-react";
import type { ReactNode } from "react";
import { FailurePanel } from "../../../app/FailurePanel";
import { type ClientTab, showPart, useNavigate } from "../../../app/navigation";
import { useOrg } from "../../../app/open-org";
import { clientQuery } from "../../../backend/backend";
import type { ClientDetail as Detail } from "../../../backend/bindings";
import { Button } from "../../../components/Button";
import { Card } from "../../../components/Card";
import { Loading } from "../../../components/Loading";
import { Notice } from "../../../components/Notice";
import { Page } from "../../../components/Page";
import { Tabs } from "../../../components/Tabs";
import { StateBadge } from "../../../words/StateBadge";
import { partsOf } from "./parts";
import "../clients.css";

export function ClientDetail({ id, tab }: { id: string; tab: ClientTab }) {
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
  return <Shown detail={data} tab={tab} failed={failed} />;
}

/** `failed`: it was read before, and could not be read again. */
function Shown({ detail, tab, failed }: { detail: Detail; tab: ClientTab; failed: ReactNode }) {
  const { t } = useLingui();
  const { client } = detail;
  const parts = partsOf(detail);
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
      <Tabs
        label={t`Parts of this page`}
        parts={parts}
        // The one that was asked for may have nothing to show.
        shown={parts.some(({ id }) => id === tab) ? tab : "overview"}
        onShow={(tab) => showPart({ page: "client", id: client.id, tab })}
      />
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
