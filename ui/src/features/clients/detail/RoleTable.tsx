/** The roles of a client against divisions: where each is granted. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Check, Minus } from "lucide-react";
import type { ReactNode } from "react";
import type { SummaryLine } from "../../../backend/bindings";
import { Card } from "../../../components/Card";

export type HeldRole = Extract<SummaryLine, { kind: "hasRole" }>;

/** The roles among the lines of a summary. */
export const rolesOf = (summary: SummaryLine[]): HeldRole[] =>
  summary.filter((line) => line.kind === "hasRole");

export function RoleTable({ roles }: { roles: HeldRole[] }) {
  const { t, i18n } = useLingui();
  const order = new Intl.Collator(i18n.locale, { numeric: true }).compare;
  const divisions = [...new Set(roles.flatMap((role) => role.divisions))].sort(order);
  const hasAll = roles.some(({ everywhere }) => everywhere);
  return (
    <Card
      title={<Trans>Roles and divisions</Trans>}
      text={<Trans>What the client may do, and in which divisions of the organization.</Trans>}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="table-frame" tabIndex={0} aria-label={t`Table of roles and divisions`}>
        <table className="role-table">
          <thead>
            <tr>
              <th scope="col">
                <Trans>Division</Trans>
              </th>
              {roles.map(({ role }) => (
                <th key={role} scope="col" translate="no">
                  {role}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hasAll && (
              <Row
                name={<Trans>All divisions, now and in future</Trans>}
                roles={roles}
                has={({ everywhere }) => everywhere}
              />
            )}
            {divisions.map((division) => (
              <Row
                key={division}
                name={<span translate="no">{division}</span>}
                roles={roles}
                has={({ everywhere, divisions }) => everywhere || divisions.includes(division)}
              />
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  );
}

interface RowProps {
  name: ReactNode;
  roles: HeldRole[];
  has: (role: HeldRole) => boolean;
}

function Row({ name, roles, has }: RowProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {roles.map((role) => (
        <td key={role.role}>{has(role) ? <Granted /> : <NotGranted />}</td>
      ))}
    </tr>
  );
}

function Granted() {
  return (
    <span className="role-table__granted">
      <Check size={16} aria-hidden /> <Trans>granted</Trans>
    </span>
  );
}

function NotGranted() {
  return (
    <span className="muted">
      <Minus size={16} aria-hidden />
      <span className="hidden">
        <Trans>not granted</Trans>
      </span>
    </span>
  );
}
