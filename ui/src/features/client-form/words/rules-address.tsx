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
  redirectSeveral: ({ count }) => (
    <Trans>
      There are <Num value={count} /> addresses in this row. Each of them needs a row of its own.
    </Trans>
  ),
  redirectPlaceholder: ({ placeholder }) => (
    <Trans>
      <Id>{placeholder}</Id> is a placeholder. Replace it with the real value.
    </Trans>
  ),
  redirectSchemeTwice: () => (
    <Trans>
      The address begins twice. Leave out the first <Id>https://</Id>.
    </Trans>
  ),
  redirectSchemeMistyped: ({ typed }) => (
    <Trans>
      <Id>{typed}</Id> looks like a typing mistake. Web addresses begin with <Id>https://</Id>.
    </Trans>
  ),
  redirectSchemeRefused: ({ scheme }) => (
    <Trans>
      Nobody can return to an address that begins with <Id>{scheme}:</Id>. Use <Id>https://</Id> or the scheme
      of your own program.
    </Trans>
  ),
  redirectEncoded: () => (
    <Trans>
      This address is encoded, as if copied from another address. Write <Id>:</Id> and <Id>/</Id> as they are.
    </Trans>
  ),
  redirectWrapped: ({ host }) => (
    <Trans>
      This is a protective link of <Id>{host}</Id>, perhaps from an email. The real address is inside.
    </Trans>
  ),
  redirectBackslash: () => (
    <Trans>
      There is a backslash in this address. Addresses have <Id>/</Id> instead.
    </Trans>
  ),
  redirectHost: ({ host }) => (
    <Trans>
      There can be no host called <Id>{host}</Id>. Check its letters and dots.
    </Trans>
  ),
  redirectPort: () => (
    <Trans>
      The port number must be between <Num value={1} /> and <Num value={65_535} />, without zeros before it.
      If there is none, leave out the colon too.
    </Trans>
  ),
  redirectPortOfOther: ({ port, scheme }) => (
    <Trans>
      Port <Id>{String(port)}</Id> does not go with <Id>{scheme}://</Id>. Check both.
    </Trans>
  ),
  redirectEndMark: ({ mark }) => (
    <Trans>
      Does <Id>{mark}</Id> at the end belong to the address? It may have been copied by accident, and
      addresses are compared letter by letter.
    </Trans>
  ),
  redirectTrailingDot: () => (
    <Trans>
      There is a dot after the host name. Addresses are compared letter by letter, and few programs send it
      like this.
    </Trans>
  ),
  redirectLetter: ({ letter }) => (
    <Trans>
      <Id>{letter}</Id> is not allowed in an address. Programs send it encoded, and then the address does not
      match.
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
  redirectLoopbackOther: ({ host }) => (
    <Trans>
      For a program on the person's own computer, Genesys describes only <Id>http://localhost</Id>. What it
      does with <Id>{host}</Id> and its port is not documented.
    </Trans>
  ),
  redirectSlashes: () => (
    <Trans>
      There are two slashes in a row. This often happens when the base address already ends with a slash.
    </Trans>
  ),
} satisfies Partial<RuleWords>;
