/** The one role of a SCIM client: locked, with its reason; and the way out when it is missing or not held. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Lock } from "lucide-react";
import { commands } from "../../../backend/bindings";
import { permissionInUi } from "../../../backend/permissions";
import { CopyButton } from "../../../components/CopyButton";
import { Findings } from "../../../components/Findings";
import { Notice } from "../../../components/Notice";
import { DivisionsPicker } from "./DivisionsPicker";
import { useFieldMessages, useForm } from "./FormContext";
import { RestoreRoles } from "./RestoreRoles";

export function ScimRole() {
  const { draft, facts, check, change, findings } = useForm();
  const messages = useFieldMessages("roles");
  const roleId = check.asks.divisionsOfRole;
  const role = facts.roles.find((one) => one.id === roleId);
  const chosen = draft.roles.find((one) => one.roleId === roleId);
  const isMissing = findings("roles").some((finding) => finding.rule.code === "scimRoleMissing");
  if (!role) {
    return <div data-field="roles">{isMissing ? <RestoreRoles /> : <Findings messages={messages} />}</div>;
  }
  const setDivisions = (divisionIds: string[]) =>
    change((draft) => ({
      ...draft,
      roles: chosen
        ? draft.roles.map((one) => (one.roleId === role.id ? { ...one, divisionIds } : one))
        : [...draft.roles, { roleId: role.id, divisionIds }],
    }));
  return (
    <div data-field="roles" className="field">
      <div className="role role--locked">
        <div className="role__head">
          <Lock size={16} aria-hidden />
          <strong>{role.name}</strong>
        </div>
        <p className="description">
          <Trans>
            This role and no other: with a second one, Genesys Cloud would cut the token duration to 24 hours.
          </Trans>
        </p>
        <DivisionsPicker role={role.name} value={chosen?.divisionIds ?? []} onChange={setDivisions} />
        <Findings messages={messages} />
      </div>
      {role.held.kind === "nowhere" && <NotHeld role={role.name} />}
    </div>
  );
}

/** Who can help, and a sentence to send to them. */
function NotHeld({ role }: { role: string }) {
  const { org } = useForm();
  const { t } = useLingui();
  const permission = permissionInUi("authorization:grant:add");
  const path = "Admin > People & Permissions > People";
  const sentence = t`Please give me the role “${role}” in the Genesys Cloud organization “${org.name}”: I need it for the OAuth client for SCIM. It is under ${path}, on my profile, in the tab Roles.`;
  const copy = async () => {
    await commands.copyText(sentence);
  };
  return (
    <Notice
      tone="warning"
      title={<Trans>Ask for the role first</Trans>}
      actions={<CopyButton onCopy={copy}>{t`Copy the sentence`}</CopyButton>}
    >
      <p>
        <Trans>
          An administrator with the permission <strong>{permission}</strong> can give it to you. Send them
          this:
        </Trans>
      </p>
      <blockquote className="quote">{sentence}</blockquote>
      <p className="muted">
        <Trans>What you fill in here stays. Come back to this step when you have the role.</Trans>
      </p>
    </Notice>
  );
}
