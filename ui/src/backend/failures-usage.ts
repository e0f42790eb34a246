/** Words for what can go wrong while the calls of a client are looked for. Nothing is ever changed by looking. */
import { msg } from "@lingui/core/macro";
import type { Failure } from "./bindings";
import type { FailureWords } from "./failure-words";

type UsageKind = Extract<Failure["kind"], "usageNotWorkedOut" | "usageTakesTooLong" | "usageStopped">;

/** Every kind with its words. */
export const usageWords: Record<UsageKind, FailureWords> = {
  usageNotWorkedOut: {
    title: msg`Genesys Cloud could not work out the calls`,
    explanation: msg`It took the question and then gave up. It does not say why. That says nothing about whether the client is used.`,
    next: msg`Ask again in a few minutes, or for fewer days.`,
    action: "retry",
    tone: "warning",
  },
  usageTakesTooLong: {
    title: msg`Genesys Cloud is still working out the calls`,
    explanation: msg`Latchkey has waited for a quarter of an hour and does not wait any longer. That says nothing about whether the client is used.`,
    next: msg`Ask again later, or for fewer days.`,
    action: "retry",
    tone: "warning",
  },
  usageStopped: {
    title: msg`The look at the calls was stopped`,
    explanation: msg`Nobody waited for the answer any more.`,
    next: msg`Ask again whenever you want to know.`,
    action: "retry",
    tone: "warning",
  },
};
