/** Where one is in the list: what was asked, and the active row; kept while one looks at something else. */
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { orgKey } from "../../../backend/backend";
import { EVERYTHING, type Query } from "./query";
import { askAhead } from "./useWindow";

interface Place {
  query: Query;
  /** The row that was active. */
  row: number;
}

const placeKey = (org: string) => [...orgKey(org), "list"];

function read(client: QueryClient, org: string): Place | undefined {
  client.setQueryDefaults(placeKey(org), { gcTime: Number.POSITIVE_INFINITY });
  return client.getQueryData<Place>(placeKey(org));
}

/** What the list opens with, in place of where one was. */
export type Opening = "fresh" | "quiet";

const openings: Record<Opening, Query> = {
  // A client that was just created is shown first.
  fresh: { ...EVERYTHING, sort: "created", direction: "descending" },
  quiet: { ...EVERYTHING, uses: ["noCalls"], sort: "lastUse" },
};

/** The list begins here when it is shown next: what is to be different, or one of its openings. */
export function beginAt(client: QueryClient, org: string, next: Opening | Partial<Query>) {
  const kept = read(client, org)?.query ?? EVERYTHING;
  const query = typeof next === "string" ? openings[next] : { ...kept, ...next };
  client.setQueryData<Place>(placeKey(org), { query, row: 0 });
}

/** Where one is in the list, and the function that asks for something else. */
export function useListPlace(org: string, version: number, opening: Opening | undefined) {
  const client = useQueryClient();
  const [place, setPlace] = useState<Place>(() =>
    opening ? { query: openings[opening], row: 0 } : (read(client, org) ?? { query: EVERYTHING, row: 0 }),
  );
  const latest = useRef(place);
  const keep = useCallback(
    (next: Place) => {
      latest.current = next;
      client.setQueryData(placeKey(org), next);
    },
    [client, org],
  );
  const ask = useCallback(
    (part: Partial<Query>) => {
      keep({ query: { ...latest.current.query, ...part }, row: 0 });
      askAhead(client, org, version, latest.current.query);
      setPlace(latest.current);
    },
    [client, org, version, keep],
  );
  // Drawn nothing for: it only says where to begin when one comes back.
  const stand = useCallback((row: number) => keep({ query: latest.current.query, row }), [keep]);
  return { query: place.query, initialRow: place.row, ask, stand };
}
