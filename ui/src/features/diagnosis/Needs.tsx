/** What each feature needs, and whether it is held: an icon and a word, never a colour alone. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Check, CircleHelp, X } from "lucide-react";
import type { Holding, Need } from "../../backend/bindings";
import { permissionInUi } from "../../backend/permissions";
import { Badge } from "../../components/Badge";
import { Card } from "../../components/Card";
import { Id } from "../../words/Values";
import { featureWords } from "./words";

export function Needs({ needs }: { needs: Need[] }) {
  const { i18n } = useLingui();
  const isUnsure = needs.some((need) => need.holding === "unknown");
  return (
    <Card title={<Trans>What you can do here</Trans>}>
      <table className="needs">
        <thead>
          <tr>
            <th scope="col">
              <Trans>Feature</Trans>
            </th>
            <th scope="col">
              <Trans>Permission that it needs</Trans>
            </th>
            <th scope="col">
              <Trans>You</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {needs.map((need) => (
            <tr key={need.feature}>
              <th scope="row">{i18n._(featureWords[need.feature])}</th>
              <td>
                <span translate="no">{permissionInUi(need.permission)}</span>
                <br />
                <span className="needs__code">
                  <Id>{need.permission}</Id>
                </span>
              </td>
              <td>
                <HoldingBadge holding={need.holding} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isUnsure && (
        <p className="muted">
          <Trans>
            What cannot be known beforehand is decided by Genesys Cloud when you try. A refusal changes
            nothing.
          </Trans>
        </p>
      )}
    </Card>
  );
}

function HoldingBadge({ holding }: { holding: Holding }) {
  if (holding === "held") {
    return (
      <Badge tone="success" icon={Check}>
        <Trans context="of a permission">Held</Trans>
      </Badge>
    );
  }
  if (holding === "missing") {
    return (
      <Badge tone="danger" icon={X}>
        <Trans>Missing</Trans>
      </Badge>
    );
  }
  return (
    <Badge icon={CircleHelp}>
      <Trans>Cannot be known</Trans>
    </Badge>
  );
}
