/** Parts of the world under which administrators know the regions. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { RegionGroup } from "../backend/bindings";

/** In the order in which they are listed. */
export const regionGroupWords: Record<RegionGroup, MessageDescriptor> = {
  americas: msg`Americas`,
  emea: msg`Europe, Middle East, Africa`,
  asiaPacific: msg`Asia Pacific`,
  unlisted: msg`Not in the list of this version`,
};
