/** The words on the button of every one-click fix: a total table. */
import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Fix } from "../../../backend/bindings";
import { Duration, Id } from "../../../words/Values";

type FixWords = { [Kind in Fix["kind"]]: (fix: Extract<Fix, { kind: Kind }>) => ReactNode };

export const fixWords: FixWords = {
  useAuthorizationCode: () => <Trans>Switch to authorization code + PKCE</Trans>,
  replaceName: () => <Trans>Remove the hidden characters</Trans>,
  replaceDescription: () => <Trans>Remove the hidden characters</Trans>,
  setDuration: ({ seconds }) => (
    <Trans>
      Set to <Duration seconds={seconds} />
    </Trans>
  ),
  shortenDuration: ({ from, seconds }) => (
    <Trans>
      Shorten from <Duration seconds={from} /> to <Duration seconds={seconds} />
    </Trans>
  ),
  takeBackRoles: () => <Trans>Choose the roles again that the client has now</Trans>,
  replaceRedirectUri: ({ address }) => (
    <Trans>
      Change to <Id>{address}</Id>
    </Trans>
  ),
  splitRedirectUri: ({ addresses }) => (
    <Plural value={addresses.length} one="Make # row of it" other="Make # rows of it" />
  ),
  removeRedirectUri: () => <Trans>Remove this address</Trans>,
  addRedirectUri: () => <Trans>Add the address</Trans>,
  addScope: ({ scope }) => (
    <Trans>
      Add <Id>{scope}</Id>
    </Trans>
  ),
  removeScope: ({ scope }) => (
    <Trans>
      Remove <Id>{scope}</Id>
    </Trans>
  ),
  replaceScope: ({ by }) => (
    <Trans>
      Use <Id>{by}</Id> instead
    </Trans>
  ),
  removeRole: () => <Trans>Remove this role</Trans>,
  restoreDefaultRoles: () => <Trans>Restore default roles…</Trans>,
};

/** The words for one fix. */
export function FixText({ fix }: { fix: Fix }) {
  const words = fixWords[fix.kind] as (fix: Fix) => ReactNode;
  return <>{words(fix)}</>;
}
