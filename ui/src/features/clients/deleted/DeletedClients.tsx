/** Clients that were deleted with Latchkey: each can be created again, as another client with the same settings. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { ArchiveX, ArrowLeft, RotateCcw } from "lucide-react";
import { FailurePanel } from "../../../app/FailurePanel";
import { navigate } from "../../../app/navigation";
import { useOrg } from "../../../app/open-org";
import { deletedQuery } from "../../../backend/backend";
import type { HistoryEntry } from "../../../backend/bindings";
import { Button } from "../../../components/Button";
import { Card } from "../../../components/Card";
import { Code } from "../../../components/Code";
import { EmptyState } from "../../../components/EmptyState";
import { Loading } from "../../../components/Loading";
import { Notice } from "../../../components/Notice";
import { Page } from "../../../components/Page";
import { spellDateTime } from "../../../locales/format";
import { GenesysMayRestore } from "../blast/DeletionWords";
import "../clients.css";

export function DeletedClients() {
  const org = useOrg();
  const { data, error, isFetching, refetch } = useQuery(deletedQuery(org.id));
  return (
    <Page
      width="form"
      title={<Trans>Deleted clients</Trans>}
      text={
        <Trans>
          Clients of this organization that were deleted with Latchkey on this computer. What somebody deleted
          elsewhere does not stand here.
        </Trans>
      }
      crumb={
        <Button variant="quiet" size="small" icon={ArrowLeft} onPress={() => navigate({ page: "clients" })}>
          <Trans>Clients</Trans>
        </Button>
      }
    >
      {error ? (
        <FailurePanel failure={error} onRetry={() => void refetch()} isRetrying={isFetching} />
      ) : !data ? (
        <Card>
          <Loading />
        </Card>
      ) : data.length === 0 ? (
        <Card>
          <EmptyState icon={ArchiveX} title={<Trans>No deleted client</Trans>} />
        </Card>
      ) : (
        <Deleted entries={data} />
      )}
    </Page>
  );
}

function Deleted({ entries }: { entries: HistoryEntry[] }) {
  const { t, i18n } = useLingui();
  return (
    <>
      <Notice tone="info" title={<Trans>It will be another client</Trans>}>
        <Trans>
          The client ID and the secret of a deleted client do not come back. Latchkey can create a new client
          with the same settings. It has another client ID and another secret, so every program has to be
          changed.
        </Trans>{" "}
        <GenesysMayRestore />
      </Notice>
      <Card>
        <ul className="client-actions">
          {entries.map(({ id, clientName, clientId, changedAt, userName }) => (
            <li key={id}>
              <div>
                <h2 className="table__main" translate="no">
                  {clientName}
                </h2>
                <div className="table__sub">
                  <Trans>Deleted: {spellDateTime(changedAt, i18n.locale)}</Trans>
                  {userName !== null && (
                    <>
                      {" · "}
                      <span translate="no">{userName}</span>
                    </>
                  )}
                  {" · "}
                  <Code>{clientId}</Code>
                </div>
              </div>
              <Button
                icon={RotateCcw}
                label={t`Create it again… (${clientName})`}
                onPress={() => navigate({ page: "create", deleted: id })}
              >
                <Trans>Create it again…</Trans>
              </Button>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}
