/** Every client of the organization: search, filter, sort, select, export, open. */
import { Trans } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ArchiveX, KeyRound, Plus } from "lucide-react";
import { useEffect, useState } from "react";
import { FailurePanel } from "../../app/FailurePanel";
import { useNavigate } from "../../app/navigation";
import { useOrg } from "../../app/open-org";
import { clientsQuery } from "../../backend/backend";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { EmptyState } from "../../components/EmptyState";
import { Loading } from "../../components/Loading";
import { Page } from "../../components/Page";
import { UsageSurvey } from "../../last-use/UsageSurvey";
import { ClientRoom } from "../../words/ClientRoom";
import { ClientSections } from "./ClientSections";
import { useChosenColumns } from "./list/ColumnChoice";
import { Found } from "./list/Found";
import { beginAt, type Opening } from "./list/useListPlace";
import "./clients.css";
import "./list/list.css";

/** `fresh`: the client that was just created; `quiet`: begins with those without a call. */
export function ClientList({ fresh, quiet }: { fresh?: string; quiet?: true }) {
  const org = useOrg();
  const { rounds, showQuiet, showUses } = useUses(quiet);
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
      <ClientRoom always />
      {data !== undefined && data.total > 0 && <UsageSurvey onEnd={showUses} onShowQuiet={showQuiet} />}
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
        <Found
          key={`${org.id} ${rounds}`}
          org={org.id}
          read={data}
          fresh={fresh}
          opening={rounds === 0 ? opening(fresh, quiet) : undefined}
        />
      )}
    </Page>
  );
}

function opening(fresh: string | undefined, quiet: true | undefined): Opening | undefined {
  if (fresh) return "fresh";
  return quiet && "quiet";
}

/** What is found out about last uses is shown in the list: their column, those without a call first. */
function useUses(quiet: true | undefined) {
  const org = useOrg();
  const queries = useQueryClient();
  const { chosen, choose, isKnown } = useChosenColumns();
  const [rounds, setRounds] = useState(0);
  const showColumn = () => {
    if (!chosen.includes("lastUse")) choose([...chosen, "lastUse"]);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is known which columns a person has chosen
  useEffect(() => {
    if (quiet && isKnown) showColumn();
  }, [quiet, isKnown]);
  const show = (place: Parameters<typeof beginAt>[2]) => {
    showColumn();
    beginAt(queries, org.id, place);
    setRounds((round) => round + 1);
  };
  return {
    /** Another number for each time the list begins anew. */
    rounds,
    showQuiet: () => show("quiet"),
    showUses: () => show({ sort: "lastUse", direction: "ascending" }),
  };
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
