/** Words for the rules on roles and divisions, and on the one role of SCIM. */
import { Trans } from "@lingui/react/macro";
import { Duration, Id, Ids, Num } from "../../../words/Values";
import type { RuleWords } from "./rules";

export const roleRules = {
  roleRequired: () => <Trans>Choose at least one role: without any, the client can do nothing.</Trans>,
  roleUnknown: ({ roleId }) => (
    <Trans>
      The role <Id>{roleId}</Id> no longer exists in this organization. Remove it.
    </Trans>
  ),
  roleNotHeld: ({ role }) => (
    <Trans>
      You do not hold the role <strong>{role}</strong> yourself, and only roles that you hold can be given to
      a client. Remove it, or ask an administrator to assign it to you.
    </Trans>
  ),
  roleNotHeldInDivision: ({ role, division }) => (
    <Trans>
      You hold the role <strong>{role}</strong>, but not in the division <strong>{division}</strong>. Genesys
      Cloud might refuse it there.
    </Trans>
  ),
  roleNotHeldEverywhere: ({ role }) => (
    <Trans>
      You hold the role <strong>{role}</strong> in some divisions only, and all divisions are chosen. Genesys
      Cloud might refuse that. Choose the divisions in which you hold it.
    </Trans>
  ),
  roleEverywhere: ({ role }) => (
    <Trans>
      <strong>{role}</strong> applies in all divisions, also in those that are created later. Choose single
      divisions if that is enough.
    </Trans>
  ),
  rolePrivileged: ({ role }) => (
    <Trans>
      <strong>{role}</strong> may do nearly everything. Whoever has the client's secret may then do it too. A
      smaller role is safer.
    </Trans>
  ),
  roleRepeated: ({ role }) => (
    <Trans>
      <strong>{role}</strong> is in the list twice. Remove one of the two.
    </Trans>
  ),
  divisionRequired: ({ role }) => (
    <Trans>
      Choose at least one division in which the client holds <strong>{role}</strong>.
    </Trans>
  ),
  divisionUnknown: ({ role, divisionId }) => (
    <Trans>
      A division chosen for <strong>{role}</strong> no longer exists: <Id>{divisionId}</Id>. Take it out.
    </Trans>
  ),
  scimOtherRole: ({ role, fallback }) => (
    <Trans>
      <strong>{role}</strong> may do other things than SCIM Integration. With it, Genesys Cloud sets the token
      duration of a SCIM client to <Duration seconds={fallback} />, without a message.
    </Trans>
  ),
  scimRoleExtra: ({ role, extra, fallback }) => (
    <Trans>
      <strong>{role}</strong> may do more than SCIM Integration: <Ids ids={extra} />. As long as the role has
      more permissions than that, Genesys Cloud sets the token duration to <Duration seconds={fallback} />,
      without a message. Take them out of the role, or choose another role.
    </Trans>
  ),
  scimRoleMissing: ({ role }) => (
    <Trans>
      This organization does not have the default role <strong>{role}</strong>, which a SCIM client needs.
      Restoring the default roles adds it.
    </Trans>
  ),
  scimRoleNotHeld: ({ role }) => (
    <Trans>
      You do not hold the role <strong>{role}</strong> yourself, so Genesys Cloud will not let you give it to
      a client.
    </Trans>
  ),
  scimSomeDivisions: ({ chosen, all }) => (
    <Trans>
      The identity system will manage people in <Num value={chosen} /> of <Num value={all} /> divisions.
      People in the others stay as they are.
    </Trans>
  ),
} satisfies Partial<RuleWords>;
