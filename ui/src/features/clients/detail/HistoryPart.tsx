/** What Latchkey has changed of a client: each change with what it made different, and the way back. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { History, Undo2 } from "lucide-react";
import { FailurePanel } from "../../../app/FailurePanel";
import { navigate } from "../../../app/navigation";
import { useOrg } from "../../../app/open-org";
import { clientChangesQuery, factsQuery } from "../../../backend/backend";
import type { ClientChange, OauthClient, OrgFacts } from "../../../backend/bindings";
import { Button } from "../../../components/Button";
import { Card } from "../../../components/Card";
import { Loading } from "../../../components/Loading";
import { Changes } from "../../../differences/Changes";
import { spellDateTime } from "../../../locales/format";
import { languageOf } from "../../../locales/i18n";
import { kindWords } from "../../../words/operations";
import { StageBadge } from "../../../words/StageBadge";

export function HistoryPart({ client }: { client: OauthClient }) {
  const org = useOrg();
  const { i18n } = useLingui();
  const { data, error, isFetching, refetch } = useQuery(clientChangesQuery(org.id, client.id));
  // For the names of roles and divisions.
  const facts = useQuery(factsQuery(org.id, languageOf(i18n.locale)));
  if (error) {
    return <FailurePanel failure={error} onRetry={() => void refetch()} isRetrying={isFetching} />;
  }
  return (
    <Card
      title={<Trans>What was changed with Latchkey on this computer</Trans>}
      text={
        <Trans>
          Before each change, Latchkey writes down what the client was. What somebody changes in Genesys Cloud
          or with another program does not stand here.
        </Trans>
      }
      actions={
        <Button size="small" icon={History} onPress={() => navigate({ page: "history", search: client.id })}>
          <Trans>Show it in the history</Trans>
        </Button>
      }
    >
      {!data || facts.isPending ? (
        <Loading />
      ) : data.length === 0 ? (
        <p className="muted">
          <Trans>Nothing yet.</Trans>
        </p>
      ) : (
        <ol className="change-list">
          {data.map((change) => (
            <Change key={change.entry.id} client={client} change={change} facts={facts.data} />
          ))}
        </ol>
      )}
    </Card>
  );
}

interface ChangeProps {
  client: OauthClient;
  change: ClientChange;
  /** Absent when they could not be read. */
  facts: OrgFacts | undefined;
}

function Change({ client, change: { entry, differences, putBack }, facts }: ChangeProps) {
  const { t, i18n } = useLingui();
  const at = spellDateTime(entry.beganAt, i18n.locale);
  return (
    <li>
      <div className="change-list__head">
        <h3>{i18n._(kindWords[entry.kind])}</h3>
        <StageBadge stage={entry.stage} />
        <span className="muted">
          {at}
          {" · "}
          {entry.userName === null ? <Trans>A program</Trans> : <span translate="no">{entry.userName}</span>}
        </span>
      </div>
      {differences.length > 0 && facts && <Changes differences={differences} facts={facts} isPast />}
      {putBack && client.grantType.kind === "offered" && (
        <div>
          <Button
            size="small"
            icon={Undo2}
            label={t`Put it back as it was before… (${at})`}
            onPress={() => navigate({ page: "edit", id: client.id, putBack: entry.id })}
          >
            <Trans>Put it back as it was before…</Trans>
          </Button>
        </div>
      )}
    </li>
  );
}
