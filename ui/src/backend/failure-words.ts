/** The shape of the words for a failure. */
import type { MessageDescriptor } from "@lingui/core";

/** What a person can do about a failure. */
export type FailureAction =
  | "retry"
  | "waitThenRetry"
  | "lookAtList"
  | "lookWhatBecame"
  | "reopen"
  | "signInAgain"
  | "none";

/** The words for a kind of failure. */
export interface FailureWords {
  title: MessageDescriptor;
  explanation: MessageDescriptor;
  /** What to look at, the most likely first. */
  causes?: MessageDescriptor[];
  /** What to do next. */
  next: MessageDescriptor;
  action: FailureAction;
  /** Warning: nothing is broken, one has to wait or choose. */
  tone: "danger" | "warning";
}
