/** What was typed for one purpose and is still right for another. */
import type { ClientDraft } from "../../../backend/bindings";

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
