/** The columns of the list of clients. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import type { OauthClient } from "../../backend/bindings";
import { Badge } from "../../components/Badge";
import type { TableColumn } from "../../components/Table";
import { spellDate, spellDuration } from "../../locales/format";
import { HeldGrantTypeName } from "../../words/purposes";
import { StateBadge } from "../../words/StateBadge";

/** Columns; the client that was just created is marked. */
export function useColumns(fresh?: string): TableColumn<OauthClient>[] {
  const { t, i18n } = useLingui();
  const { locale } = i18n;
  return useMemo(
    () => [
      {
        id: "name",
        name: t`Name`,
        isRowHeader: true,
        allowsSorting: true,
        cell: (client) => <NameCell client={client} isNew={client.id === fresh} />,
      },
      {
        id: "grantType",
        name: t`Grant type`,
        cell: (client) => <HeldGrantTypeName held={client.grantType} />,
      },
      { id: "state", name: t`State`, cell: (client) => <StateBadge state={client.state} /> },
      {
        id: "duration",
        name: t`Token duration`,
        allowsSorting: true,
        cell: (client) => (client.seconds === null ? "–" : spellDuration(client.seconds, locale)),
      },
      {
        id: "created",
        name: t`Created`,
        allowsSorting: true,
        cell: (client) => (
          <span className="table__number">
            {client.createdAt ? spellDate(client.createdAt, locale) : "–"}
          </span>
        ),
      },
    ],
    [t, locale, fresh],
  );
}

function NameCell({ client, isNew }: { client: OauthClient; isNew: boolean }) {
  return (
    <div>
      <div className="client-name" translate="no">
        <span className="table__main">{client.name}</span>
        {isNew && (
          <Badge tone="success">
            <Trans>New</Trans>
          </Badge>
        )}
      </div>
      {client.description && (
        <div className="table__sub" translate="no">
          {client.description}
        </div>
      )}
    </div>
  );
}
