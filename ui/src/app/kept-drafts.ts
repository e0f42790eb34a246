/**
 * Drafts survive leaving the screen where they are typed: one per preset for a new client, and one per client that is
 * changed. They are beside what else is known of the organization.
 */
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { draftsKey, editKey } from "../backend/backend";
import type { ClientDraft, Preset } from "../backend/bindings";

type Kept = { latest: Preset; drafts: Partial<Record<Preset, ClientDraft>> };

export type KeptDrafts = {
  of: (preset: Preset) => ClientDraft | undefined;
  latest: () => ClientDraft | undefined;
  put: (draft: ClientDraft) => void;
  forget: () => void;
};

/** Forgets the drafts of an organization if one of them is the client that was created. */
export function forgetCreated(client: QueryClient, org: string, name: string): void {
  const kept = client.getQueryData<Kept>(draftsKey(org));
  const isThere = Object.values(kept?.drafts ?? {}).some((draft) => draft.name.trim() === name);
  if (isThere) client.removeQueries({ queryKey: draftsKey(org), exact: true });
}

export function useKeptDrafts(org: string): KeptDrafts {
  const client = useQueryClient();
  return useMemo(() => keptDrafts(client, org), [client, org]);
}

function keptDrafts(client: QueryClient, org: string): KeptDrafts {
  const key = draftsKey(org);
  client.setQueryDefaults(key, { gcTime: Number.POSITIVE_INFINITY });
  const read = () => client.getQueryData<Kept>(key);
  return {
    of: (preset) => read()?.drafts[preset],
    latest: () => {
      const kept = read();
      return kept?.drafts[kept.latest];
    },
    put: (draft) =>
      client.setQueryData<Kept>(key, (kept) => ({
        latest: draft.preset,
        drafts: { ...kept?.drafts, [draft.preset]: draft },
      })),
    forget: () => client.removeQueries({ queryKey: key, exact: true }),
  };
}

export type KeptEdit = {
  read: () => ClientDraft | undefined;
  put: (draft: ClientDraft) => void;
  forget: () => void;
};

/** The change to a client that was begun. */
export function useKeptEdit(org: string, id: string): KeptEdit {
  const client = useQueryClient();
  return useMemo(() => {
    const key = editKey(org, id);
    client.setQueryDefaults(key, { gcTime: Number.POSITIVE_INFINITY });
    return {
      read: () => client.getQueryData<ClientDraft>(key),
      put: (draft) => client.setQueryData<ClientDraft>(key, draft),
      forget: () => client.removeQueries({ queryKey: key, exact: true }),
    };
  }, [client, org, id]);
}
