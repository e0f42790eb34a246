/** What was found, asked of Rust. Everything hangs below the clients of an organization and goes with them. */
import { queryOptions } from "@tanstack/react-query";
import { commands, orgKey } from "../backend/backend";

const key = (org: string) => [...orgKey(org), "health"] as const;

/** The health of every client, which are listed anew. */
export const healthQuery = (org: string) =>
  queryOptions({ queryKey: [...key(org), "all"], queryFn: () => commands.checkHealth(org, true) });

/** The findings on one client. */
export const findingsQuery = (org: string, id: string) =>
  queryOptions({ queryKey: [...key(org), "of", id], queryFn: () => commands.readFindings(org, id) });

/** What ends with implicit grant. */
export const sunsetQuery = (org: string) =>
  queryOptions({ queryKey: [...key(org), "sunset"], queryFn: () => commands.readSunset(org) });
