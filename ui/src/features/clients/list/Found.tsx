/** The list once it was read: filters, grid, selection, export. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Download, SearchX } from "lucide-react";
import { memo, useDeferredValue, useState } from "react";
import { FailurePanel } from "../../../app/FailurePanel";
import { useNavigate } from "../../../app/navigation";
import type { ClientsRead, SortColumn } from "../../../backend/bindings";
import { Button } from "../../../components/Button";
import { EmptyState } from "../../../components/EmptyState";
import { Notice } from "../../../components/Notice";
import { VirtualGrid } from "../../../components/VirtualGrid";
import { spellNumber } from "../../../locales/format";
import { ColumnChoice, useChosenColumns } from "./ColumnChoice";
import { useColumns } from "./columns";
import { ExportDialog } from "./ExportDialog";
import { Chips, Filters, Search } from "./FilterBar";
import { isNarrow, SORTS, widened } from "./query";
import { Selection } from "./Selection";
import { type Opening, useListPlace } from "./useListPlace";
import { useSelection } from "./useSelection";
import { useWindow } from "./useWindow";
import { Views } from "./Views";

interface FoundProps {
  org: string;
  read: ClientsRead;
  /** The client that was just created. */
  fresh: string | undefined;
  opening: Opening | undefined;
}

export function Found({ org, read, fresh, opening }: FoundProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { query, initialRow, ask, stand } = useListPlace(org, read.version, opening);
  const { shown, error, tryAgain, onRange } = useWindow(org, read.version, query);
  const selection = useSelection(org, query);
  const [exporting, setExporting] = useState<Exporting>(null);
  const { chosen, choose } = useChosenColumns();
  const columns = useColumns(chosen, fresh);
  const matched = shown?.matched ?? read.total;
  // Whoever types sees the rows first; what stands around them follows.
  const calm = useDeferredValue(shown && !error ? shown.query : query);
  const facets = useDeferredValue(shown?.facets);
  return (
    <div className="client-list">
      <search className="client-list__filters">
        <Search text={query.search} onChange={ask} />
        <Filters query={calm} onChange={ask} facets={facets} />
      </search>
      <div className="client-list__bar">
        <span className="muted" role="status">
          <Count matched={useDeferredValue(matched)} total={read.total} isNarrow={isNarrow(calm)} />
        </span>
        <Chips query={calm} onChange={ask} />
        <div className="client-list__tools">
          <Views query={calm} onChange={ask} />
          <ColumnChoice chosen={chosen} onChange={choose} />
          <ExportButton isDisabled={matched === 0} onExport={setExporting} />
        </div>
      </div>
      <Selection
        count={selection.selected.size}
        onExport={() => setExporting("selected")}
        onClear={selection.clear}
      />
      {error && <FailurePanel failure={error} onRetry={tryAgain} />}
      {read.skipped > 0 && (
        <Notice tone="warning" title={<Trans>The list is not complete</Trans>}>
          <p>
            <Plural
              value={read.skipped}
              one="# entry could not be read, because Genesys Cloud sent it in a form that Latchkey does not know. It is not shown here."
              other="# entries could not be read, because Genesys Cloud sent them in a form that Latchkey does not know. They are not shown here."
            />
          </p>
        </Notice>
      )}
      <VirtualGrid
        label={t`Clients`}
        columns={columns}
        count={matched}
        rowAt={(index) => shown?.rows[index - shown.offset]}
        rowId={(row) => row.id}
        onRange={onRange}
        selected={selection.selected}
        onToggle={selection.toggle}
        onSelectRange={selection.selectRange}
        onSelectAll={selection.selectAll}
        onClearSelection={selection.clear}
        onOpen={(row) => navigate({ page: "client", id: row.id })}
        sort={{ column: query.sort, direction: query.direction }}
        onSort={({ column, direction }) => {
          if (isSort(column)) ask({ sort: column, direction });
        }}
        initialRow={initialRow}
        onActive={stand}
        empty={
          <EmptyState
            icon={SearchX}
            title={<Trans>No client matches</Trans>}
            actions={
              <Button onPress={() => ask(widened(query))}>
                <Trans>Show all clients</Trans>
              </Button>
            }
          />
        }
      />
      <ExportDialog
        org={org}
        query={query}
        columns={chosen}
        matched={matched}
        selected={selection.selected}
        what={exporting}
        onClose={() => setExporting(null)}
      />
    </div>
  );
}

function isSort(column: string): column is SortColumn {
  return (SORTS as readonly string[]).includes(column);
}

type Exporting = "shown" | "selected" | null;

const ExportButton = memo((props: { isDisabled: boolean; onExport: (what: Exporting) => void }) => (
  <Button icon={Download} onPress={() => props.onExport("shown")} isDisabled={props.isDisabled}>
    <Trans>Export…</Trans>
  </Button>
));

const Count = memo((props: { matched: number; total: number; isNarrow: boolean }) => {
  const { i18n } = useLingui();
  if (!props.isNarrow) return <Plural value={props.total} one="# client" other="# clients" />;
  const matched = spellNumber(props.matched, i18n.locale);
  const total = spellNumber(props.total, i18n.locale);
  return (
    <Trans>
      {matched} of {total} clients
    </Trans>
  );
});
