/** Words for the rules on redirect addresses. */
import { Trans } from "@lingui/react/macro";
import { Id, Num } from "../../../words/Values";
import type { RuleWords } from "./rules";

export const addressRules = {
  redirectRequired: () => (
    <Trans>Add at least one address to which people return after they signed in.</Trans>
  ),
  redirectTooMany: ({ max, count }) => (
    <Trans>
      There are <Num value={count} /> addresses, and a client takes <Num value={max} /> at the most. Remove
      those that nobody uses.
    </Trans>
  ),
  redirectNotAnAddress: () => (
    <Trans>
      This is not a complete address. Start with <Id>https://</Id>, for example{" "}
      <Id>https://example.com/callback</Id>.
    </Trans>
  ),
  redirectFragment: () => (
    <Trans>
      A redirect address must not contain <Id>#</Id>. Leave it out, and everything after it.
    </Trans>
  ),
  redirectWildcard: () => (
    <Trans>
      <Id>*</Id> does not stand for other letters here: addresses are compared letter by letter. Write each
      address in full.
    </Trans>
  ),
  redirectSpace: () => <Trans>There is a space in this address. Addresses have none.</Trans>,
  redirectInvisible: () => (
    <Trans>There are invisible characters in this address, perhaps from copying. It would never match.</Trans>
  ),
  redirectPassword: () => (
    <Trans>
      There is a user name or a password in this address. Take out what stands before <Id>@</Id>: everybody
      could read it.
    </Trans>
  ),
  redirectRepeated: ({ firstRow }) => (
    <Trans>
      The same as address <Num value={firstRow + 1} />. It is sent once only.
    </Trans>
  ),
  redirectPlainHttp: ({ host }) => (
    <Trans>
      <Id>http://</Id> is not encrypted, so others in the network could read the result of signing in. Use{" "}
      <Id>https://</Id> unless <Id>{host}</Id> is only for tests.
    </Trans>
  ),
  redirectCustomScheme: ({ scheme }) => (
    <Trans>
      <Id>{scheme}:</Id> opens a program instead of a web page. Genesys does not say whether it accepts that;
      it decides when you create the client.
    </Trans>
  ),
  redirectLookAlike: ({ host }) => (
    <Trans>
      Some letters of this address look like others. Its real name is <Id>{host}</Id>. Make sure that this is
      the one that you mean.
    </Trans>
  ),
  redirectRewritten: ({ normal }) => (
    <Trans>
      Browsers write this address as <Id>{normal}</Id>. Addresses are compared letter by letter, so take
      exactly what the program sends.
    </Trans>
  ),
  redirectQuery: () => (
    <Trans>
      The part after <Id>?</Id> is compared too. Keep it only if the program always sends exactly the same.
    </Trans>
  ),
  redirectLoopbackPort: () => (
    <Trans>
      For a program on the person's own computer, <Id>localhost</Id> without a port number is enough: every
      port then fits.
    </Trans>
  ),
  redirectLoopbackIp: () => (
    <Trans>
      For a program on the person's own computer, Genesys describes <Id>localhost</Id> only. The number form
      might not work.
    </Trans>
  ),
} satisfies Partial<RuleWords>;
