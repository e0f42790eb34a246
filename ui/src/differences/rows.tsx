/** The words of a difference between two states of a client, field by field: a total table. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Difference, OrgFacts } from "../backend/bindings";
import { HeldGrantTypeName } from "../words/purposes";
import { StateBadge } from "../words/StateBadge";
import { Ids, Nothing, RoleList, Seconds } from "./field-values";
import "./differences.css";

type Row = { field: ReactNode; asked: ReactNode; held: ReactNode; note?: ReactNode };
type Rows = {
  [Kind in Difference["kind"]]: (difference: Extract<Difference, { kind: Kind }>, facts: OrgFacts) => Row;
};

const rowOf: Rows = {
  name: ({ asked, held }) => ({ field: <Trans>Name</Trans>, asked, held }),
  description: ({ asked, held }) => ({
    field: <Trans>Description</Trans>,
    asked: asked || <Nothing />,
    held: held || <Nothing />,
  }),
  duration: ({ asked, held, scimFallback }) => ({
    field: <Trans>Token duration</Trans>,
    asked: asked === null ? <Nothing /> : <Seconds seconds={asked} />,
    held: held === null ? <Nothing /> : <Seconds seconds={held} />,
    note: scimFallback && (
      <Trans>
        Genesys Cloud gives long durations only to a client whose one role has exactly the permissions of SCIM
        Integration. If somebody has changed that role, its permissions must be put back, then the duration be
        set again. Until then the identity system stops after a day.
      </Trans>
    ),
  }),
  grantType: ({ held }) => ({
    field: <Trans>Grant type</Trans>,
    asked: <Trans>as chosen</Trans>,
    held: <HeldGrantTypeName held={held} />,
  }),
  state: ({ held }) => ({
    field: <Trans context="of a client: active, inactive">State</Trans>,
    asked: <Trans>as it was</Trans>,
    held: <StateBadge state={held} />,
  }),
  redirectUris: (change) => ({
    field: <Trans>Redirect addresses</Trans>,
    ...listed(change.missing, change.added),
  }),
  scopes: (change) => ({ field: <Trans>Scopes</Trans>, ...listed(change.missing, change.added) }),
  roles: ({ missing, added }, facts) => ({
    field: <Trans>Roles</Trans>,
    asked: <RoleList roles={missing} facts={facts} />,
    held: <RoleList roles={added} facts={facts} />,
  }),
};

/** The words of one difference. */
export function differenceRow(difference: Difference, facts: OrgFacts): Row {
  const words = rowOf[difference.kind] as (difference: Difference, facts: OrgFacts) => Row;
  return words(difference, facts);
}

/** For lists, only what one side has and the other has not. */
function listed(missing: string[], added: string[]): { asked: ReactNode; held: ReactNode } {
  return { asked: <Ids ids={missing} />, held: <Ids ids={added} /> };
}
