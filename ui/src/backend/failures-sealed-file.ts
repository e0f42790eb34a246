/** Words for every way in which a file cannot be sealed, or a sealed one not opened. */
import { msg } from "@lingui/core/macro";
import { PASSPHRASE_MIN, type SealedFileError } from "./bindings";
import type { FailureWords } from "./failure-words";

const sealed = (
  title: FailureWords["title"],
  explanation: FailureWords["explanation"],
  next: FailureWords["next"],
): FailureWords => ({ title, explanation, next, action: "none", tone: "warning" });

/** Every reason with its words. */
export const sealedFileWords: Record<SealedFileError, FailureWords> = {
  passphraseTooShort: sealed(
    msg`The passphrase is too short: at least ${PASSPHRASE_MIN} characters`,
    msg`Whoever gets the file can try passphrases for as long as they like, so that a short one would not last. No file was written.`,
    msg`Type a longer one, or let Latchkey make one.`,
  ),
  notAPublicKey: sealed(
    msg`This is not a public key: it begins with age1`,
    msg`A public key has 62 letters and digits, and the receiver's program shows it. No file was written.`,
    msg`Ask the receiver to send it once more, and paste the whole of it.`,
  ),
  notSealed: sealed(
    msg`This is not a sealed file`,
    msg`A sealed file begins with a line that says AGE ENCRYPTED FILE, and ends with such a line.`,
    msg`Choose the file that you were sent, or paste the whole of its text.`,
  ),
  wrongPassphrase: sealed(
    msg`This is not the passphrase of the file`,
    msg`Capitals count, and so do the signs between the groups.`,
    msg`Type it once more, or ask the sender for it.`,
  ),
  notForThisKey: sealed(
    msg`The file is sealed for somebody else's key`,
    msg`Only the computer whose public key the sender was given can open it.`,
    msg`Send the sender your public key, which this page shows, and ask for the file once more.`,
  ),
  tooMuchWork: sealed(
    msg`Opening the file would take this computer too long`,
    msg`Its passphrase was made harder to try than any program of good will asks for.`,
    msg`Do not trust this file. Ask the sender whether it comes from them.`,
  ),
  damaged: sealed(
    msg`The sealed file is damaged`,
    msg`A part of it is missing, or was changed on the way. Nothing in it can be trusted.`,
    msg`Ask the sender for the file once more.`,
  ),
  notAHandOver: sealed(
    msg`The file opens, but Latchkey did not make it`,
    msg`It holds something else than an OAuth client.`,
    msg`Open it with the program that it was made for.`,
  ),
  newer: sealed(
    msg`The file was made by a newer Latchkey`,
    msg`This version does not know all that is in it.`,
    msg`Update Latchkey, then open the file again.`,
  ),
};
