/** What a new client begins with: nothing, what was sent before, another client, or one that was deleted. */
import { useQuery } from "@tanstack/react-query";
import { useOrg } from "../../../app/open-org";
import type { Beginning } from "../../../app/routes";
import { commands } from "../../../backend/backend";
import type { ClientDraft, CopyGap, Created } from "../../../backend/bindings";

export interface Begun {
  draft: ClientDraft;
  /** What was sent before is checked at once; what is new is looked at first. */
  step: "fillIn" | "check" | "created";
  /** What could not be taken over from another client; absent where there was none. */
  gaps?: CopyGap[];
  /** It was sent before. */
  hasSent?: true;
  /** It is there already. */
  created?: Created;
}

export function useBeginning(beginning: Beginning) {
  const org = useOrg();
  const isEmpty = !beginning.again && !beginning.made && !beginning.copyOf && !beginning.deleted;
  return useQuery({
    queryKey: ["beginning", org.id, beginning],
    queryFn: () => begin(org.id, beginning),
    // The form begins with it once.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    ...(isEmpty ? { initialData: null } : {}),
  });
}

async function begin(
  org: string,
  { again, made, copyOf, from, twin, deleted }: Beginning,
): Promise<Begun | null> {
  if (again) {
    const { profileId, draft } = await commands.readIntendedDraft(again);
    // Roles and divisions of another organization mean nothing here.
    return profileId === org ? { draft, step: "check", hasSent: true } : null;
  }
  if (made) {
    const { profileId, draft, created } = await commands.readCreated(made);
    return profileId === org ? { draft, step: "created", hasSent: true, created } : null;
  }
  if (deleted) return { ...(await commands.startRecreate(org, deleted)), step: "fillIn" };
  if (copyOf) {
    return { ...(await commands.startCopy(from ?? org, copyOf, org, twin ?? false)), step: "fillIn" };
  }
  return null;
}
