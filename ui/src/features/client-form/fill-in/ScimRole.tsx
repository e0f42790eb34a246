/** The role of a SCIM client: one for SCIM and no other, with its divisions; and the way out when it is missing or not held. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Lock } from "lucide-react";
import { useState } from "react";
import type { GrantedRole, Role, RoleDraft } from "../../../backend/bindings";
import { Findings } from "../../../components/Findings";
import { RadioCards } from "../../../components/RadioCards";
import { GenesysLinks } from "../../../genesys-pages/GenesysLink";
import { DivisionsPicker } from "./DivisionsPicker";
import { toMessages, useFieldMessages, useForm } from "./FormContext";
import { RestoreRoles } from "./RestoreRoles";
import { RoleGiven } from "./RoleGiven";
import { RoleNotHeld } from "./RoleNotHeld";
import { HeldBadge } from "./RolesField";

export function ScimRole() {
  const { draft, facts, check, findings, mend } = useForm();
  const onAll = toMessages(
    findings("roles").filter((finding) => finding.row === null),
    mend,
  );
  if (findings("roles").some((finding) => finding.rule.code === "scimRoleMissing")) {
    return (
      <div data-field="roles">
        <RestoreRoles />
      </div>
    );
  }
  const roleOf = (id: string) => facts.roles.find((role) => role.id === id);
  const choices = check.asks.roleChoices.flatMap((id) => roleOf(id) ?? []);
  const unchosen = choices.slice(0, 1).map((role): RoleDraft => ({ roleId: role.id, divisionIds: [] }));
  const rows = draft.roles.length > 0 ? draft.roles : unchosen;
  // Also where the drafted role is gone, or none for SCIM any more.
  const isOffered = (role: RoleDraft) => check.asks.roleChoices.includes(role.roleId);
  const isChoice = choices.length > 1 || (choices.length > 0 && !rows.every(isOffered));
  return (
    <div data-field="roles" className="field">
      {isChoice && <Choice choices={choices} />}
      {rows.map((role, row) => (
        <LockedRole key={role.roleId} role={role} known={roleOf(role.roleId)} row={row} />
      ))}
      <Findings messages={onAll} />
      <GenesysLinks pages={["scim"]} />
    </div>
  );
}

/** Where the organization has a role of its own for SCIM: which one the client gets. */
function Choice({ choices }: { choices: Role[] }) {
  const { draft, facts, change, touch } = useForm();
  const home = facts.divisions.find((division) => division.home)?.id;
  const chosen = draft.roles.length === 1 ? (draft.roles[0]?.roleId ?? null) : null;
  const choose = (roleId: string) => {
    touch("roles");
    change((draft) => {
      const divisionIds = draft.roles[0]?.divisionIds ?? (home ? [home] : []);
      return { ...draft, roles: [{ roleId, divisionIds }] };
    });
  };
  return (
    <RadioCards
      label={<Trans>Role for SCIM</Trans>}
      description={<Trans>The client gets one of these, and no other role.</Trans>}
      layout="rows"
      value={chosen}
      onChange={choose}
      options={choices.map((role) => ({
        value: role.id,
        title: <span translate="no">{role.name}</span>,
        text: role.description,
        badge: <HeldBadge role={role} />,
      }))}
    />
  );
}

function LockedRole({ role, known, row }: { role: RoleDraft; known: Role | undefined; row: number }) {
  const { change } = useForm();
  const { t } = useLingui();
  const messages = useFieldMessages("roles", row);
  const [given, setGiven] = useState<GrantedRole | null>(null);
  const name = known?.name ?? t`a role that cannot be read`;
  const setDivisions = (divisionIds: string[]) =>
    change((draft) => ({
      ...draft,
      roles: draft.roles[row]
        ? draft.roles.map((one, at) => (at === row ? { ...one, divisionIds } : one))
        : [...draft.roles, { roleId: role.roleId, divisionIds }],
    }));
  return (
    <>
      <div className="role role--locked" data-row={row}>
        <div className="role__head">
          <Lock size={16} aria-hidden />
          <strong>{name}</strong>
        </div>
        <p className="description">
          <Trans>
            This role and no other, and no further permission on the role: otherwise Genesys Cloud cuts the
            token duration to 24 hours.
          </Trans>
        </p>
        <DivisionsPicker role={name} value={role.divisionIds} onChange={setDivisions} />
        <Findings messages={messages} />
      </div>
      {known?.held.kind === "nowhere" && <RoleNotHeld known={known} given={given} onGiven={setGiven} />}
      {known && known.held.kind !== "nowhere" && given?.operation && (
        <RoleGiven role={known.name} operation={given.operation} onTakenBack={() => setGiven(null)} />
      )}
    </>
  );
}
