/** Every client of the organization: search, filter, sort, select, export, open. */
import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { ArchiveX, KeyRound, Plus } from "lucide-react";
import { FailurePanel } from "../../app/FailurePanel";
import { useNavigate } from "../../app/navigation";
import { useOrg } from "../../app/open-org";
import { clientsQuery } from "../../backend/backend";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { EmptyState } from "../../components/EmptyState";
import { Loading } from "../../components/Loading";
import { Page } from "../../components/Page";
import { ClientSections } from "./ClientSections";
import { Found } from "./list/Found";
import { UsageSurvey } from "./usage/UsageSurvey";
import "./clients.css";
import "./list/list.css";

export function ClientList({ fresh }: { fresh?: string }) {
  const org = useOrg();
  const navigate = useNavigate();
  const { data, error, isStale, isFetching, refetch } = useQuery(clientsQuery(org.id));
  // After a change nobody is shown what was before it.
  const isPending = data === undefined || isStale;
  return (
    <Page
      title={<Trans>Clients</Trans>}
      text={<Trans>Programs that may use this organization through OAuth.</Trans>}
      actions={
        <>
          <Button icon={ArchiveX} onPress={() => navigate({ page: "deleted" })}>
            <Trans>Deleted clients</Trans>
          </Button>
          <Button variant="primary" icon={Plus} onPress={() => navigate({ page: "create" })}>
            <Trans>Create a client</Trans>
          </Button>
        </>
      }
    >
      <ClientSections current="clients" />
      {data !== undefined && data.total > 0 && <UsageSurvey />}
      {error ? (
        <FailurePanel failure={error} onRetry={() => void refetch()} isRetrying={isFetching} />
      ) : isPending ? (
        <Card>
          <Loading>
            <Trans>Reading the clients…</Trans>
          </Loading>
        </Card>
      ) : data.total === 0 ? (
        <NoClients />
      ) : (
        <Found key={org.id} org={org.id} read={data} fresh={fresh} />
      )}
    </Page>
  );
}

function NoClients() {
  const navigate = useNavigate();
  return (
    <Card>
      <EmptyState
        icon={KeyRound}
        title={<Trans>No client yet</Trans>}
        actions={
          <Button variant="primary" icon={Plus} onPress={() => navigate({ page: "create" })}>
            <Trans>Create the first client</Trans>
          </Button>
        }
      >
        <Trans>
          A client lets a program sign in to Genesys Cloud. Latchkey asks what it is for and does the rest.
        </Trans>
      </EmptyState>
    </Card>
  );
}
