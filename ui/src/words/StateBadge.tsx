/** The state of a client as a word. */
import { Trans } from "@lingui/react/macro";
import { Ban, CircleCheck, CirclePause, CircleQuestionMark } from "lucide-react";
import { memo } from "react";
import type { ClientState } from "../backend/bindings";
import { Badge } from "../components/Badge";

/** Drawn again only for another state. */
export const StateBadge = memo(({ state }: { state: ClientState }) => {
  switch (state) {
    case "active":
      return (
        <Badge tone="success" icon={CircleCheck}>
          <Trans context="state of a client">Active</Trans>
        </Badge>
      );
    case "inactive":
      return (
        <Badge tone="warning" icon={CirclePause}>
          <Trans context="state of a client">Inactive</Trans>
        </Badge>
      );
    case "disabled":
      return (
        <Badge tone="danger" icon={Ban}>
          <Trans context="state of a client">Disabled</Trans>
        </Badge>
      );
    case "other":
      return (
        <Badge icon={CircleQuestionMark}>
          <Trans context="state of a client">Unknown</Trans>
        </Badge>
      );
  }
});
