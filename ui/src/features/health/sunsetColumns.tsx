/** Columns of the table of what ends with implicit grant. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Copy } from "lucide-react";
import { navigate } from "../../app/navigation";
import type { LastUse, Sunset, SunsetClient } from "../../backend/bindings";
import { Button } from "../../components/Button";
import { Code } from "../../components/Code";
import type { TableColumn } from "../../components/Table";
import { StateBadge } from "../../words/StateBadge";
import { Day } from "../../words/Values";

export function useSunsetColumns(sunset: Sunset): TableColumn<SunsetClient>[] {
  const { t } = useLingui();
  const people = new Map(sunset.creators.map(({ id, name }) => [id, name]));
  return [
    {
      id: "name",
      name: t`Client`,
      isRowHeader: true,
      cell: (client) => (
        <span className="sunset__name">
          <span translate="no">{client.name}</span>
          {client.state !== "active" && <StateBadge state={client.state} />}
        </span>
      ),
    },
    { id: "created", name: t`Created`, cell: (client) => <Created client={client} people={people} /> },
    { id: "addresses", name: t`Sends people to`, cell: (client) => <Addresses uris={client.redirectUris} /> },
    { id: "used", name: t`Last used`, cell: (client) => <LastUsed use={client.lastUse} /> },
    {
      id: "twin",
      name: t`Replace`,
      cell: (client) => (
        <Button
          size="small"
          icon={Copy}
          label={t`Make a PKCE twin… of ${client.name}`}
          onPress={() => navigate({ page: "create", copyOf: client.id, twin: true })}
        >
          <Trans>Make a PKCE twin…</Trans>
        </Button>
      ),
    },
  ];
}

function Created({ client, people }: { client: SunsetClient; people: Map<string, string> }) {
  const { createdAt, createdBy } = client;
  const name = createdBy === null ? undefined : people.get(createdBy);
  return (
    <span className="sunset__lines">
      {createdAt !== null && <Day day={createdAt} />}
      {name !== undefined && <span translate="no">{name}</span>}
      {name === undefined && createdBy !== null && <Code>{createdBy}</Code>}
      {createdAt === null && createdBy === null && <Trans>Not known</Trans>}
    </span>
  );
}

/** So many are shown; the page of the client has all. */
const ADDRESSES = 3;

function Addresses({ uris }: { uris: string[] }) {
  return (
    <span className="sunset__lines">
      {uris.slice(0, ADDRESSES).map((uri) => (
        <Code key={uri}>{uri}</Code>
      ))}
      {uris.length > ADDRESSES && (
        <span className="muted">
          <Plural value={uris.length - ADDRESSES} one="and # more" other="and # more" />
        </span>
      )}
      {uris.length === 0 && <Trans>Nowhere</Trans>}
    </span>
  );
}

function LastUsed({ use }: { use: LastUse | null }) {
  if (use === null) return <Trans>Not known yet</Trans>;
  if (use.lastDay === null) {
    return <Plural value={use.days} one="No call in # day" other="No call in # days" />;
  }
  return <Day day={use.lastDay} />;
}
