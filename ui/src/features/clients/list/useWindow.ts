/** The rows in sight, and some before and after, as Rust hands them out. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { clientWindowQuery } from "../../../backend/backend";
import type { Query } from "./query";

/** Rows of a block: about two screens, so that the next one is there before it is reached. */
const BLOCK = 50;

/** Shows the rows before while others are on their way, so that nothing flickers. */
export function useWindow(org: string, version: number, query: Query) {
  const [block, setBlock] = useState(0);
  const part = { offset: Math.max(block - 1, 0) * BLOCK, limit: BLOCK * 3 };
  const { data, error, refetch } = useQuery({
    ...clientWindowQuery(org, version, query, part),
    placeholderData: keepPreviousData,
  });
  const onRange = useCallback((from: number) => setBlock(Math.floor(from / BLOCK)), []);
  return { shown: data, error, refetch, onRange };
}
