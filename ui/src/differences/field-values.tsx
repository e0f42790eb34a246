/** Values of a field beside one another: lists, roles by name, durations, and nothing at all. */
import { Trans } from "@lingui/react/macro";
import type { OrgFacts, RoleDivision } from "../backend/bindings";
import { Duration, Id, Num } from "../words/Values";

export function Ids({ ids }: { ids: string[] }) {
  if (ids.length === 0) return <Nothing />;
  return (
    <ul className="plain-list">
      {ids.map((id) => (
        <li key={id}>
          <Id>{id}</Id>
        </li>
      ))}
    </ul>
  );
}

export function RoleList({ roles, facts }: { roles: RoleDivision[]; facts: OrgFacts }) {
  if (roles.length === 0) return <Nothing />;
  return (
    <ul className="plain-list">
      {roles.map(({ roleId, divisionId }) => (
        <li key={`${roleId} ${divisionId}`}>
          {facts.roles.find((role) => role.id === roleId)?.name ?? roleId}
          {": "}
          {divisionId === "*" ? (
            <Trans>all divisions</Trans>
          ) : (
            (facts.divisions.find((division) => division.id === divisionId)?.name ?? divisionId)
          )}
        </li>
      ))}
    </ul>
  );
}

export function Seconds({ seconds }: { seconds: number }) {
  return (
    <>
      <Duration seconds={seconds} /> (<Num value={seconds} /> s)
    </>
  );
}

export function Nothing() {
  return (
    <span className="muted">
      <Trans>nothing</Trans>
    </span>
  );
}
