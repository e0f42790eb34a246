/** Makes an organization the one that is shown: as it is where it is open already, else with what the keychain holds. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { commands, type Failure, profilesQuery, toFailure } from "../backend/backend";
import type { OrgView } from "../backend/bindings";
import { signInAgain } from "./navigation";
import { useOpenOrg } from "./open-org";

/** Enters by the profile's identifier; where signing in is needed, that screen comes. */
export function useEnterOrg() {
  const { org, open, show } = useOpenOrg();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (profile: string): Promise<OrgView> => {
      if (org?.id === profile) return org;
      const known = (await commands.listProfiles()).find(({ id }) => id === profile);
      if (known?.open) {
        show(known.open);
        return known.open;
      }
      // The practice organization of this program is not among the profiles.
      const opened = known ? await commands.openProfile(profile) : await commands.openPractice();
      if (opened.id !== profile) throw { kind: "profileUnknown" } satisfies Failure;
      open(opened);
      return opened;
    },
    onError: (error, profile) => {
      if (toFailure(error).kind === "signInNeeded") signInAgain(profile);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: profilesQuery.queryKey }),
  });
}
