/** The columns of the list of clients: which there are, which are shown, and their cells. */
import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import type { ClientColumn, ClientRow } from "../../../backend/bindings";
import type { GridColumn } from "../../../components/gridColumns";
import { cellsIn } from "./cells";
import { SORTS } from "./query";
import { columnWords } from "./words";

/** All columns, in their order; as wide as their words usually are. */
const WIDTHS: Record<ClientColumn, GridColumn<ClientRow>["width"]> = {
  name: { least: 184, share: 2 },
  description: { least: 180, share: 2 },
  clientId: { least: 300, share: 1 },
  grantType: { least: 200, share: 0.5 },
  state: { least: 104, share: 0.5 },
  looksLike: { least: 176, share: 1 },
  findings: { least: 128, share: 0.7 },
  lastUse: { least: 184, share: 0.7 },
  duration: { least: 124, share: 0.4 },
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

/** Names and IDs are never translated. */
const LOOKS: Partial<Record<ClientColumn, GridColumn<ClientRow>["look"]>> = {
  name: { className: "grid__main", translate: "no" },
  description: { className: "muted", translate: "no" },
  clientId: { className: "code", translate: "no" },
  redirectUris: { className: "grid__number" },
  scopes: { className: "grid__number" },
  roles: { className: "grid__number" },
  created: { className: "grid__number" },
  modified: { className: "grid__number" },
};

/** The chosen columns; the client that was just created is marked. */
export function useColumns(
  chosen: readonly ClientColumn[],
  fresh: string | undefined,
): GridColumn<ClientRow>[] {
  const { i18n } = useLingui();
  return useMemo(() => {
    const cells = cellsIn(i18n, fresh);
    return COLUMNS.filter((id) => chosen.includes(id)).map((id) => ({
      id,
      name: i18n._(columnWords[id]),
      cell: cells[id],
      look: LOOKS[id] ?? {},
      width: WIDTHS[id],
      isRowHeader: id === "name",
      allowsSorting: (SORTS as readonly string[]).includes(id),
    }));
  }, [i18n, i18n.locale, chosen, fresh]);
}
