/** Words for features, and the sentence with which one asks for what is missing. */
import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Diagnosis, Feature, Need } from "../../backend/bindings";
import { permissionInUi } from "../../backend/permissions";

export const featureWords: Record<Feature, MessageDescriptor> = {
  viewClients: msg`See the clients`,
  addClients: msg`Create clients`,
  editClients: msg`Change clients and replace their secrets`,
  deleteClients: msg`Delete clients`,
  viewRoles: msg`See roles, to give them to clients`,
  restoreRoles: msg`Restore default roles, for SCIM`,
  grantRoles: msg`Give roles to people, for SCIM`,
};

/** What to send to an administrator, in the language of `i18n`. */
export function requestText(
  i18n: I18n,
  { userName, clientName, orgName }: Diagnosis,
  missing: Need[],
): string {
  const list = missing
    .map(({ feature, permission }) => {
      const [path, what] = [permissionInUi(permission), i18n._(featureWords[feature])];
      return i18n._(msg`- ${path} (${permission}): ${what}`);
    })
    .join("\n");
  if (userName !== null) {
    return i18n._(
      msg`Hello, to work with OAuth clients in the Genesys Cloud organization “${orgName}” I need these permissions:
${list}
Could you please add them to one of my roles (Admin > People & Permissions > Roles / Permissions)? My user is ${userName}. Thank you.`,
    );
  }
  const client = clientName ?? "Latchkey";
  return i18n._(
    msg`Hello, to work with OAuth clients in the Genesys Cloud organization “${orgName}” the OAuth client “${client}” needs these permissions:
${list}
Could you please add them to one of its roles (Admin > People & Permissions > Roles / Permissions)? Thank you.`,
  );
}
