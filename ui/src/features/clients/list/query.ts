/** What can be asked of the list: search, filters and order. */
import type { ListQuery, SortColumn } from "../../../backend/bindings";

/** Everything that can be asked. */
export type Query = Required<ListQuery>;

/** The filters, each a list of values. */
export type FilterName = "grantTypes" | "states" | "looksLike" | "levels" | "codes" | "uses";
export const FILTERS: readonly FilterName[] = [
  "grantTypes",
  "states",
  "looksLike",
  "levels",
  "codes",
  "uses",
];

/** Everything, by name. */
export const EVERYTHING: Query = {
  search: "",
  grantTypes: [],
  states: [],
  looksLike: [],
  levels: [],
  codes: [],
  uses: [],
  sort: "name",
  direction: "ascending",
};

/** What is left out in a saved view is as at the beginning. */
export function whole(query: ListQuery): Query {
  return { ...EVERYTHING, ...query };
}

/** Whether anything keeps clients out of sight. */
export function isNarrow(query: Query): boolean {
  return query.search.trim() !== "" || FILTERS.some((name) => query[name].length > 0);
}

/** The same order without search and filters. */
export function widened(query: Query): Query {
  return { ...EVERYTHING, sort: query.sort, direction: query.direction };
}

/** The column by which a view is sorted, as the engine calls it. */
export const SORTS: readonly SortColumn[] = [
  "name",
  "grantType",
  "state",
  "looksLike",
  "findings",
  "lastUse",
  "duration",
  "created",
  "modified",
];
