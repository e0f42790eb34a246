/** That implicit grant ends: one sentence for the form, the preview, the list of clients and the health check. */
import { Trans } from "@lingui/react/macro";
import type { AnnouncedDate } from "../backend/bindings";
import { Announced } from "./Values";

interface ImplicitEndsProps {
  noNewSince: AnnouncedDate;
  stops: AnnouncedDate;
}

export function ImplicitEnds({ noNewSince, stops }: ImplicitEndsProps) {
  return (
    <Trans>
      Genesys has accepted no new clients with implicit grant since <Announced date={noNewSince} />. Existing
      ones stop working by <Announced date={stops} />. Plan the move to authorization code + PKCE.
    </Trans>
  );
}
