/** The parts of the page of a client, in their order. What there is nothing to show of is no part. */
import { Trans } from "@lingui/react/macro";
import type { ClientTab } from "../../../app/routes";
import type { ClientDetail } from "../../../backend/bindings";
import type { TabPart } from "../../../components/Tabs";
import { ClientFindings } from "../../../findings/ClientFindings";
import { SecretAndState } from "../actions/SecretAndState";
import { UsageCard } from "../usage/UsageCard";
import { Access, hasAccess } from "./Access";
import { HandOverPart } from "./HandOverPart";
import { HistoryPart } from "./HistoryPart";
import { Overview } from "./Overview";
import { RoleTable, rolesOf } from "./RoleTable";
import { Summary } from "./Summary";

export function partsOf(detail: ClientDetail): TabPart<ClientTab>[] {
  const { client, summary } = detail;
  const roles = rolesOf(summary);
  const parts: TabPart<ClientTab>[] = [
    {
      id: "overview",
      name: <Trans>Overview</Trans>,
      content: (
        <>
          <Summary lines={summary} />
          <Overview client={client} />
          <SecretAndState detail={detail} />
        </>
      ),
    },
  ];
  if (hasAccess(client)) {
    const name =
      client.redirectUris.length > 0 ? <Trans>Redirect addresses and scopes</Trans> : <Trans>Scopes</Trans>;
    parts.push({ id: "access", name, content: <Access client={client} /> });
  }
  if (roles.length > 0) {
    const name = <Trans>Roles and divisions</Trans>;
    parts.push({ id: "roles", name, content: <RoleTable roles={roles} /> });
  }
  parts.push({
    id: "handOver",
    name: <Trans>Hand over</Trans>,
    content: <HandOverPart client={client} />,
  });
  parts.push({ id: "usage", name: <Trans>Usage</Trans>, content: <UsageCard id={client.id} /> });
  parts.push({
    id: "findings",
    name: <Trans>Findings</Trans>,
    content: <ClientFindings id={client.id} />,
  });
  parts.push({ id: "history", name: <Trans>History</Trans>, content: <HistoryPart client={client} /> });
  return parts;
}
