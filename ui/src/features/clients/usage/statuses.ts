/** The parts into which calls are told apart in the chart; the tables tell more apart. */
import type { UsageCounts } from "../../../backend/bindings";

export interface UsagePart {
  id: "answered" | "refused" | "failed";
  of: (counts: UsageCounts) => number;
}

/** From the bottom of a bar upwards. */
export const parts: readonly UsagePart[] = [
  // What the server counts beyond its statuses is shown as well: a call is a call.
  { id: "answered", of: (counts) => Math.max(counts.requests - refused(counts) - counts.failed, 0) },
  { id: "refused", of: (counts) => refused(counts) },
  { id: "failed", of: (counts) => counts.failed },
];

function refused({ refused, limited }: UsageCounts): number {
  return refused + limited;
}
