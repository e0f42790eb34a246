/** The words for what was found about a client: a total table, so that a new kind does not compile without them. */
import type { ReactNode } from "react";
import type { HealthReason } from "../backend/bindings";
import { addressReasons } from "./reasons-address";
import { grantReasons } from "./reasons-grant";
import { reachReasons } from "./reasons-reach";
import { upkeepReasons } from "./reasons-upkeep";

/** What a finding says: a sentence or two, and what it is about, one below the other. */
export interface Said {
  text: ReactNode;
  items?: string[];
}

/** `daysLeft`: until what it warns of; negative after, null where nothing has a day. */
export type ReasonWords = {
  [Code in HealthReason["code"]]: (
    reason: Extract<HealthReason, { code: Code }>,
    daysLeft: number | null,
  ) => Said;
};

const reasonWords: ReasonWords = {
  ...grantReasons,
  ...addressReasons,
  ...reachReasons,
  ...upkeepReasons,
};

/** The words for one reason. */
export function sayReason(reason: HealthReason, daysLeft: number | null): Said {
  return (reasonWords[reason.code] as (reason: HealthReason, daysLeft: number | null) => Said)(
    reason,
    daysLeft,
  );
}
