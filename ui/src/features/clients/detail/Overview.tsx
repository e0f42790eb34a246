/** The values of a client: identifier, grant type, token duration, dates. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { OauthClient } from "../../../backend/bindings";
import { Card } from "../../../components/Card";
import { Code } from "../../../components/Code";
import { type Definition, DefinitionList } from "../../../components/DefinitionList";
import { spellDateTime, spellDuration, spellNumber } from "../../../locales/format";
import { CopyClientId } from "../../../words/CopyClientId";
import { HeldGrantTypeName } from "../../../words/purposes";

export function Overview({ client }: { client: OauthClient }) {
  const rows = useOverviewRows(client);
  return (
    <Card title={<Trans>Key facts</Trans>}>
      <DefinitionList rows={rows} />
    </Card>
  );
}

function useOverviewRows(client: OauthClient): Definition[] {
  const { i18n } = useLingui();
  const { locale } = i18n;
  const rows: Definition[] = [
    {
      key: "id",
      label: <Trans>Client ID</Trans>,
      value: <Code>{client.id}</Code>,
      action: <CopyClientId id={client.id} />,
    },
    {
      key: "grantType",
      label: <Trans>Grant type</Trans>,
      value: <HeldGrantTypeName held={client.grantType} />,
    },
    {
      key: "duration",
      label: <Trans>Token duration</Trans>,
      value:
        client.seconds === null ? (
          <Trans>Genesys Cloud did not say</Trans>
        ) : (
          <>
            {spellDuration(client.seconds, locale)}{" "}
            <span className="muted">
              <Trans>({spellNumber(client.seconds, locale)} seconds)</Trans>
            </span>
          </>
        ),
    },
  ];
  const date = (key: string, label: Definition["label"], iso: string | null) => {
    if (iso) rows.push({ key, label, value: spellDateTime(iso, locale) });
  };
  date("created", <Trans>Created</Trans>, client.createdAt);
  date("modified", <Trans>Last changed</Trans>, client.modifiedAt);
  date("delete", <Trans context="label of a date">Will be deleted</Trans>, client.deleteAt);
  if (client.createdBy) {
    rows.push({
      key: "by",
      label: <Trans>Created by (user ID)</Trans>,
      value: <Code>{client.createdBy}</Code>,
    });
  }
  return rows;
}
