/** How many clients an organization has of those that it may have: said before the wall is hit. */
import { Plural, Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useOrg } from "../app/open-org";
import { clientRoomQuery } from "../backend/backend";
import { Notice } from "../components/Notice";
import { Num } from "./Values";

/** Nothing where the limit cannot be found out. `always`: also while there is room. */
export function ClientRoom({ always = false }: { always?: boolean }) {
  const org = useOrg();
  const { data } = useQuery(clientRoomQuery(org.id));
  if (!data || data.limit === null) return null;
  const { clients, limit, nearlyFull } = data;
  if (!nearlyFull) {
    return always ? (
      <p className="muted">
        <Trans>
          The organization has <Num value={clients} /> of the <Num value={limit} /> clients that it may have.
        </Trans>
      </p>
    ) : null;
  }
  const left = limit - clients;
  return (
    <Notice
      tone="warning"
      title={
        <Trans>
          <Num value={clients} /> of <Num value={limit} /> possible clients exist
        </Trans>
      }
    >
      {left > 0 ? (
        <Plural
          value={left}
          one="This organization can create # more client."
          other="This organization can create # more clients."
        />
      ) : (
        <Trans>Genesys Cloud will refuse a new client.</Trans>
      )}{" "}
      <Trans>Delete clients that nobody needs, or ask Genesys for a higher limit.</Trans>
    </Notice>
  );
}
