/** "Legacy", wherever implicit grant is offered. */
import { Trans } from "@lingui/react/macro";
import { Badge } from "../../../components/Badge";

export function LegacyBadge() {
  return (
    <Badge tone="warning">
      <Trans>Legacy</Trans>
    </Badge>
  );
}
