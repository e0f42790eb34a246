/** The roles that can be given to clients: those that one holds, in the divisions in which one holds them. */
import { Trans } from "@lingui/react/macro";
import type { Grantable as Role } from "../../backend/bindings";
import { Card } from "../../components/Card";
import { DefinitionList } from "../../components/DefinitionList";
import { Names } from "../../words/Values";

export function Grantable({ roles }: { roles: Role[] }) {
  return (
    <Card
      title={<Trans>Roles that you can give to clients</Trans>}
      text={<Trans>Genesys Cloud only lets you give roles that you hold yourself.</Trans>}
    >
      {roles.length === 0 ? (
        <p className="muted">
          <Trans>None, or they cannot be known beforehand.</Trans>
        </p>
      ) : (
        <DefinitionList
          rows={roles.map((role) => ({
            key: role.role,
            label: <span translate="no">{role.role}</span>,
            value: role.everywhere ? (
              <Trans>in all divisions</Trans>
            ) : (
              <Trans>
                in <Names names={role.divisions} />
              </Trans>
            ),
          }))}
        />
      )}
    </Card>
  );
}
