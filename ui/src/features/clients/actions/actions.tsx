/** Words for the changes that one can make to a client: how each asks once more in a production organization. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { ProductionQuestion } from "../../../app/ProductionQuestion";
import type { OauthClient, OrgView } from "../../../backend/bindings";

/** What can be done with a client. */
export type Action = "newSecret" | "deactivate" | "reactivate" | "delete";

interface OnceMoreProps {
  action: Action;
  org: OrgView;
  client: OauthClient;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onConfirm: () => void;
}

/** The question before a change in a production organization. */
export function OnceMore({ action, org, client, ...dialog }: OnceMoreProps) {
  const { title, confirm, says } = wordsFor(org, client)[action];
  return (
    <ProductionQuestion org={org} title={title} confirmLabel={confirm} {...dialog}>
      {says}
    </ProductionQuestion>
  );
}

function wordsFor(
  org: OrgView,
  client: OauthClient,
): Record<Action, Record<"title" | "confirm" | "says", ReactNode>> {
  const place = <span translate="no">{org.name}</span>;
  const name = <strong translate="no">{client.name}</strong>;
  return {
    newSecret: {
      title: <Trans>Replace a secret in the production organization {place}?</Trans>,
      confirm: <Trans>Replace it in production</Trans>,
      says: <Trans>The present secret of {name} will stop working there at once.</Trans>,
    },
    deactivate: {
      title: <Trans>Make a client inactive in the production organization {place}?</Trans>,
      confirm: <Trans>Make it inactive in production</Trans>,
      says: <Trans>The client {name} will give no new tokens there from this moment on.</Trans>,
    },
    reactivate: {
      title: <Trans>Make a client active again in the production organization {place}?</Trans>,
      confirm: <Trans>Make it active in production</Trans>,
      says: <Trans>Programs that use the client {name} will be able to get tokens there at once.</Trans>,
    },
    delete: {
      title: <Trans>Delete a client in the production organization {place}?</Trans>,
      confirm: <Trans>Delete it in production</Trans>,
      says: <Trans>The client {name} will be gone there for good.</Trans>,
    },
  };
}
