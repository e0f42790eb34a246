/** Words for what can go wrong while signing in, and with the list of organizations. */
import { msg } from "@lingui/core/macro";
import type { CredentialProblem } from "./bindings";
import type { FailureWords } from "./failure-words";
import { keychainWords } from "./failures-keychain";

/** The region does not know the client at all: "client not found". */
export const unknownClientWords: Partial<FailureWords> = {
  title: msg`Genesys Cloud does not know this client ID`,
  explanation: msg`The region answered that it has no such client. The most likely causes, in this order:`,
  causes: [
    msg`The client ID is not right. It may have been copied only in part.`,
    msg`The region is not right. Each organization is in exactly one region, and no other region knows its clients.`,
    msg`The client was deleted.`,
  ],
  next: msg`Check the client ID and the region, then sign in again. What you typed is kept.`,
};

const credential = (
  title: FailureWords["title"],
  explanation: FailureWords["explanation"],
  next: FailureWords["next"],
): FailureWords => ({ title, explanation, next, action: "none", tone: "warning" });

/** What was typed as client ID and secret cannot be them. */
export const credentialWords: Record<CredentialProblem, FailureWords> = {
  swapped: credential(
    msg`Client ID and secret are swapped`,
    msg`The text in the secret field looks like a client ID, and the other one does not. Nothing was sent.`,
    msg`Swap the two, then sign in again.`,
  ),
  noId: credential(
    msg`The client ID is missing`,
    msg`The field contains nothing but spaces, quotes or a label. Nothing was sent.`,
    msg`Copy the client ID again.`,
  ),
  noSecret: credential(
    msg`The client secret is missing`,
    msg`The field contains nothing but spaces, quotes or a label. Nothing was sent.`,
    msg`Copy the secret again.`,
  ),
  idTwice: credential(
    msg`The secret field contains the client ID`,
    msg`Both fields contain the same text. Nothing was sent.`,
    msg`Copy the secret. Genesys Cloud shows it only once, when the client is created or its secret is replaced.`,
  ),
};

export const signInWords = {
  signInExpired: {
    title: msg`The sign-in is no longer valid`,
    explanation: msg`Genesys Cloud no longer accepts the session. Nothing was changed.`,
    next: msg`Sign in again, then go on where you were. Everything that you typed is kept.`,
    action: "signInAgain",
    tone: "warning",
  },
  addressRefused: {
    title: msg`This computer’s IP address is not allowed`,
    explanation: msg`Your request came from an IP address that is not in the organization’s allow list. Your sign-in is still valid. Nothing was changed.`,
    next: msg`Connect to the network or VPN that your organization allows, then try again. Or ask the administrator who manages the allow list in Genesys Cloud to add your IP address.`,
    action: "retry",
    tone: "danger",
  },
  signInNeeded: {
    title: msg`You have to sign in again`,
    explanation: msg`The keychain holds nothing that opens this organization: it was for one session only, it was removed, or its time is over.`,
    next: msg`Sign in again. Everything that you typed is kept.`,
    action: "signInAgain",
    tone: "warning",
  },
  wrongCredentials: {
    title: msg`Genesys Cloud does not accept this client ID and secret`,
    explanation: msg`The most likely causes, in this order:`,
    causes: [
      msg`The secret is not right. It may have been replaced by a new one, or copied only in part.`,
      msg`The client is inactive.`,
      msg`The region is not right. Each organization is in exactly one region, and no other region knows its clients.`,
    ],
    next: msg`Check the client ID and the secret, then sign in again. What you typed is kept.`,
    action: "retry",
    tone: "danger",
  },
  // Never shown as it is: each problem has words of its own.
  credentials: credentialWords.swapped,
  wrongGrantType: {
    title: msg`This client is for another way of signing in`,
    explanation: msg`Its grant type does not fit. The browser needs a client with “Code Authorization”; client ID and secret need one with “Client Credentials”.`,
    next: msg`Use a client of the right grant type, or go back and choose the other way.`,
    action: "none",
    tone: "danger",
  },
  notAToken: {
    title: msg`This is not an access token`,
    explanation: msg`What was pasted does not look like an access token of Genesys Cloud. It was not sent anywhere.`,
    next: msg`Copy the token again, all of it and nothing else. A client secret or a client ID is not a token.`,
    action: "none",
    tone: "warning",
  },
  // Never shown as it is: the reason has words of its own.
  keychain: keychainWords.other,
  signInDenied: {
    title: msg`The sign-in was refused in the browser`,
    explanation: msg`Genesys Cloud came back without allowing it: somebody chose “No”, or an administrator has to authorize the client first.`,
    next: msg`Try again. If a page asks for an administrator, the organization enforces scopes: have the client authorized under Admin > Integrations > Authorized Applications.`,
    action: "retry",
    tone: "warning",
  },
  signInTimedOut: {
    title: msg`Nobody came back from the browser`,
    explanation: msg`The time is up. When the browser showed an error of Genesys Cloud, it is nearly always one of these:`,
    causes: [
      msg`The region is not the one of the organization.`,
      msg`The client ID is not right.`,
      msg`The redirect address is not registered with the client, exactly as the guide shows it.`,
    ],
    next: msg`Check these, then try again. What you typed is kept.`,
    action: "retry",
    tone: "warning",
  },
  signInCancelled: {
    title: msg`The sign-in was cancelled`,
    explanation: msg`Nothing was stored, and no organization was opened.`,
    next: msg`Try again when you like. What you typed is kept.`,
    action: "retry",
    tone: "warning",
  },
  noPortFree: {
    title: msg`The browser cannot come back to Latchkey`,
    explanation: msg`No port of this computer is free for it, or a security program does not allow Latchkey to use one.`,
    next: msg`Close programs that you do not need and try again, or sign in another way.`,
    action: "retry",
    tone: "danger",
  },
  otherOrganization: {
    title: msg`This is another organization`,
    explanation: msg`You signed in, but not to the organization that was asked for. Latchkey has not opened it, so that nothing happens in the wrong place.`,
    next: msg`Sign in with an account or a client of the right organization, or add the other one as an organization of its own.`,
    action: "none",
    tone: "warning",
  },
  confirmProduction: {
    title: msg`This is a production organization`,
    explanation: msg`Changes in it have to be confirmed once more, and that did not happen. Nothing was changed.`,
    next: msg`Try again and confirm it.`,
    action: "retry",
    tone: "warning",
  },
  profilesNotSaved: {
    title: msg`The list of organizations could not be saved`,
    explanation: msg`What was changed holds until Latchkey is closed.`,
    next: msg`Check that there is space on the disk and that your folder can be written to.`,
    action: "retry",
    tone: "warning",
  },
  profileUnknown: {
    title: msg`This organization is no longer in the list`,
    explanation: msg`It was removed from Latchkey. Nothing was changed in the organization itself.`,
    next: msg`Add it again from the first screen.`,
    action: "reopen",
    tone: "warning",
  },
  placeUnknown: {
    title: msg`This is not a place of Genesys Cloud`,
    explanation: msg`Latchkey does not know the region, or the address is not one on this computer. Nothing was sent there.`,
    next: msg`Choose a region from the list, or correct the address. A practice organization has an address like http://127.0.0.1:4242.`,
    action: "none",
    tone: "warning",
  },
  domainNotGenesys: {
    title: msg`This domain does not answer as Genesys Cloud`,
    explanation: msg`This version of Latchkey does not know the domain, and its sign-in server does not say that it is one of Genesys Cloud. Neither secret nor token was sent there.`,
    next: msg`Check the domain. If it is right, a guest network may be in the way: open a web page to see. In doubt, ask whoever administers your Genesys Cloud, or Genesys support.`,
    action: "retry",
    tone: "danger",
  },
} satisfies Record<string, FailureWords>;
