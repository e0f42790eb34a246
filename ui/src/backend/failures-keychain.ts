/**
 * Words for every way in which the keychain can fail, each with its own way out. Nothing is ever stored in a
 * file instead; that and "for this session only" are said for all of them.
 */
import { msg } from "@lingui/core/macro";
import type { VaultError } from "./bindings";
import type { FailureWords } from "./failure-words";

/** Said once for all reasons: what did not happen, and what is possible all the same. */
const NOTHING_STORED = msg`Nothing was stored, and Latchkey never puts a secret in a file instead. You can also sign in for this session only: you then sign in again after closing Latchkey.`;

const keychain = (
  title: FailureWords["title"],
  next: FailureWords["next"],
  action: FailureWords["action"] = "retry",
): FailureWords => ({ title, explanation: NOTHING_STORED, next, action, tone: "warning" });

/** Every reason with its words. */
export const keychainWords: Record<VaultError, FailureWords> = {
  noKeychainService: keychain(
    msg`No keychain is running on this computer`,
    msg`Latchkey found no session bus or no keyring service. Install and start a keyring, for example GNOME Keyring or KWallet, sign in to the desktop again, then try again.`,
  ),
  noCollection: keychain(
    msg`The keychain has no default keyring yet`,
    msg`Open the program “Passwords and Keys”, create a password keyring, set it as the default, then try again.`,
  ),
  locked: keychain(
    msg`The keychain is locked`,
    msg`Unlock it with its password, which is usually the one of your computer, then try again.`,
  ),
  dismissed: keychain(
    msg`The question of the keychain was closed`,
    msg`The computer asked whether Latchkey may use the keychain, and the answer was no. Try again and allow it.`,
  ),
  timedOut: keychain(
    msg`The keychain does not answer`,
    msg`A window that asks for the password of the keychain may be hidden behind others. Answer it, then try again.`,
  ),
  tooLarge: keychain(
    msg`The keychain cannot hold something this long`,
    msg`What has to be kept is longer than the keychain of this computer allows. Sign in for this session only, or in another way.`,
    "none",
  ),
  damaged: keychain(
    msg`What the keychain holds cannot be read`,
    msg`The entry was changed or damaged by something else. Sign in again: it is then written anew.`,
  ),
  other: keychain(
    msg`The keychain cannot be used`,
    msg`This computer gave no reason that Latchkey knows. Restart the computer or ask whoever looks after it, then try again.`,
  ),
};
