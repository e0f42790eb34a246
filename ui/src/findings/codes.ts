/** Names of the kinds of findings and of their severities: total tables. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { HealthCode, HealthFix, Severity } from "../backend/bindings";

export const codeWords: Record<HealthCode, MessageDescriptor> = {
  implicitGrant: msg`Implicit grant`,
  passwordGrant: msg`Password grant`,
  scimDurationFell: msg`SCIM: tokens live for one day`,
  scimDurationShort: msg`SCIM: tokens live for two days at most`,
  scimOtherRole: msg`SCIM: another role beside it`,
  scimRoleExtra: msg`SCIM: the role may do more`,
  scimRoleLess: msg`SCIM: the role may do less`,
  scimDivisionsMissing: msg`SCIM: not every division`,
  scimTokenEnds: msg`SCIM: a token ends`,
  plainHttp: msg`Address without encryption`,
  addressFragment: msg`Address with a part after #`,
  addressWildcard: msg`Address with *`,
  addressBroken: msg`Not a complete address`,
  addressSeveral: msg`Several addresses in one`,
  addressPlaceholder: msg`Placeholder in an address`,
  addressScheme: msg`Address that nobody can return to`,
  addressEnd: msg`Odd letters in an address`,
  addressSlashes: msg`Two slashes in a row`,
  addressPassword: msg`Password in an address`,
  addressLookAlike: msg`Letters that look like others`,
  addressOtherRegion: msg`Address of another region`,
  addressFrame: msg`Address of the frame`,
  addressMissing: msg`No redirect address`,
  privilegedRole: msg`Role that may do nearly everything`,
  allDivisions: msg`Roles in all divisions`,
  readonlyEnough: msg`Reading would be enough`,
  unusedScopes: msg`Scopes that are not used`,
  hiddenCharacters: msg`Hidden characters`,
  nameShowsNothing: msg`Name that shows nothing`,
  sameName: msg`Same name as another client`,
  sameSettings: msg`Same settings as another client`,
  unused: msg`Not used`,
  noOwner: msg`Nobody is named in the description`,
  dueForDeletion: msg({ message: "Will be deleted", context: "kind of finding" }),
  disabled: msg`Switched off by Genesys`,
};

export const severityWords: Record<Severity, MessageDescriptor> = {
  error: msg({ message: "Serious", context: "severity of a finding" }),
  warning: msg({ message: "Warning", context: "severity of a finding" }),
  hint: msg({ message: "Hint", context: "severity of a finding" }),
};

/** What the button of a finding says. */
export const fixWords: Record<HealthFix, MessageDescriptor> = {
  mendedDraft: msg`Prepare the change…`,
  edit: msg`Change the client…`,
  pkceTwin: msg`Make a PKCE twin…`,
  openClient: msg`Open the client`,
  lookAtUsage: msg`Look at its usage`,
};

/** The gravest first. */
export const severities = ["error", "warning", "hint"] as const satisfies readonly Severity[];
