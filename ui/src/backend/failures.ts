/**
 * Words for every way in which something can fail: what happened, why, and what to do next.
 * A new kind does not compile until it has them.
 */
import { msg } from "@lingui/core/macro";
import type { AnyFailure } from "./backend";
import type { Details } from "./bindings";
import type { FailureWords } from "./failure-words";
import { journalWords } from "./failures-journal";
import { keychainWords } from "./failures-keychain";
import { sealedFileWords } from "./failures-sealed-file";
import { credentialWords, signInWords, unknownClientWords } from "./failures-sign-in";
import { wordsForReason } from "./failures-unreachable";
import { usageWords } from "./failures-usage";

export type { FailureAction, FailureWords } from "./failure-words";

/** Every kind with its words. Names and numbers of a failure are shown beside them, see `FailurePanel`. */
export const failureWords: Record<AnyFailure["kind"], FailureWords> = {
  ...signInWords,
  ...usageWords,
  permissionMissing: {
    title: msg`You do not have the permission for this`,
    explanation: msg`Genesys Cloud refused the request because a permission is missing from your roles. Nothing was changed.`,
    next: msg`Ask an administrator to add the permission to one of your roles, then try again.`,
    action: "retry",
    tone: "danger",
  },
  roleNotHeld: {
    title: msg`You cannot give a role that you do not have`,
    explanation: msg`Genesys Cloud refused the request because you do not hold one of the roles, or the role no longer exists. Nothing was changed.`,
    next: msg`Choose another role, or ask an administrator to give you the role first.`,
    action: "retry",
    tone: "danger",
  },
  scopeUnknown: {
    title: msg`The organization does not know one of the scopes`,
    explanation: msg`Genesys Cloud refused the request because of a scope that it does not offer. Nothing was changed.`,
    next: msg`Go back and remove the scope, then try again.`,
    action: "retry",
    tone: "danger",
  },
  grantTypeRefused: {
    title: msg`The organization refuses this grant type`,
    explanation: msg`Genesys Cloud no longer accepts new clients with this grant type here. Nothing was changed.`,
    next: msg`Use authorization code with PKCE instead. Everything that you typed is kept.`,
    action: "none",
    tone: "danger",
  },
  tooManyClients: {
    title: msg`The organization has as many clients as it may have`,
    explanation: msg`Genesys Cloud limits the number of OAuth clients of an organization. Nothing was created.`,
    next: msg`Delete a client that nobody uses, or ask Genesys support for a higher limit.`,
    action: "lookAtList",
    tone: "danger",
  },
  rateLimited: {
    title: msg`Too many requests for the moment`,
    explanation: msg`Genesys Cloud asks for a pause before the next request. Nothing was changed, and nothing is lost.`,
    next: msg`Wait until the time is up, then try again.`,
    action: "waitThenRetry",
    tone: "warning",
  },
  // Each reason says more, and what to do.
  unreachable: {
    title: msg`Genesys Cloud cannot be reached`,
    explanation: msg`The request did not arrive, so nothing was changed.`,
    next: msg`Check the network connection, VPN or proxy, then try again.`,
    action: "retry",
    tone: "danger",
  },
  answerLost: {
    title: msg`The answer was lost on the way`,
    explanation: msg`The request was sent, but no answer came back. It may have been carried out, or not.`,
    next: msg`Latchkey has written down what was sent, and can find out what became of it. Look before you try again, so that nothing is done twice.`,
    action: "lookWhatBecame",
    tone: "warning",
  },
  unreadable: {
    title: msg`The answer does not come from Genesys Cloud`,
    explanation: msg`Something answered that is not Genesys Cloud, for example the sign-in page of a network or a proxy.`,
    next: msg`Open a web page to check the connection, then try again.`,
    action: "retry",
    tone: "danger",
  },
  notFound: {
    title: msg`It is not there`,
    explanation: msg`Genesys Cloud does not find it. It may have been deleted, or it is so new that it cannot be read yet.`,
    next: msg`Wait a few seconds and try again, or look at the list of clients.`,
    action: "retry",
    tone: "warning",
  },
  serverTrouble: {
    title: msg`Genesys Cloud has a problem`,
    explanation: msg`The request arrived, but Genesys Cloud could not carry it out. Nothing was changed.`,
    next: msg`Try again in a few minutes. If it stays, give the details to Genesys support.`,
    action: "retry",
    tone: "danger",
  },
  memberRefused: {
    title: msg`Genesys Cloud does not accept a property of this client`,
    explanation: msg`The client has a property that Genesys Cloud does not let be sent back. Nothing was changed.`,
    next: msg`Change this client in Genesys Cloud itself, and give the details to Genesys support.`,
    action: "retry",
    tone: "danger",
  },
  refused: {
    title: msg`Genesys Cloud refused the request`,
    explanation: msg`It gave a reason that this version does not know. Nothing was changed.`,
    next: msg`The details have the reason in the words of Genesys Cloud.`,
    action: "retry",
    tone: "danger",
  },
  draftInvalid: {
    title: msg`Some entries are not right yet`,
    explanation: msg`The client was not sent because the form has errors.`,
    next: msg`Go back to the form: every error is marked there.`,
    action: "none",
    tone: "warning",
  },
  orgNotOpen: {
    title: msg`The organization is not open`,
    explanation: msg`The connection to the organization was closed.`,
    next: msg`Open the organization again.`,
    action: "reopen",
    tone: "warning",
  },
  secretGone: {
    title: msg`The secret is no longer held`,
    explanation: msg`Genesys Cloud shows a secret once, and Latchkey has let go of it because it was put away.`,
    next: msg`If nobody has the secret, it must be replaced by a new one.`,
    action: "none",
    tone: "warning",
  },
  // Never shown as it is: the reason has words of its own.
  journal: journalWords.other,
  sealedFile: sealedFileWords.damaged,
  operationUnderWay: {
    title: msg`This is being done at this moment`,
    explanation: msg`The same change is already under way, so it was not begun a second time.`,
    next: msg`Wait until it is done, then look again.`,
    action: "retry",
    tone: "warning",
  },
  nothingToRecover: {
    title: msg`Nothing is left to do about this`,
    explanation: msg`It was finished or decided already, perhaps in another place of this window.`,
    next: msg`The history shows what became of it.`,
    action: "none",
    tone: "warning",
  },
  notTestable: {
    title: msg`This client cannot be tested here`,
    explanation: msg`People sign in through it, so a test needs a person and the program that it belongs to.`,
    next: msg`Sign in once with that program.`,
    action: "none",
    tone: "warning",
  },
  notEditable: {
    title: msg`This client cannot be changed here`,
    explanation: msg`It has a grant type that Latchkey does not offer, so its form would not show all that the client has.`,
    next: msg`Change it in Genesys Cloud, under Admin > Integrations > OAuth, or replace it by a new client.`,
    action: "none",
    tone: "warning",
  },
  changedMeanwhile: {
    title: msg`The client has changed meanwhile`,
    explanation: msg`Somebody changed it after you began, perhaps in Genesys Cloud itself. Nothing was sent, so nothing of theirs was overwritten.`,
    next: msg`Look at what is different, then decide how to go on. Everything that you typed is kept.`,
    action: "none",
    tone: "warning",
  },
  nameNotTyped: {
    title: msg`The name is not that of the client`,
    explanation: msg`Nothing was deleted: what was typed is not the name of the client.`,
    next: msg`Type the name exactly as it is shown, then try again.`,
    action: "none",
    tone: "warning",
  },
  notExported: {
    title: msg`The file could not be written`,
    explanation: msg`There is no space on the disk, or the folder cannot be written to.`,
    next: msg`Make space or allow writing to the folder, then try again.`,
    action: "retry",
    tone: "danger",
  },
  reasonNeeded: {
    title: msg`A reason is needed`,
    explanation: msg`A finding is acknowledged with a reason, so that others understand later why it may stay. A sentence or two is enough.`,
    next: msg`Write a reason, or shorten it, then try again.`,
    action: "none",
    tone: "warning",
  },
  findingGone: {
    title: msg`This finding is no longer there`,
    explanation: msg`The client has changed meanwhile, or is gone.`,
    next: msg`Check the clients again to see how things are.`,
    action: "retry",
    tone: "warning",
  },
  acknowledgementNotKept: {
    title: msg`The acknowledgement could not be kept`,
    explanation: msg`The finding is as it was. Nothing was changed in the organization.`,
    next: msg`Check that there is space on the disk and that your folder can be written to.`,
    action: "retry",
    tone: "warning",
  },
  clipboardUnavailable: {
    title: msg`The clipboard cannot be used`,
    explanation: msg`This computer did not let Latchkey copy. Nothing was copied.`,
    next: msg`Select the text and copy it by hand, or try again.`,
    action: "retry",
    tone: "danger",
  },
  noSecureConnections: {
    title: msg`Secure connections cannot be set up`,
    explanation: msg`This computer has no list of trusted certificates, so nothing can be sent safely.`,
    next: msg`Ask whoever looks after this computer to install its certificates.`,
    action: "none",
    tone: "danger",
  },
  settingsNotSaved: {
    title: msg`The settings could not be saved`,
    explanation: msg`They hold until Latchkey is closed.`,
    next: msg`Check that there is space on the disk and that your folder can be written to.`,
    action: "retry",
    tone: "warning",
  },
  practiceNotStarted: {
    title: msg`The practice organization could not be started`,
    explanation: msg`It runs inside Latchkey and needs a free port of this computer.`,
    next: msg`Try again. If it stays, a firewall on this computer may be in the way.`,
    action: "retry",
    tone: "danger",
  },
  unexpected: {
    title: msg`Something unexpected happened`,
    explanation: msg`This is a fault of Latchkey itself.`,
    next: msg`Try again. If it stays, report it with the details.`,
    action: "retry",
    tone: "danger",
  },
};

/** After a write that does no harm when it is done twice, there is nothing to look for. */
const harmless: Pick<FailureWords, "next" | "action"> = {
  next: msg`Doing it once more does no harm: try again.`,
  action: "retry",
};

/** The words for a failure; the keychain, the journal, sealed files and the network have some for each reason. */
export function wordsFor(failure: AnyFailure): FailureWords {
  if (failure.kind === "keychain") return keychainWords[failure.reason];
  if (failure.kind === "journal") return journalWords[failure.reason];
  if (failure.kind === "credentials") return credentialWords[failure.problem];
  if (failure.kind === "wrongCredentials" && failure.unknownClient) {
    return { ...failureWords.wrongCredentials, ...unknownClientWords };
  }
  if (failure.kind === "sealedFile") return sealedFileWords[failure.reason];
  if (failure.kind === "answerLost" && failure.operation === null) {
    return { ...failureWords.answerLost, ...harmless };
  }
  const words = failureWords[failure.kind];
  return failure.kind === "unreachable" ? { ...words, ...wordsForReason(failure.reason) } : words;
}

/** What support asks for, where the failure has it. */
export function detailsOf(failure: AnyFailure): Details | null {
  return "details" in failure ? failure.details : null;
}
