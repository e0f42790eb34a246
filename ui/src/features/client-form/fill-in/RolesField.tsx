/** Roles, each with its divisions. A role that the person does not hold can be chosen, and is said to be a problem. */
import { Trans, useLingui } from "@lingui/react/macro";
import { X } from "lucide-react";
import type { Role, RoleDraft } from "../../../backend/bindings";
import { Badge } from "../../../components/Badge";
import { CheckList } from "../../../components/CheckList";
import { Findings } from "../../../components/Findings";
import { IconButton } from "../../../components/IconButton";
import { GenesysLinks } from "../../../genesys-pages/GenesysLink";
import { DivisionsPicker } from "./DivisionsPicker";
import { toMessages, useFieldMessages, useForm } from "./FormContext";

export function RolesField() {
  const { draft, facts, change, touch, findings } = useForm();
  const { t } = useLingui();
  const onAll = toMessages(findings("roles").filter((finding) => finding.row === null));
  const home = facts.divisions.find((division) => division.home)?.id;

  const choose = (ids: string[]) => {
    touch("roles");
    change((draft) => {
      const kept = draft.roles.filter((role) => ids.includes(role.roleId));
      const added = ids.filter((id) => !kept.some((role) => role.roleId === id));
      const fresh = added.map((roleId): RoleDraft => ({ roleId, divisionIds: home ? [home] : [] }));
      return { ...draft, roles: [...kept, ...fresh] };
    });
  };

  return (
    <div data-field="roles" className="field">
      <div className="roles__choice">
        <CheckList
          label={<Trans>Roles</Trans>}
          searchLabel={t`Filter roles`}
          options={facts.roles.map((role) => ({
            id: role.id,
            title: role.name,
            text: role.description,
            badge: <HeldBadge role={role} />,
          }))}
          value={draft.roles.map((role) => role.roleId)}
          onChange={choose}
          messages={onAll}
        />
      </div>
      <p className="description">
        <Trans>
          Is the client for another company? Ask what it will do with it, and choose the divisions for that.
        </Trans>
      </p>
      <GenesysLinks pages={["createClient", "salesforcePermissions"]} />
      {draft.roles.length > 0 && (
        <ul className="roles" aria-label={t`Chosen roles and their divisions`}>
          {draft.roles.map((role, row) => (
            <RoleRow key={role.roleId} role={role} row={row} />
          ))}
        </ul>
      )}
    </div>
  );
}

/** Says where the signed-in person holds a role, when that is a limit. */
export function HeldBadge({ role }: { role: Role }) {
  if (role.held.kind === "nowhere") {
    return (
      <Badge tone="danger">
        <Trans>Not held by you</Trans>
      </Badge>
    );
  }
  if (role.held.kind === "divisions") {
    return (
      <Badge>
        <Trans>Held in some divisions</Trans>
      </Badge>
    );
  }
  return null;
}

function RoleRow({ role, row }: { role: RoleDraft; row: number }) {
  const { facts, change } = useForm();
  const { t } = useLingui();
  const known = facts.roles.find((one) => one.id === role.roleId);
  const name = known?.name ?? role.roleId;
  const messages = useFieldMessages("roles", row);
  const edit = (divisionIds: string[]) =>
    change((draft) => ({
      ...draft,
      roles: draft.roles.map((one, at) => (at === row ? { ...one, divisionIds } : one)),
    }));
  const remove = () => change((draft) => ({ ...draft, roles: draft.roles.filter((_, at) => at !== row) }));
  return (
    <li className="role" data-row={row}>
      <div className="role__head">
        <strong>{name}</strong>
        {known && <HeldBadge role={known} />}
        <span className="role__remove">
          <IconButton icon={X} label={t`Remove the role ${name}`} onPress={remove} />
        </span>
      </div>
      <DivisionsPicker role={name} value={role.divisionIds} onChange={edit} />
      <Findings messages={messages} />
    </li>
  );
}
