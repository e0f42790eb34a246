/** The rows in sight, and some before and after, as Rust hands them out. */
import { type QueryClient, replaceEqualDeep, useQueryClient } from "@tanstack/react-query";
import { useCallback, useLayoutEffect, useState } from "react";
import { flushSync } from "react-dom";
import { type AnyFailure, clientWindowQuery } from "../../../backend/backend";
import type { ClientWindow } from "../../../backend/bindings";
import type { Query } from "./query";

/** Rows of a block: more than a screen of most windows, so that the next one is there before it is reached. */
const BLOCK = 32;

/** Rows, and what was asked for when they were found. */
type Shown = ClientWindow & { query: Query };

interface Look {
  shown?: Shown;
  error?: AnyFailure;
}

/** Shows the rows before while others are on their way, so that nothing flickers. */
export function useWindow(org: string, version: number, query: Query) {
  const client = useQueryClient();
  const [block, setBlock] = useState(0);
  const [tries, setTries] = useState(0);
  const [look, setLook] = useState<Look>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks again
  useLayoutEffect(() => {
    let isAwaited = true;
    // At once: later would be after another picture of the old rows, which takes longer than all this.
    const settle = (after: (before: Look) => Look) => {
      if (isAwaited) flushSync(() => setLook(after));
    };
    client.fetchQuery(clientWindowQuery(org, version, query, around(block))).then(
      (window) => settle(({ shown }) => ({ shown: keepEqual(shown, { ...window, query }) })),
      (error) => settle((before) => ({ ...before, error })),
    );
    return () => {
      isAwaited = false;
    };
  }, [client, org, version, query, block, tries]);
  const onRange = useCallback((from: number) => setBlock(Math.floor(from / BLOCK)), []);
  const tryAgain = useCallback(() => setTries((before) => before + 1), []);
  return { ...look, tryAgain, onRange };
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
function keepEqual(before: Shown | undefined, window: Shown): Shown {
  const known = new Map(before?.rows.map((row) => [row.id, row]));
  const rows = window.rows.map((row) => replaceEqualDeep(known.get(row.id), row));
  return { ...window, facets: replaceEqualDeep(before?.facets, window.facets), rows };
}
