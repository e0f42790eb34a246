/** What a client was given: redirect addresses, scopes, roles within divisions. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { OauthClient, SummaryLine } from "../../backend/bindings";
import { Card } from "../../components/Card";
import { Code } from "../../components/Code";
import { DefinitionList } from "../../components/DefinitionList";
import { spellList } from "../../locales/format";

export function Grants({ client, summary }: { client: OauthClient; summary: SummaryLine[] }) {
  return (
    <>
      <Roles summary={summary} />
      <Identifiers
        title={<Trans>Redirect addresses (URIs)</Trans>}
        text={<Trans>Where people are sent back to after they have signed in.</Trans>}
        values={client.redirectUris}
      />
      <Identifiers
        title={<Plural value={client.scopes.length} one="# scope" other="# scopes" />}
        text={<Trans>What the client may ask for, at most.</Trans>}
        values={client.scopes}
        isWide
      />
    </>
  );
}

function Roles({ summary }: { summary: SummaryLine[] }) {
  const { i18n } = useLingui();
  const roles = summary.filter((line) => line.kind === "hasRole");
  if (roles.length === 0) return null;
  return (
    <Card title={<Trans>Roles and divisions</Trans>}>
      <DefinitionList
        rows={roles.map((line) => ({
          key: line.role,
          label: <span translate="no">{line.role}</span>,
          value: line.everywhere ? (
            <Trans>All divisions, now and in future</Trans>
          ) : (
            <span translate="no">{spellList(line.divisions, i18n.locale)}</span>
          ),
        }))}
      />
    </Card>
  );
}

interface IdentifiersProps {
  title: React.ReactNode;
  text: React.ReactNode;
  values: string[];
  /** Several side by side, as they are short. */
  isWide?: boolean;
}

function Identifiers({ title, text, values, isWide }: IdentifiersProps) {
  if (values.length === 0) return null;
  return (
    <Card title={title} text={text}>
      <ul className={isWide ? "identifiers identifiers--wide" : "identifiers"}>
        {values.map((value) => (
          <li key={value}>
            <Code>{value}</Code>
          </li>
        ))}
      </ul>
    </Card>
  );
}
