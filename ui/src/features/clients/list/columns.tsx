/** The columns of the list of clients: which there are, which are shown, and their cells. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useMemo } from "react";
import type { ClientColumn, ClientRow } from "../../../backend/bindings";
import { Badge } from "../../../components/Badge";
import type { GridColumn } from "../../../components/VirtualGrid";
import { spellDate, spellDuration, spellNumber } from "../../../locales/format";
import { HeldGrantTypeName } from "../../../words/purposes";
import { FindingsCell, LastUseCell, StateCell } from "./cells";
import { SORTS } from "./query";
import { columnWords, presetWords } from "./words";

/** All columns, in their order; as wide as their words usually are. */
const WIDTHS: Record<ClientColumn, GridColumn<ClientRow>["width"]> = {
  name: { least: 200, share: 2 },
  description: { least: 180, share: 2 },
  clientId: { least: 300, share: 1 },
  grantType: { least: 160, share: 1 },
  state: { least: 104, share: 0.5 },
  looksLike: { least: 176, share: 1 },
  findings: { least: 128, share: 0.7 },
  lastUse: { least: 148, share: 0.7 },
  duration: { least: 116, share: 0.6 },
  redirectUris: { least: 150, share: 0.5 },
  scopes: { least: 92, share: 0.4 },
  roles: { least: 92, share: 0.4 },
  created: { least: 108, share: 0.5 },
  modified: { least: 108, share: 0.5 },
};

export const COLUMNS = Object.keys(WIDTHS) as ClientColumn[];

/** The columns until a person chooses: as many as the smallest usual window has room for. */
export const FIRST_COLUMNS: readonly ClientColumn[] = [
  "name",
  "grantType",
  "state",
  "findings",
  "duration",
  "created",
];

/** The chosen columns; the client that was just created is marked. */
export function useColumns(
  chosen: readonly ClientColumn[],
  fresh: string | undefined,
): GridColumn<ClientRow>[] {
  const { i18n } = useLingui();
  const { locale } = i18n;
  return useMemo(() => {
    const number = (value: number) => <span className="grid__number">{spellNumber(value, locale)}</span>;
    const day = (date: string | null) => (
      <span className="grid__number">{date ? spellDate(date, locale) : "–"}</span>
    );
    const cells: Record<ClientColumn, (row: ClientRow) => ReactNode> = {
      name: (row) => <NameCell row={row} isNew={row.id === fresh} />,
      description: (row) => (
        <span className="grid__text muted" translate="no">
          {row.description}
        </span>
      ),
      clientId: (row) => (
        <code className="grid__text" translate="no">
          {row.id}
        </code>
      ),
      grantType: (row) => (
        <span className="grid__text">
          <HeldGrantTypeName held={row.grantType} />
        </span>
      ),
      state: (row) => <StateCell state={row.state} />,
      looksLike: (row) => (
        <span className="grid__text">
          {row.looksLike === "plain" ? "–" : i18n._(presetWords[row.looksLike])}
        </span>
      ),
      findings: (row) => <FindingsCell findings={row.findings} />,
      lastUse: (row) => <LastUseCell last={row.lastUse} />,
      duration: (row) => (
        <span className="grid__text">{row.seconds === null ? "–" : spellDuration(row.seconds, locale)}</span>
      ),
      redirectUris: (row) => number(row.redirectUris),
      scopes: (row) => number(row.scopes),
      roles: (row) => number(row.roles),
      created: (row) => day(row.createdAt),
      modified: (row) => day(row.modifiedAt),
    };
    return COLUMNS.filter((id) => chosen.includes(id)).map((id) => ({
      id,
      name: i18n._(columnWords[id]),
      cell: cells[id],
      width: WIDTHS[id],
      isRowHeader: id === "name",
      allowsSorting: (SORTS as readonly string[]).includes(id),
    }));
  }, [i18n, locale, chosen, fresh]);
}

function NameCell({ row, isNew }: { row: ClientRow; isNew: boolean }) {
  return (
    <>
      <span className="grid__text grid__main" translate="no">
        {row.name}
      </span>
      {isNew && (
        <Badge tone="success">
          <Trans>New</Trans>
        </Badge>
      )}
    </>
  );
}
