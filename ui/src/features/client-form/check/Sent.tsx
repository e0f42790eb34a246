/** Exactly what is sent, row by row, as Rust says it. */
import { Trans } from "@lingui/react/macro";
import type { AskedClient, OrgFacts, RoleDivision } from "../../../backend/bindings";
import { type Definition, DefinitionList } from "../../../components/DefinitionList";
import { grantTypeWords } from "../../../words/purposes";
import { Duration, Id, Names, Num } from "../../../words/Values";

export function Sent({ client, facts }: { client: AskedClient; facts: OrgFacts }) {
  const { seconds, redirectUris, scopes, roles } = client;
  const rows: Definition[] = [
    { key: "name", label: <Trans>Name</Trans>, value: <strong>{client.name}</strong> },
    {
      key: "description",
      label: <Trans>Description</Trans>,
      value: client.description || (
        <span className="muted">
          <Trans context="of a description">None</Trans>
        </span>
      ),
    },
    { key: "grantType", label: <Trans>Grant type</Trans>, value: grantTypeWords[client.grantType].name },
    {
      key: "duration",
      label: <Trans>Token duration</Trans>,
      value: (
        <Trans>
          <Duration seconds={seconds} /> (<Num value={seconds} /> seconds)
        </Trans>
      ),
    },
  ];
  if (redirectUris.length > 0) {
    const value = <Ids ids={redirectUris} className="plain-list" />;
    rows.push({ key: "uris", label: <Trans>Redirect addresses</Trans>, value });
  }
  if (scopes.length > 0) {
    // Their areas and descriptions are in the summary above, so the names are enough.
    rows.push({
      key: "scopes",
      label: <Trans>Scopes</Trans>,
      value: <Ids ids={scopes} className="inline-list" />,
    });
  }
  if (roles.length > 0) {
    rows.push({ key: "roles", label: <Trans>Roles</Trans>, value: <Roles roles={roles} facts={facts} /> });
  }
  return <DefinitionList rows={rows} />;
}

function Ids({ ids, className }: { ids: string[]; className: string }) {
  return (
    <ul className={className}>
      {ids.map((id) => (
        <li key={id}>
          <Id>{id}</Id>
        </li>
      ))}
    </ul>
  );
}

/** One line per role, with its divisions. */
function Roles({ roles, facts }: { roles: RoleDivision[]; facts: OrgFacts }) {
  const roleIds = [...new Set(roles.map((role) => role.roleId))];
  return (
    <ul className="plain-list">
      {roleIds.map((roleId) => (
        <li key={roleId}>
          <strong>{facts.roles.find((role) => role.id === roleId)?.name ?? roleId}</strong>
          {": "}
          <Divisions
            ids={roles.filter((role) => role.roleId === roleId).map((role) => role.divisionId)}
            facts={facts}
          />
        </li>
      ))}
    </ul>
  );
}

function Divisions({ ids, facts }: { ids: string[]; facts: OrgFacts }) {
  if (ids.includes("*")) return <Trans>all divisions, now and in future</Trans>;
  const name = (id: string) => facts.divisions.find((division) => division.id === id)?.name ?? id;
  return <Names names={ids.map(name)} />;
}
