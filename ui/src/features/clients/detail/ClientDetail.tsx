/** The page of a client: its name, what is to be known at once, and its parts. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, CopyPlus as Copy, Pencil, ShieldCheck } from "lucide-react";
import { type ReactNode, useState } from "react";
import { FailurePanel } from "../../../app/FailurePanel";
import { showPart, useNavigate } from "../../../app/navigation";
import { useOrg } from "../../../app/open-org";
import type { ClientTab } from "../../../app/routes";
import { clientQuery } from "../../../backend/backend";
import type { ClientDetail as Detail } from "../../../backend/bindings";
import { Button } from "../../../components/Button";
import { Card } from "../../../components/Card";
import { Loading } from "../../../components/Loading";
import { Notice } from "../../../components/Notice";
import { Page } from "../../../components/Page";
import { Tabs } from "../../../components/Tabs";
import { spellList } from "../../../locales/format";
import { StateBadge } from "../../../words/StateBadge";
import { CopyDialog } from "../actions/CopyDialog";
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
  const [isCopying, setCopying] = useState(false);
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
          {isEditable && (
            <Button icon={Copy} onPress={() => setCopying(true)}>
              <Trans>Copy…</Trans>
            </Button>
          )}
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
      {client.grantType.kind === "offered" && client.grantType.grantType === "implicit" && (
        <ImplicitNotice id={client.id} />
      )}
      {detail.rolesNotHeld.length > 0 && <RolesNotHeld roles={detail.rolesNotHeld} />}
      <Tabs
        label={t`Parts of this page`}
        parts={parts}
        // The one that was asked for may have nothing to show.
        shown={parts.some(({ id }) => id === tab) ? tab : "overview"}
        onShow={(tab) => showPart({ page: "client", id: client.id, tab })}
      />
      {isCopying && <CopyDialog client={client} onClose={() => setCopying(false)} />}
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

function ImplicitNotice({ id }: { id: string }) {
  const navigate = useNavigate();
  return (
    <Notice
      tone="warning"
      title={<Trans>This client uses implicit grant, which Genesys is withdrawing</Trans>}
      actions={
        <Button icon={ShieldCheck} onPress={() => navigate({ page: "create", copyOf: id, twin: true })}>
          <Trans>Make a PKCE twin…</Trans>
        </Button>
      }
    >
      <Trans>
        Replace it before it stops working: a twin has the same redirect addresses and scopes, but signs
        people in by authorization code with PKCE. This client stays as it is until you retire it.
      </Trans>
    </Notice>
  );
}

/** Said before anything is tried: Genesys Cloud would refuse it. */
function RolesNotHeld({ roles }: { roles: string[] }) {
  const { i18n } = useLingui();
  return (
    <Notice tone="warning" title={<Trans>You do not hold every role of this client</Trans>}>
      <p>
        <Trans>
          Genesys Cloud lets only those change this client, or give it a new secret, who hold all its roles.
          You do not hold: <strong translate="no">{spellList(roles, i18n.locale)}</strong>.
        </Trans>
      </p>
      <p>
        <Trans>
          Have an administrator give you what is missing, or ask somebody to make the change who holds these
          roles.
        </Trans>
      </p>
    </Notice>
  );
}
