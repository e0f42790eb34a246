/** Words for findings on redirect addresses. */
import { Plural, Trans } from "@lingui/react/macro";
import { Id } from "../words/Values";
import type { ReasonWords } from "./reasons";

export const addressReasons = {
  plainHttp: ({ uris }) => ({
    text: (
      <Trans>
        The result of signing in travels without encryption, so that others in the network can read it.
        Register the address with <Id>https://</Id>, and have the program use it.
      </Trans>
    ),
    items: uris,
  }),
  addressFragment: ({ uris }) => ({
    text: (
      <Trans>
        A redirect address must not have a part after <Id>#</Id>: it cannot match what a program sends.
        Signing in with it does not work.
      </Trans>
    ),
    items: uris,
  }),
  addressWildcard: ({ uris }) => ({
    text: (
      <Trans>
        <Id>*</Id> does not stand for other letters: addresses are compared letter by letter. Write each
        address in full.
      </Trans>
    ),
    items: uris,
  }),
  addressBroken: ({ uris }) => ({
    text: (
      <Trans>
        This cannot match what a program sends. It has a typing mistake, is encoded, has a space or an
        invisible character in it, or does not begin like an address.
      </Trans>
    ),
    items: uris,
  }),
  addressSeveral: ({ uris }) => ({
    text: (
      <Trans>
        Several addresses stand where one belongs. Genesys Cloud compares the whole entry with what a program
        sends, so none of them works.
      </Trans>
    ),
    items: uris,
  }),
  addressPlaceholder: ({ uris }) => ({
    text: (
      <Trans>
        There is a placeholder where a real value belongs. This cannot match what a program sends.
      </Trans>
    ),
    items: uris,
  }),
  addressScheme: ({ uris }) => ({
    text: (
      <Trans>
        An address that begins like this runs, shows or calls something. Nobody can return to it after signing
        in. Find out why it was registered, and remove it.
      </Trans>
    ),
    items: uris,
  }),
  addressEnd: ({ uris }) => ({
    text: (
      <Trans>
        There is a mark, a letter or a port that addresses rarely have, perhaps from copying. Addresses are
        compared letter by letter: compare this one with what the program sends.
      </Trans>
    ),
    items: uris,
  }),
  addressSlashes: ({ uris }) => ({
    text: (
      <Trans>
        There are two slashes in a row, as when a base address already ends with a slash. Addresses are
        compared letter by letter: compare this one with what the program sends.
      </Trans>
    ),
    items: uris,
  }),
  addressPassword: ({ count }) => ({
    text: (
      <Plural
        value={count}
        one="There is a user name or a password in an address, which everybody who sees the client can read. Take it out, and change the password."
        other="There is a user name or a password in # addresses, which everybody who sees the client can read. Take them out, and change the passwords."
      />
    ),
  }),
  addressLookAlike: ({ uris, hosts }) => ({
    text: (
      <Trans>
        Some letters of this address look like others. Its real name is <Id>{hosts.join(", ")}</Id>. Make sure
        that it is yours: whoever owns it receives the result of signing in.
      </Trans>
    ),
    items: uris,
  }),
  addressOtherRegion: ({ uris, own }) => ({
    text: (
      <Trans>
        Embeddable Framework of your organization answers at <Id>{own}</Id>, and this client has no address
        there. People who open it in your region cannot sign in.
      </Trans>
    ),
    items: uris,
  }),
  addressFrame: ({ uris }) => ({
    text: (
      <Trans>
        This is the address of the frame in the CRM page, with its query. The address to which people return
        has none, and addresses are compared letter by letter.
      </Trans>
    ),
    items: uris,
  }),
  addressMissing: () => ({
    text: (
      <Trans>
        People sign in to this client, and there is no address to which they return. Nobody can use it.
      </Trans>
    ),
  }),
} satisfies Partial<ReasonWords>;
