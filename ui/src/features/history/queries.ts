/** Reading the history in parts. It belongs to no organization, so switching leaves it as it is. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { commands } from "../../backend/backend";
import type { HistoryEntry, HistoryPart } from "../../backend/bindings";

/** Entries of a part. */
export const PART = 50;

/** What matches a search, newest first; while another search runs, the last one stays in sight. */
export const historyQuery = (search: string, part: HistoryPart) =>
  infiniteQueryOptions({
    queryKey: ["history", "entries", search, part],
    queryFn: ({ pageParam }) => commands.listHistory(search, part, pageParam, PART),
    initialPageParam: 0,
    getNextPageParam: (last, _, offset) =>
      last.entries.length > 0 && offset + last.entries.length < last.total
        ? offset + last.entries.length
        : undefined,
    // What is added meanwhile moves the parts: an entry may come twice.
    select: ({ pages }) => ({
      total: pages.at(-1)?.total ?? 0,
      entries: [
        ...new Map(pages.flatMap((part) => part.entries).map((entry) => [entry.id, entry])).values(),
      ] as HistoryEntry[],
    }),
    placeholderData: keepPreviousData,
  });

/** The steps of one operation, oldest first. */
export const stepsQuery = (operation: string) =>
  queryOptions({
    queryKey: ["history", "steps", operation],
    queryFn: () => commands.listHistorySteps(operation),
  });
