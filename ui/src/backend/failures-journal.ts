/**
 * Words for every reason why the journal cannot be used. What all of them mean is said once: nothing was sent, because
 * Latchkey changes nothing that it cannot write down first.
 */
import { msg } from "@lingui/core/macro";
import type { JournalError } from "./bindings";
import type { FailureWords } from "./failure-words";

/** Said for every reason. */
const NOTHING_SENT = msg`Latchkey writes down every change before it sends it, so that nothing is lost when something goes wrong. It cannot do that now, so nothing was sent and nothing was changed.`;

const journal = (title: FailureWords["title"], next: FailureWords["next"]): FailureWords => ({
  title,
  explanation: NOTHING_SENT,
  next,
  action: "retry",
  tone: "danger",
});

/** Every reason with its words. */
export const journalWords: Record<JournalError, FailureWords> = {
  inUse: journal(
    msg`Another Latchkey window has the journal open`,
    msg`Close the other window, also one of another user of this computer, then try again.`,
  ),
  newer: journal(
    msg`The journal was written by a newer version of Latchkey`,
    msg`It was left as it is. Install the newest version of Latchkey, then try again.`,
  ),
  readOnly: journal(
    msg`The journal cannot be written to`,
    msg`Make sure that your account may write to the folder of Latchkey, which the settings show, then try again.`,
  ),
  full: journal(msg`The disk is full`, msg`Make space on the disk of this computer, then try again.`),
  damaged: journal(
    msg`The journal is damaged`,
    msg`Close Latchkey and start it again: the damaged journal is put aside, and a new one is begun.`,
  ),
  notAllowed: journal(
    msg`This is no longer possible`,
    msg`What was to be done does not fit what has happened meanwhile. Look at the history, then decide anew.`,
  ),
  unknown: journal(
    msg`The journal does not know this change`,
    msg`It may belong to a journal that was put aside. Look at the list of clients to see how things are.`,
  ),
  other: journal(
    msg`The journal cannot be used`,
    msg`This computer gave no reason that Latchkey knows. Start Latchkey again; if it stays, save a report for support in the settings.`,
  ),
};
