/** Acknowledging a finding and taking that back; what is shown anywhere is right afterwards. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useOrg } from "../app/open-org";
import { commands, orgKey } from "../backend/backend";
import type { HealthFinding } from "../backend/bindings";
import { findingsQuery, healthQuery } from "./queries";

type Change = { finding: HealthFinding; reason: string | null };

/** `reason` null: take it back. */
export function useAcknowledging() {
  const org = useOrg();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ finding, reason }: Change) => {
      const { clientId, code } = finding;
      await (reason === null
        ? commands.takeBackAcknowledgement(org.id, clientId, code)
        : commands.acknowledgeFinding(org.id, clientId, code, reason));
      const health = healthQuery(org.id).queryKey;
      // The clients have not changed by it: what is known of them is looked at again, and nothing is asked of Genesys.
      if (client.getQueryData(health)) client.setQueryData(health, await commands.checkHealth(org.id, false));
      await client.invalidateQueries({ queryKey: findingsQuery(org.id, clientId).queryKey });
      void client.invalidateQueries({ queryKey: [...orgKey(org.id), "clients"] });
    },
  });
}
