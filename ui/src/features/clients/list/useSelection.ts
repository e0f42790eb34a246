/** The selected clients, by ID: they stay selected while the list shows something else. */
import { useCallback, useMemo, useState } from "react";
import { commands } from "../../../backend/backend";
import type { ClientRow } from "../../../backend/bindings";
import type { Query } from "./query";

const NONE: ReadonlySet<string> = new Set();
/** More than any organization has. */
const ALL = 1_000_000;

export function useSelection(org: string, query: Query) {
  const [selected, setSelected] = useState(NONE);
  const add = useCallback(
    (offset: number, limit: number) =>
      commands.listClientIds(org, query, offset, limit).then((ids) => {
        setSelected((before) => new Set([...before, ...ids]));
      }),
    [org, query],
  );
  return useMemo(
    () => ({
      selected,
      toggle: ({ id }: ClientRow) =>
        setSelected((before) => {
          const after = new Set(before);
          if (!after.delete(id)) after.add(id);
          return after;
        }),
      // Rows that are not in the page are asked for; should that fail, nothing is selected, as one sees.
      selectRange: (from: number, to: number) => void add(from, to - from).catch(() => {}),
      selectAll: () => void add(0, ALL).catch(() => {}),
      clear: () => setSelected(NONE),
    }),
    [selected, add],
  );
}
