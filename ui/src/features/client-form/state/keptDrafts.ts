/** Drafts survive leaving the wizard: one per preset, beside what else is known of the organization. */
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { draftsKey } from "../../../backend/backend";
import type { ClientDraft, Preset } from "../../../backend/bindings";

type Kept = { latest: Preset; drafts: Partial<Record<Preset, ClientDraft>> };

export type KeptDrafts = {
  of: (preset: Preset) => ClientDraft | undefined;
  latest: () => ClientDraft | undefined;
  put: (draft: ClientDraft) => void;
  forget: () => void;
};

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
    forget: () => client.removeQueries({ queryKey: key }),
  };
}

/** A fresh draft with what was already typed: for the same preset all of it, for another one the name and description. */
export function carryOver(
  fresh: ClientDraft,
  kept: ClientDraft | undefined,
  last: ClientDraft | null,
): ClientDraft {
  if (!kept) return { ...fresh, name: last?.name ?? "", description: last?.description ?? "" };
  return {
    ...kept,
    grantType: fresh.preset === "plain" ? fresh.grantType : kept.grantType,
    scopes: kept.scopes.length > 0 ? kept.scopes : fresh.scopes,
    roles: kept.roles.length > 0 ? kept.roles : fresh.roles,
  };
}
