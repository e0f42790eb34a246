/** Words for the rules on grant type and token duration. */
import { Trans } from "@lingui/react/macro";
import { ImplicitEnds } from "../../../words/ImplicitEnds";
import { Duration, Id } from "../../../words/Values";
import type { RuleWords } from "./rules";

export const durationRules = {
  durationRequired: () => <Trans>Say how long a token lives, for example 18 hours.</Trans>,
  durationNotANumber: () => (
    <Trans>
      Type a number here, for example 18, and choose the unit beside it. “18 h 30” and “450 days” work too.
    </Trans>
  ),
  durationTwoWays: ({ short, long }) =>
    long === null ? (
      <Trans>
        This can be read as <Duration seconds={short} />, or as a number that is too long for Genesys Cloud.
        Which one do you mean?
      </Trans>
    ) : (
      <Trans>
        This can be read in two ways: <Duration seconds={short} /> or <Duration seconds={long} />. Which one
        do you mean?
      </Trans>
    ),
  durationNotWhole: () => (
    <Trans>This is not a whole number of seconds. Take a rounder number or a smaller unit.</Trans>
  ),
  durationTooShort: ({ min }) => (
    <Trans>
      Genesys Cloud accepts <Duration seconds={min} /> at the least.
    </Trans>
  ),
  durationTooLong: ({ max }) => (
    <Trans>
      Genesys Cloud accepts <Duration seconds={max} /> at the most.
    </Trans>
  ),
  durationNeedsScim: ({ max, scimMax }) => (
    <Trans>
      Genesys Cloud accepts <Duration seconds={max} /> at the most. Only a client whose roles have the
      permissions of SCIM Integration, and no others, may go up to <Duration seconds={scimMax} />.
    </Trans>
  ),
  durationScimUnknown: ({ max, fallback }) => (
    <Trans>
      More than <Duration seconds={max} /> is for SCIM alone. Latchkey cannot read what the chosen role may
      do: if it may do more than SCIM Integration, Genesys Cloud sets <Duration seconds={fallback} /> without
      a message. Latchkey reads the client again and shows what was set.
    </Trans>
  ),
  durationMayFall: ({ fallback }) => (
    <Trans>
      The client has this duration now, although its role does not look like one for SCIM. When you save the
      client, Genesys Cloud may set <Duration seconds={fallback} /> without a message.
    </Trans>
  ),
  durationNotRecommended: ({ recommended }) => (
    <Trans>
      Genesys recommends <Duration seconds={recommended} /> for Embeddable Framework: tokens then end outside
      of a working day.
    </Trans>
  ),
  durationBelowScimMax: ({ recommended }) => (
    <Trans>
      Identity systems such as Entra ID and Okta keep one token until it ends, and somebody has to renew it by
      hand. The longest, <Duration seconds={recommended} />, means the least work.
    </Trans>
  ),
  hipaaIdle: ({ seconds }) => (
    <Trans>
      HIPAA compliance is on in this organization: a token that is not used for <Duration seconds={seconds} />{" "}
      ends, whatever its duration.
    </Trans>
  ),
  implicitLegacy: ({ noNewSince, stops }) => <ImplicitEnds noNewSince={noNewSince} stops={stops} />,
  implicitRefused: () => (
    <Trans>
      This organization refused the last new client with implicit grant, as Genesys announced. Use
      authorization code + PKCE: everything you typed is kept.
    </Trans>
  ),
  pkceSettingNeeded: () => (
    <Trans>
      Your developers must set <Id>usePKCEAuthFlow: true</Id> in <Id>framework.js</Id>, or signing in fails.
      The fragment that you get at the end has it.
    </Trans>
  ),
  worksInEveryRegion: () => (
    <Trans>
      One client of this kind works in every Genesys Cloud region: there is no need for one per region.
    </Trans>
  ),
} satisfies Partial<RuleWords>;
