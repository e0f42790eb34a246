/** What deleting a client stops, what does not come back, and what Latchkey can do: one story, told everywhere. */
import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useOrg } from "../../../app/open-org";
import { blastRadiusQuery } from "../../../backend/backend";

/** Before it is deleted. */
export function DeletionWords({ id }: { id: string }) {
  const org = useOrg();
  const { data } = useQuery(blastRadiusQuery(org.id, id));
  return (
    <ul className="bullets">
      <li>
        <Trans>
          <strong>What stops:</strong> every program that uses this client. It gets no more tokens. Other
          organizations that have authorized the client lose it too.
        </Trans>
      </li>
      <li>
        <Trans>
          <strong>What does not come back:</strong> the client ID and the secret. Latchkey cannot restore
          them.
        </Trans>{" "}
        {data?.deletion === "atOnce" && (
          <Trans>This client is younger than 30 days, so Genesys Cloud removes it at once.</Trans>
        )}
        {data?.deletion === "restorableForAWhile" && <GenesysMayRestore />}
      </li>
      <li>
        <Trans>
          <strong>What Latchkey can do:</strong> create a new client with the same settings, under “Deleted
          clients”. It has another client ID and another secret, so every program has to be changed.
        </Trans>
      </li>
    </ul>
  );
}

/** What is known of the way back at Genesys, in one sentence. Source: help page 188025. */
export function GenesysMayRestore() {
  return (
    <Trans>
      On its own page for OAuth clients, Genesys Cloud can restore a client older than 30 days until 7 days
      after it was deleted; Genesys does not say whether that also holds for one that a program deletes.
    </Trans>
  );
}
