/** The way to Rust for the screens: generated commands, the queries made of them, and typed failures. */
import { MutationCache, QueryCache, QueryClient, queryOptions } from "@tanstack/react-query";
import {
  commands,
  events,
  type Failure,
  type HealthCode,
  type ListQuery,
  type Place,
  type PracticeSettings,
  type UsagePeriod,
} from "./bindings";

export type { Failure };
export { commands, events };

/** A failure of Rust, or something that should not have happened at all. */
export type AnyFailure = Failure | { kind: "unexpected"; text: string };

/** What was thrown, as a failure that has words. */
export function toFailure(reason: unknown): AnyFailure {
  if (typeof reason === "object" && reason !== null && "kind" in reason && typeof reason.kind === "string") {
    return reason as Failure;
  }
  return { kind: "unexpected", text: reason instanceof Error ? reason.message : String(reason) };
}

/** Settings are read once; saving puts the new ones in their place. */
export const settingsQuery = queryOptions({
  queryKey: ["settings"],
  queryFn: () => commands.readSettings(),
  staleTime: Number.POSITIVE_INFINITY,
});

/** How the network is reached. */
export const networkQuery = queryOptions({
  queryKey: ["network"],
  queryFn: () => commands.readNetworkSettings(),
});

/** Where the program keeps its files. */
export const dataFolderQuery = queryOptions({
  queryKey: ["dataFolder"],
  queryFn: () => commands.dataFolder(),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Every key of an organization begins like this, so that switching never mixes data. */
export const orgKey = (org: string) => ["org", org] as const;

/** What a person typed for an organization; it outlives signing in again. */
export const draftsKey = (org: string) => [...orgKey(org), "drafts"] as const;

/** What a person typed to change a client. */
export const editKey = (org: string, id: string) => [...draftsKey(org), id] as const;

/** Every profile. */
export const profilesQuery = queryOptions({ queryKey: ["profiles"], queryFn: () => commands.listProfiles() });

/** Every region. */
export const regionsQuery = queryOptions({
  queryKey: ["regions"],
  queryFn: () => commands.listRegions(),
  staleTime: Number.POSITIVE_INFINITY,
});

/** What the client for signing in at a place must have. */
export const bootstrapQuery = (place: Place) =>
  queryOptions({ queryKey: ["bootstrap", place], queryFn: () => commands.bootstrap(place) });

/** Whether the keychain can be used, tried anew each time. */
export const keychainQuery = queryOptions({
  queryKey: ["keychain"],
  queryFn: () => commands.probeKeychain(),
  gcTime: 0,
});

/** What the signed-in person may do in an organization. */
export const diagnosisQuery = (org: string) =>
  queryOptions({ queryKey: [...orgKey(org), "diagnosis"], queryFn: () => commands.diagnose(org) });

/**
 * The list of clients, which stays in Rust: how many there are, and which list it is. A screen that comes up asks anew
 * and shows what is known meanwhile; after a change it waits.
 */
export const clientsQuery = (org: string) =>
  queryOptions({
    queryKey: [...orgKey(org), "clients"],
    queryFn: () => commands.refreshClients(org),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** A part of the list: what one look finds, from one row on. */
export const clientWindowQuery = (
  org: string,
  version: number,
  query: Required<ListQuery>,
  part: WindowPart,
) =>
  queryOptions({
    queryKey: [...orgKey(org), "clients", "window", version, query, part],
    queryFn: () => commands.lookAtClients(org, query, part.offset, part.limit),
    // Whoever shows it compares it with what is shown.
    structuralSharing: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: false,
    // Whoever types leaves many behind.
    gcTime: 5_000,
  });

/** Rows from a place on. */
export interface WindowPart {
  offset: number;
  limit: number;
}

/** Columns and saved views. */
export const listViewsQuery = queryOptions({
  queryKey: ["listViews"],
  queryFn: () => commands.readListViews(),
  staleTime: Number.POSITIVE_INFINITY,
});

/** One client with what it can do. */
export const clientQuery = (org: string, id: string) =>
  queryOptions({ queryKey: [...orgKey(org), "clients", id], queryFn: () => commands.readClient(org, id) });

/** What the receiver of a client needs. */
export const handOverQuery = (org: string, id: string) =>
  queryOptions({
    queryKey: [...orgKey(org), "clients", id, "handOver"],
    queryFn: () => commands.readHandOver(org, id),
  });

/** Figures that come once a day need not be asked for again at once. */
const USAGE_FRESH_MS = 600_000;
let tickets = 0;

/** The calls of a client. Genesys Cloud can take minutes to work them out; whoever leaves ends the wait. */
export const usageQuery = (org: string, id: string, period: UsagePeriod) =>
  queryOptions({
    queryKey: [...orgKey(org), "usage", id, period],
    queryFn: ({ signal }) => {
      tickets += 1;
      const ticket = tickets;
      // A wait that cannot be ended ends by itself, a quarter of an hour later at most.
      signal.addEventListener("abort", () => void commands.stopReadingUsage(ticket).catch(() => {}));
      return commands.readUsage(org, id, period, ticket);
    },
    staleTime: USAGE_FRESH_MS,
    gcTime: USAGE_FRESH_MS,
    refetchOnMount: true,
  });

/** When a client was last used, as far as anybody looked; asks no organization. */
export const lastUseQuery = (org: string, id: string) =>
  queryOptions({
    queryKey: [...orgKey(org), "lastUse", id],
    queryFn: () => commands.readLastUse(org, id),
  });

/** How far the look at many clients is. */
export const surveyQuery = (org: string) =>
  queryOptions({ queryKey: [...orgKey(org), "survey"], queryFn: () => commands.readSurvey(org) });

/** What a change to a client hits, besides its calls. */
export const blastRadiusQuery = (org: string, id: string) =>
  queryOptions({
    queryKey: [...orgKey(org), "blastRadius", id],
    queryFn: () => commands.readBlastRadius(org, id),
    gcTime: 0,
  });

/** How many clients there are and may be. It hangs below the list: another client is another number. */
export const clientRoomQuery = (org: string) =>
  queryOptions({
    queryKey: [...orgKey(org), "clients", "room"],
    queryFn: () => commands.readClientRoom(org),
    staleTime: 60_000,
  });

/** Applications of other organizations that this one was asked to authorize. */
export const authorizationsQuery = (org: string, language: "english" | "french") =>
  queryOptions({
    queryKey: [...orgKey(org), "authorizations", language],
    queryFn: () => commands.listAuthorizations(org, language),
  });

/** Roles, divisions and scopes of an organization, with their names. */
export const factsQuery = (org: string, language: "english" | "french") =>
  queryOptions({
    queryKey: [...orgKey(org), "facts", language],
    queryFn: () => commands.prepareForm(org, language),
  });

/** The change to a client that nobody has begun yet. */
export const startEditQuery = (org: string, id: string) =>
  queryOptions({
    queryKey: [...orgKey(org), "edit", id],
    queryFn: () => commands.startEdit(org, id),
    // The form begins with it once; what becomes of the client later is found when the change is shown.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** The same with a finding mended already. */
export const startMendedEditQuery = (org: string, id: string, code: HealthCode) =>
  queryOptions({
    queryKey: [...orgKey(org), "edit", id, code],
    queryFn: () => commands.startMendedEdit(org, id, code),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** What Latchkey has changed of a client; known without asking the organization. */
export const clientChangesQuery = (org: string, id: string) =>
  queryOptions({
    queryKey: [...orgKey(org), "changes", id],
    queryFn: () => commands.listClientChanges(org, id),
  });

/** The clients that Latchkey has deleted in an organization. */
export const deletedQuery = (org: string) =>
  queryOptions({ queryKey: [...orgKey(org), "deleted"], queryFn: () => commands.listDeleted(org) });

/** The change that puts a client back as it was before an operation. */
export const putBackQuery = (org: string, operation: string) =>
  queryOptions({
    queryKey: [...orgKey(org), "putBack", operation],
    queryFn: () => commands.startPutBack(org, operation),
    // The form begins with it once.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** What was interrupted; known without asking any organization. */
export const interruptedQuery = queryOptions({
  queryKey: ["waiting", "interrupted"],
  queryFn: () => commands.listInterrupted(),
});

/** Secrets of which nobody has said where they went. */
export const unplacedQuery = queryOptions({
  queryKey: ["waiting", "secrets"],
  queryFn: () => commands.listUnplacedSecrets(),
});

/** Whether changes can be written down. */
export const journalQuery = queryOptions({
  queryKey: ["waiting", "journal"],
  queryFn: () => commands.readJournalState(),
});

/** What the practice organization plays. */
export const practiceSettingsQuery = queryOptions({
  queryKey: ["practice"],
  // The type of what is read also fits what may be left out when it is written.
  queryFn: async () => (await commands.readPracticeSettings()) as Required<PracticeSettings>,
});

/** Copies a text that is not secret. */
export async function copyText(text: string): Promise<void> {
  await commands.copyText(text);
}

/**
 * Rust retries reads where that is right; a screen that comes up always asks anew. Whatever was done, and each look at
 * the list of clients, can change what waits for a decision.
 */
export function newQueryClient(): QueryClient {
  const askWhatWaits = () => void client.invalidateQueries({ queryKey: ["waiting"] });
  const client = new QueryClient({
    mutationCache: new MutationCache({ onSettled: askWhatWaits }),
    queryCache: new QueryCache({
      onSuccess: (_, { queryKey }) => {
        if (queryKey[0] === "org" && queryKey[2] === "clients" && queryKey.length === 3) askWhatWaits();
      },
    }),
    defaultOptions: {
      queries: { retry: false, refetchOnWindowFocus: false, refetchOnMount: "always", networkMode: "always" },
      mutations: { networkMode: "always" },
    },
  });
  return client;
}
