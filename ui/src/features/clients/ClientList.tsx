/** Every client of the organization: search, sort, open. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { KeyRound, Plus, SearchX } from "lucide-react";
import { useMemo, useState } from "react";
import { useFilter } from "react-aria-components";
import { FailurePanel } from "../../app/FailurePanel";
import { useNavigate } from "../../app/navigation";
import { useOrg } from "../../app/open-org";
import { clientsQuery } from "../../backend/backend";
import type { OauthClient } from "../../backend/bindings";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { EmptyState } from "../../components/EmptyState";
import { Loading } from "../../components/Loading";
import { Page } from "../../components/Page";
import { SearchField } from "../../components/SearchField";
import { Table, type TableSort } from "../../components/Table";
import { useColumns } from "./columns";
import "./clients.css";

export function ClientList({ fresh }: { fresh?: string }) {
  const org = useOrg();
  const navigate = useNavigate();
  const { data, error, isPending, isFetching, refetch } = useQuery(clientsQuery(org.id));
  return (
    <Page
      title={<Trans>Clients</Trans>}
      text={<Trans>Programs that may use this organization through OAuth.</Trans>}
      actions={
        <Button variant="primary" icon={Plus} onPress={() => navigate({ page: "create" })}>
          <Trans>Create a client</Trans>
        </Button>
      }
    >
      {isPending ? (
        <Card>
          <Loading>
            <Trans>Reading the clients…</Trans>
          </Loading>
        </Card>
      ) : error ? (
        <FailurePanel failure={error} onRetry={() => void refetch()} isRetrying={isFetching} />
      ) : data.length === 0 ? (
        <NoClients />
      ) : (
        <Found clients={data} {...(fresh ? { fresh } : {})} />
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

function Found({ clients, fresh }: { clients: OauthClient[]; fresh?: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [query, setQuery] = useState("");
  const [sort, setSort] = useState<TableSort>(
    fresh ? { column: "created", direction: "descending" } : { column: "name", direction: "ascending" },
  );
  const columns = useColumns(fresh);
  const rows = useRows(clients, query, sort);
  return (
    <div className="client-list">
      <div className="client-list__bar">
        <SearchField label={t`Search by name or client ID`} value={query} onChange={setQuery} />
        <span className="muted" role="status">
          {query === "" ? (
            <Plural value={clients.length} one="# client" other="# clients" />
          ) : (
            <Trans>
              {rows.length} of {clients.length} clients
            </Trans>
          )}
        </span>
      </div>
      <Table
        label={t`Clients`}
        columns={columns}
        rows={rows}
        rowId={(client) => client.id}
        rowText={(client) => client.name}
        onOpen={(client) => navigate({ page: "client", id: client.id })}
        sort={sort}
        onSort={setSort}
        empty={
          <EmptyState
            icon={SearchX}
            title={<Trans>No client matches</Trans>}
            actions={
              <Button onPress={() => setQuery("")}>
                <Trans>Clear the search</Trans>
              </Button>
            }
          />
        }
      />
    </div>
  );
}

function useRows(clients: OauthClient[], query: string, sort: TableSort): OauthClient[] {
  const { contains } = useFilter({ sensitivity: "base" });
  const { i18n } = useLingui();
  return useMemo(() => {
    const found = clients.filter((client) => contains(`${client.name} ${client.id}`, query.trim()));
    const compare = new Intl.Collator(i18n.locale, { numeric: true }).compare;
    const order: Record<string, (a: OauthClient, b: OauthClient) => number> = {
      name: (a, b) => compare(a.name, b.name),
      duration: (a, b) => (a.seconds ?? 0) - (b.seconds ?? 0),
      created: (a, b) => compare(a.createdAt ?? "", b.createdAt ?? ""),
    };
    const by = order[sort.column] ?? (() => 0);
    const turn = sort.direction === "descending" ? -1 : 1;
    return found.sort((a, b) => turn * by(a, b) || compare(a.id, b.id));
  }, [clients, query, sort, contains, i18n.locale]);
}
