/** Words for findings on grant types, and on what SCIM clients are no longer. */
import { Plural, Trans } from "@lingui/react/macro";
import { ImplicitEnds } from "../words/ImplicitEnds";
import { Announced, Day, Duration, Names } from "../words/Values";
import type { ReasonWords } from "./reasons";

export const grantReasons = {
  implicitGrant: ({ noNewSince, stops }, daysLeft) => ({
    text:
      daysLeft === null || daysLeft >= 0 ? (
        <ImplicitEnds noNewSince={noNewSince} stops={stops} />
      ) : (
        <Trans>
          Genesys announced that implicit grant stops working by <Announced date={stops} />, and that time has
          come. Create a second client with authorization code and PKCE, and move the program over now.
        </Trans>
      ),
  }),
  passwordGrant: () => ({
    text: (
      <Trans>
        It uses the password grant, which Genesys no longer offers. Find out which program uses it, and plan
        to replace it by another grant type.
      </Trans>
    ),
  }),
  scimDurationFell: ({ seconds, max }) => ({
    text: (
      <Trans>
        Its tokens live for <Duration seconds={seconds} /> instead of up to <Duration seconds={max} />.
        Genesys Cloud sets that by itself when another role joins the client, or another permission its role.
        An identity system that holds a token stops working after a day.
      </Trans>
    ),
  }),
  scimDurationShort: ({ seconds, max }) => ({
    text: (
      <Trans>
        Its tokens live for <Duration seconds={seconds} />, and could live for <Duration seconds={max} />.
        That is enough only for an identity system that gets new tokens by itself.
      </Trans>
    ),
  }),
  scimOtherRole: ({ role, others, fallback }) => ({
    text: (
      <Trans>
        Beside <strong>{role}</strong> it holds <Names names={others} />. With any other role Genesys Cloud
        sets the token duration to <Duration seconds={fallback} />, without a message. Give the other role to
        a client of its own.
      </Trans>
    ),
  }),
  scimRoleExtra: ({ role, extra, seconds, fallback }) => ({
    text:
      seconds > fallback ? (
        <Trans>
          Its role <strong>{role}</strong> may do more than SCIM Integration: somebody has added the
          permissions below to the role itself. Genesys Cloud then sets the token duration to{" "}
          <Duration seconds={fallback} />, without a message. Take them out of the role, or use a role without
          them, before the client is changed.
        </Trans>
      ) : (
        <Trans>
          Its tokens live for <Duration seconds={seconds} />, because its role <strong>{role}</strong> may do
          more than SCIM Integration: somebody has added the permissions below to the role itself. Take them
          out of the role, or use a role without them, then set the longer duration again.
        </Trans>
      ),
    items: extra,
  }),
  scimRoleLess: ({ role, missing }) => ({
    text: (
      <Trans>
        Somebody has taken the permissions below out of the default role <strong>{role}</strong>. What the
        identity system does with them is refused. Put them back into the role.
      </Trans>
    ),
    items: missing,
  }),
  scimDivisionsMissing: ({ missing, managed, all }) => ({
    text: (
      <Trans>
        It manages {managed} of {all} divisions. People in the others are not kept up to date by the identity
        system. If that is meant, acknowledge it.
      </Trans>
    ),
    items: missing,
  }),
  scimTokenEnds: ({ since, ends, seconds }, daysLeft) => ({
    text:
      daysLeft !== null && daysLeft >= 0 ? (
        <Trans>
          A token that was taken on <Day day={since} /> and lives for <Duration seconds={seconds} /> ends on{" "}
          <Day day={ends} />: <Plural value={daysLeft} one="# day is" other="# days are" /> left. Genesys
          Cloud does not tell when tokens were taken, so this day is derived. Take a new token for the
          identity system before.
        </Trans>
      ) : (
        <Trans>
          A token that was taken on <Day day={since} /> ended on <Day day={ends} />. Genesys Cloud does not
          tell when tokens were taken, so this day is derived. Make sure that the identity system still works.
        </Trans>
      ),
  }),
} satisfies Partial<ReasonWords>;
