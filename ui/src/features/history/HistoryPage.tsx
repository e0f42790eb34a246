/** The history: what was changed or done where, when and by whom, and what became of it. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { ArchiveX, History, SearchX } from "lucide-react";
import { memo, type ReactNode, useCallback, useState } from "react";
import { BackToOrganizations } from "../../app/BackToOrganizations";
import { FailurePanel } from "../../app/FailurePanel";
import { navigate } from "../../app/navigation";
import { useOpenOrg } from "../../app/open-org";
import type { HistoryEntry, HistoryPart } from "../../backend/bindings";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { EmptyState } from "../../components/EmptyState";
import { Loading } from "../../components/Loading";
import { Page } from "../../components/Page";
import { SearchField } from "../../components/SearchField";
import { Select } from "../../components/Select";
import { Table } from "../../components/Table";
import { useColumns } from "./columns";
import { EntryDialog } from "./EntryDialog";
import { Export } from "./Export";
import { historyQuery } from "./queries";
import { useSettled } from "./useSettled";
import "./history.css";

export function HistoryPage({ search = "" }: { search?: string }) {
  const { org } = useOpenOrg();
  const [typed, setTyped] = useState(search);
  const sought = useSettled(typed.trim());
  const [part, setPart] = useState<HistoryPart>("all");
  const found = useInfiniteQuery(historyQuery(sought, part));
  const { data, error, isPending, isFetching, refetch } = found;
  const isEmpty = data?.total === 0 && sought === "" && typed === "" && part === "all";
  return (
    <Page
      title={<Trans>History</Trans>}
      text={
        <Trans>
          Every change that Latchkey makes in an organization, written down before it is sent. Tests, sealed
          files and fetched tokens are listed too. A secret never is.
        </Trans>
      }
      crumb={!org && <BackToOrganizations />}
      actions={
        org && (
          <Button icon={ArchiveX} onPress={() => navigate({ page: "deleted" })}>
            <Trans>Deleted clients</Trans>
          </Button>
        )
      }
    >
      {error ? (
        <FailurePanel failure={error} onRetry={() => void refetch()} isRetrying={isFetching} />
      ) : isPending ? (
        <Card>
          <Loading>
            <Trans>Reading the history…</Trans>
          </Loading>
        </Card>
      ) : isEmpty ? (
        <Nothing />
      ) : (
        <Found
          typed={typed}
          onType={setTyped}
          part={part}
          onPart={setPart}
          total={data.total}
          entries={data.entries}
          more={
            found.hasNextPage && (
              <Button onPress={() => void found.fetchNextPage()} isPending={found.isFetchingNextPage}>
                <Trans>Show more</Trans>
              </Button>
            )
          }
        />
      )}
    </Page>
  );
}

function Nothing() {
  return (
    <Card>
      <EmptyState icon={History} title={<Trans>Nothing yet</Trans>}>
        <Trans>
          As soon as you create, change or delete a client with Latchkey, it stands here, with what became of
          it.
        </Trans>
      </EmptyState>
    </Card>
  );
}

interface FoundProps {
  typed: string;
  onType: (typed: string) => void;
  part: HistoryPart;
  onPart: (part: HistoryPart) => void;
  total: number;
  entries: HistoryEntry[];
  /** The button for the next part. */
  more: ReactNode;
}

function Found({ typed, onType, part, onPart, total, entries, more }: FoundProps) {
  const { t } = useLingui();
  const [shown, setShown] = useState<HistoryEntry | null>(null);
  const clear = useCallback(() => {
    onType("");
    onPart("all");
  }, [onType, onPart]);
  return (
    <div className="history">
      <div className="history__bar">
        <SearchField
          label={t`Search by client, organization, person or correlation ID`}
          value={typed}
          onChange={onType}
        />
        <Select
          label={t`Entries to show`}
          isLabelHidden
          value={part}
          onChange={onPart}
          options={[
            { value: "all", label: t`All entries` },
            { value: "changes", label: t`Changes only` },
            { value: "notes", label: t`Tests, sealed files and tokens` },
          ]}
        />
        <span className="muted" role="status">
          {entries.length < total ? (
            <Trans>
              {entries.length} of {total} entries
            </Trans>
          ) : (
            <Plural value={total} _0="No entry" one="# entry" other="# entries" />
          )}
        </span>
      </div>
      <Rows entries={entries} onOpen={setShown} onClear={clear} />
      {more && <div>{more}</div>}
      <Export search={typed.trim()} part={part} isEmpty={total === 0} />
      <EntryDialog entry={shown} onClose={() => setShown(null)} />
    </div>
  );
}

interface RowsProps {
  entries: HistoryEntry[];
  onOpen: (entry: HistoryEntry) => void;
  onClear: () => void;
}

/** Drawing many rows takes a while: typing must not wait for them. */
const Rows = memo(function Rows({ entries, onOpen, onClear }: RowsProps) {
  const { t } = useLingui();
  const columns = useColumns();
  return (
    <Table
      label={t`History`}
      columns={columns}
      rows={entries}
      rowId={(entry) => entry.id}
      rowText={(entry) => entry.clientName}
      onOpen={onOpen}
      empty={
        <EmptyState
          icon={SearchX}
          title={<Trans>Nothing found</Trans>}
          actions={
            <Button onPress={onClear}>
              <Trans>Clear the search</Trans>
            </Button>
          }
        >
          <Trans>
            What is searched for must stand in an entry as it is typed: a part of a name, or of an ID.
          </Trans>
        </EmptyState>
      }
    />
  );
});
