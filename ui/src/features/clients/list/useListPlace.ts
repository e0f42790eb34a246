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

/** Where one is in the list, and the function that asks for something else. A client that was just created is shown first. */
export function useListPlace(org: string, version: number, fresh: string | undefined) {
  const client = useQueryClient();
  const [place, setPlace] = useState<Place>(() =>
    fresh
      ? { query: { ...EVERYTHING, sort: "created", direction: "descending" }, row: 0 }
      : (read(client, org) ?? { query: EVERYTHING, row: 0 }),
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
