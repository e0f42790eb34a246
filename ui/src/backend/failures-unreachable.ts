/** Words for every reason why nobody answered: what is wrong, and what to do about it. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { CertificateProblem, UnreachableReason } from "./bindings";

/** What is wrong, and what to do next. */
export interface ReasonWords {
  explanation: MessageDescriptor;
  next: MessageDescriptor;
}

/** Every problem of a certificate with its words; before anything is sent, the certificate is looked at. */
export const certificateWords: Record<CertificateProblem, ReasonWords> = {
  expired: {
    explanation: msg`The certificate with which the server proves who it is has run out, or the clock of this computer is ahead. Nothing was sent.`,
    next: msg`Check date and time of this computer first. If they are right, tell your IT department, then try again.`,
  },
  notYetValid: {
    explanation: msg`The certificate with which the server proves who it is is not valid yet; nearly always, the clock of this computer is behind. Nothing was sent.`,
    next: msg`Correct date and time of this computer, then try again.`,
  },
  wrongName: {
    explanation: msg`The certificate belongs to another server, so somebody else may be in between. Nothing was sent.`,
    next: msg`Open a web page in the browser: a guest network may ask you to sign in there. If it does not, leave this network and tell your IT department.`,
  },
  unknownIssuer: {
    explanation: msg`Nobody whom this computer trusts vouches for the certificate of the server. As a rule, a proxy of your company opens secure connections to inspect them. Nothing was sent.`,
    next: msg`Ask your IT department for its root certificate as a PEM file, and name the file in the settings under “Network”. Then try again.`,
  },
  revoked: {
    explanation: msg`The certificate with which the server proves who it is was withdrawn: it is no longer to be trusted. Nothing was sent.`,
    next: msg`Tell your IT department. Try again later, or from another network.`,
  },
  badUse: {
    explanation: msg`The certificate of the server, or one that vouches for it, was made for another use. Often a proxy of the company was set up wrongly. Nothing was sent.`,
    next: msg`Ask your IT department to look at the certificates of its proxy, then try again.`,
  },
  other: {
    explanation: msg`The certificate with which the server proves who it is cannot be trusted. Nothing was sent.`,
    next: msg`Ask your IT department whether a proxy opens secure connections on the way, then try again.`,
  },
};

/** Every other reason with its words. */
export const reasonWords: Record<Exclude<UnreachableReason["kind"], "certificate">, ReasonWords> = {
  dns: {
    explanation: msg`The name of the server is not known here. As a rule, there is no connection to the internet, or a VPN that is needed is off.`,
    next: msg`Check the internet connection and the VPN. If your company has a proxy, name it in the settings under “Network”. Then try again.`,
  },
  refused: {
    explanation: msg`The server does not accept the connection. It may be out of order, or a firewall forbids it.`,
    next: msg`Try again in a few minutes. If it stays, ask your IT department whether it lets Latchkey through to Genesys Cloud.`,
  },
  timedOut: {
    explanation: msg`No answer came in time. Often a firewall holds the connection back without saying so.`,
    next: msg`Check the VPN, then try again. If it stays, ask your IT department whether a firewall is in the way or a proxy is needed.`,
  },
  proxyUnreachable: {
    explanation: msg`The proxy through which Latchkey should go does not answer.`,
    next: msg`Check its address in the settings under “Network”. Outside the company you may need the VPN, or no proxy at all. Then try again.`,
  },
  proxyNeedsPassword: {
    explanation: msg`The proxy asks for a user name and a password, or does not accept those that it was given.`,
    next: msg`In the settings under “Network”, choose a proxy of your own and type both. Then try again.`,
  },
  proxyRefused: {
    explanation: msg`The proxy answered, but it does not let Latchkey through to Genesys Cloud.`,
    next: msg`Ask your IT department to allow the addresses of Genesys Cloud in the proxy, then try again.`,
  },
  connectionClosed: {
    explanation: msg`The connection was cut before an answer came. A firewall or a proxy may have done it.`,
    next: msg`Try again. If it stays, ask your IT department whether it lets Latchkey through to Genesys Cloud.`,
  },
  other: {
    explanation: msg`Nobody answered, and Latchkey cannot tell why.`,
    next: msg`Check the network connection, VPN or proxy, then try again.`,
  },
};

/** The words for a reason; certificates have some for each problem. */
export function wordsForReason(reason: UnreachableReason): ReasonWords {
  return reason.kind === "certificate" ? certificateWords[reason.problem] : reasonWords[reason.kind];
}
