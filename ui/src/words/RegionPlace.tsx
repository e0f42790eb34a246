/** City or country of a region; one that this version does not list has none that is known. */
import { Trans } from "@lingui/react/macro";
import type { Region } from "../backend/bindings";

export function RegionPlace({ region }: { region: Region }) {
  if (region.group === "unlisted") return <Trans>Unlisted region</Trans>;
  return <span translate="no">{region.place}</span>;
}
