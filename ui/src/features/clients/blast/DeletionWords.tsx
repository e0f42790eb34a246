/** What deleting a client means at its age, and what nobody promises. */
import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useOrg } from "../../../app/open-org";
import { blastRadiusQuery } from "../../../backend/backend";

export function DeletionWords({ id }: { id: string }) {
  const org = useOrg();
  const { data } = useQuery(blastRadiusQuery(org.id, id));
  if (data?.deletion === "atOnce") {
    return (
      <p>
        <Trans>This client is younger than 30 days: Genesys Cloud removes it at once.</Trans>
      </p>
    );
  }
  if (data?.deletion === "restorableForAWhile") {
    return (
      <p>
        <Trans>
          On its own pages, Genesys Cloud lets a client of this age be restored for 7 days. Whether that also
          holds for one that a program deletes is written nowhere, so do not count on it.
        </Trans>
      </p>
    );
  }
  return null;
}
