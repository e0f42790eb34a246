/** Words for the rules on name and description, and on what the signed-in person may do. */
import { Plural, Trans } from "@lingui/react/macro";
import { permissionInUi } from "../../../backend/permissions";
import { Id, Num } from "../../../words/Values";
import type { RuleWords } from "./rules";

/** What the form of a client that exists needs. */
const EDIT = "oauth:client:edit";

export const nameRules = {
  nameRequired: () => <Trans>Give the client a name by which others recognize it.</Trans>,
  nameLong: ({ max }) => (
    <Trans>
      Names of more than <Num value={max} /> characters might be refused. A shorter one is safer.
    </Trans>
  ),
  nameInvisible: ({ characters }) => (
    <Trans>
      The name contains hidden characters that do not belong there: {characters.join(", ")}. They often come
      from copying, and can make a name look like another one.
    </Trans>
  ),
  nameUsed: ({ count }) => (
    <Plural
      value={count}
      one="A client with this name already exists. That is allowed, but another name keeps the two apart in the list."
      other="# clients already have this name. That is allowed, but another name keeps them apart in the list."
    />
  ),
  descriptionInvisible: ({ characters }) => (
    <Trans>
      The description contains hidden characters that do not belong there: {characters.join(", ")}. They often
      come from copying.
    </Trans>
  ),
  descriptionLong: ({ max }) => (
    <Trans>
      Descriptions of more than <Num value={max} /> characters might be refused. A shorter one is safer.
    </Trans>
  ),
  permissionMissing: ({ permission }) =>
    permission === EDIT ? (
      <Trans>
        You may not change clients in this organization: the permission{" "}
        <strong>{permissionInUi(permission)}</strong> (<Id>{permission}</Id>) is missing. Ask an administrator
        to add it to one of your roles. You can fill in the form meanwhile.
      </Trans>
    ) : (
      <Trans>
        You may not create clients in this organization: the permission{" "}
        <strong>{permissionInUi(permission)}</strong> (<Id>{permission}</Id>) is missing. Ask an administrator
        to add it to one of your roles. You can fill in the form meanwhile.
      </Trans>
    ),
} satisfies Partial<RuleWords>;
