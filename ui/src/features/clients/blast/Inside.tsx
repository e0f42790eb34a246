/** What inside the organization depends upon a client: flows and data actions, and others with the same roles. */
import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type {
  Dependent,
  DependentKind,
  DependentsOfIt,
  HoldersOfItsRoles,
  RoleHolders,
} from "../../../backend/bindings";
import { Part, Reason } from "./Part";

const kinds: Record<DependentKind, ReactNode> = {
  flow: <Trans>flow</Trans>,
  dataAction: <Trans>data action</Trans>,
  other: <Trans>something else</Trans>,
};

/** Left out until it is known, and where the organization does not know this question. */
export function DependentsPart({ dependents }: { dependents: DependentsOfIt | undefined }) {
  if (!dependents || isAbsent(dependents)) return null;
  return (
    <Part name={<Trans>Flows and data actions</Trans>}>
      {dependents.kind === "notListed" ? (
        <Reason failure={dependents.failure} />
      ) : dependents.dependents.length === 0 ? (
        <Trans>Architect knows none that names it.</Trans>
      ) : (
        <Dependents list={dependents.dependents} more={dependents.more} />
      )}
    </Part>
  );
}

/** So many are named. */
const NAMED = 6;

function Dependents({ list, more }: { list: Dependent[]; more: boolean }) {
  const left = list.length - NAMED;
  return (
    <ul className="bullets">
      {list.slice(0, NAMED).map(({ id, name, kind }) => (
        <li key={id}>
          <span translate="no">{name}</span> ({kinds[kind]})
        </li>
      ))}
      {left > 0 && (
        <li>
          {more ? (
            <Trans>and more than {left} others</Trans>
          ) : (
            <Plural value={left} one="and # other" other="and # others" />
          )}
        </li>
      )}
    </ul>
  );
}

/** Where a role has no other holder, nobody else does what this client does. */
export function HoldersPart({ holders }: { holders: HoldersOfItsRoles | undefined }) {
  if (!holders || isAbsent(holders)) return null;
  if (holders.kind === "listed" && holders.roles.length === 0) return null;
  return (
    <Part name={<Trans>Who else has its roles</Trans>}>
      {holders.kind === "notListed" ? (
        <Reason failure={holders.failure} />
      ) : (
        <ul className="bullets">
          {holders.roles.map((role) => (
            <li key={role.role}>
              <span translate="no">{role.role}</span>: <Holders role={role} />
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

function Holders({ role: { people, groups, clients, more } }: { role: RoleHolders }) {
  if (more) return <Trans>many others</Trans>;
  const counts = [
    people > 0 && <Plural key="people" value={people} one="# person" other="# people" />,
    groups > 0 && <Plural key="groups" value={groups} one="# group" other="# groups" />,
    clients > 0 && <Plural key="clients" value={clients} one="# other client" other="# other clients" />,
  ].filter((count) => count !== false);
  if (counts.length === 0) return <Trans>nobody else</Trans>;
  return counts.flatMap((count, index) => (index === 0 ? [count] : [", ", count]));
}

/** An organization that has no such question has nothing to say about it. */
function isAbsent(part: DependentsOfIt | HoldersOfItsRoles): boolean {
  return part.kind === "notListed" && part.failure.kind === "notFound";
}
