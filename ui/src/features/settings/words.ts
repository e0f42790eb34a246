/** Words for the network settings and for the check of the connection. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type {
  NetworkSettingsProblem,
  PasswordPlace,
  StepKind,
  StepOutcome,
  Verdict,
} from "../../backend/bindings";

/** What is wrong with the network settings, and at which field that is shown. */
export const problemWords: Record<
  NetworkSettingsProblem,
  { field: "address" | "password" | "certificates"; text: MessageDescriptor }
> = {
  proxyAddressInvalid: {
    field: "address",
    text: msg`This is not the address of a proxy. It has a host and a port, for example http://proxy.example.com:3128.`,
  },
  certificatesUnreadable: {
    field: "certificates",
    text: msg`This file cannot be read. Check the path, and that you may open the file.`,
  },
  certificatesMissing: {
    field: "certificates",
    text: msg`There is no certificate in this file. Ask for it as PEM: such a file has lines that say “BEGIN CERTIFICATE”.`,
  },
  certificatesBroken: {
    field: "certificates",
    text: msg`A certificate in this file is damaged. Ask your IT department for the file again.`,
  },
  passwordUnavailable: {
    field: "password",
    text: msg`The password that was kept cannot be had from the keychain now. Unlock the keychain, or type the password again and save.`,
  },
};

/** Where the password of the proxy is. */
export const passwordWords: Record<PasswordPlace, MessageDescriptor> = {
  nowhere: msg`Only if the proxy asks for one. It goes into the keychain, never into a file.`,
  keychain: msg`A password is kept in the keychain. Leave the field empty to go on with it.`,
  session: msg`A password is held for this session only, as the keychain cannot be used. Type it again after closing Latchkey.`,
};

/** A kept password is never offered to a proxy that it was not typed for. */
export const otherProxyWords = msg`The password that is kept belongs to another proxy or user: type the one for this proxy.`;

export const stepWords: Record<StepKind, MessageDescriptor> = {
  proxy: msg`The way through the proxy`,
  dns: msg`Looking up the server’s address`,
  connect: msg`Connecting to the server`,
  certificate: msg`The server’s certificate`,
  answer: msg`The answer of Genesys Cloud`,
  clock: msg`The clock of this computer`,
};

export const outcomeWords: Record<StepOutcome, MessageDescriptor> = {
  fine: msg({ message: "Fine", context: "result of a step" }),
  failed: msg`Failed`,
  skipped: msg`Skipped`,
};

interface VerdictWords {
  tone: "success" | "info" | "warning" | "danger";
  title: MessageDescriptor;
  explanation: MessageDescriptor;
  next: MessageDescriptor | null;
}

/** All in all; by how much the clock is wrong, and why nobody answers, is said elsewhere. */
export const verdictWords: Record<Exclude<Verdict["kind"], "unreachable" | "clockWrong">, VerdictWords> = {
  fine: {
    tone: "success",
    title: msg`Genesys Cloud answers`,
    explanation: msg`Nothing is in the way between this computer and this region.`,
    next: null,
  },
  inspected: {
    tone: "info",
    title: msg`Genesys Cloud answers, and somebody reads along`,
    explanation: msg`A proxy opens the secure connection on its way; one of your extra certificates allows it. Whoever runs the proxy can read what is sent, secrets too.`,
    next: msg`In a company this is usual. If you did not expect it, ask your IT department.`,
  },
  captivePortal: {
    tone: "warning",
    title: msg`The network wants you to sign in first`,
    explanation: msg`A page of somebody else answers instead of Genesys Cloud, as in a hotel or a guest network.`,
    next: msg`Open a web page in the browser, sign in to the network there, then check again.`,
  },
  notGenesys: {
    tone: "danger",
    title: msg`Somebody else answers`,
    explanation: msg`What answers at this address is not Genesys Cloud. A proxy or a firewall may have put itself in its place.`,
    next: msg`Ask your IT department to let Latchkey through to this address, then check again.`,
  },
};
