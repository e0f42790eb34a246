/** The rows in sight, and some before and after, as Rust hands them out. */
import { keepPreviousData, type QueryClient, replaceEqualDeep, useQuery } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { clientWindowQuery } from "../../../backend/backend";
import type { ClientWindow } from "../../../backend/bindings";
import type { Query } from "./query";

/** Rows of a block: more than a screen of most windows, so that the next one is there before it is reached. */
const BLOCK = 32;

/** Shows the rows before while others are on their way, so that nothing flickers. */
export function useWindow(org: string, version: number, query: Query) {
  const [block, setBlock] = useState(0);
  const [kept] = useState(keeper);
  const { data, error, refetch } = useQuery({
    ...clientWindowQuery(org, version, query, around(block)),
    placeholderData: keepPreviousData,
    select: kept,
  });
  const onRange = useCallback((from: number) => setBlock(Math.floor(from / BLOCK)), []);
  return { shown: data, error, refetch, onRange };
}

/** Asks for the first rows at once, while the page is still drawing what was typed. */
export function askAhead(client: QueryClient, org: string, version: number, query: Query): void {
  void client.prefetchQuery(clientWindowQuery(org, version, query, around(0)));
}

/** A block with its neighbours. */
function around(block: number) {
  const first = Math.max(block - 1, 0);
  return { offset: first * BLOCK, limit: (block + 2 - first) * BLOCK };
}

/** What was in the window before and is the same stays the same object: nothing is drawn again for it. */
function keeper() {
  let given: ClientWindow | undefined;
  let before: ClientWindow | undefined;
  return (window: ClientWindow): ClientWindow => {
    if (before && window === given) return before;
    given = window;
    const known = new Map(before?.rows.map((row) => [row.id, row]));
    const rows = window.rows.map((row) => replaceEqualDeep(known.get(row.id), row));
    before = { ...window, facets: replaceEqualDeep(before?.facets, window.facets), rows };
    return before;
  };
}
