/** What can be done with a client: a new secret, inactive and active again, delete. */
import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { CirclePause, CirclePlay, RotateCcwKey, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { FailurePanel } from "../../../app/FailurePanel";
import { useOrg } from "../../../app/open-org";
import { diagnosisQuery } from "../../../backend/backend";
import type { ClientDetail, Feature } from "../../../backend/bindings";
import { permissionInUi } from "../../../backend/permissions";
import { Button } from "../../../components/Button";
import { Card } from "../../../components/Card";
import { Code } from "../../../components/Code";
import { Notice } from "../../../components/Notice";
import { ActionDialogs } from "./ActionDialogs";
import { hasSecret, SecretWords } from "./SecretWords";
import { StateWords } from "./StateWords";
import { useClientActions } from "./useClientActions";

export function SecretAndState({ detail }: { detail: ClientDetail }) {
  const { client } = detail;
  const org = useOrg();
  const actions = useClientActions(org, client);
  const { running, begin, failed } = actions;
  const missing = useMissing(org.id);
  const cannotEdit = missing.some(({ feature }) => feature === "editClients");
  const isActive = client.state === "active";
  const isOurs = isActive || client.state === "inactive";
  return (
    <Card title={<Trans>Secret and state</Trans>}>
      {isOurs && missing.length > 0 && <Missing permissions={missing.map(({ permission }) => permission)} />}
      {actions.failure !== null && failed && (
        <FailurePanel failure={actions.failure} onRetry={() => begin(failed)} isRetrying={running !== null} />
      )}
      <ul className="client-actions">
        <Part words={<SecretWords detail={detail} />}>
          {isOurs && hasSecret(client) && (
            <Button
              icon={RotateCcwKey}
              onPress={() => begin("newSecret")}
              isPending={running === "newSecret"}
              isDisabled={cannotEdit}
            >
              <Trans>New secret…</Trans>
            </Button>
          )}
        </Part>
        <Part words={<StateWords client={client} />}>
          {isOurs && (
            // One button that changes its words: the focus stays on it.
            <Button
              icon={isActive ? CirclePause : CirclePlay}
              onPress={() => begin(isActive ? "deactivate" : "reactivate")}
              isPending={running === "deactivate" || running === "reactivate"}
              isDisabled={cannotEdit}
            >
              {isActive ? <Trans>Make inactive…</Trans> : <Trans>Make active again</Trans>}
            </Button>
          )}
        </Part>
        {isOurs && (
          <Part
            words={
              <Trans>
                The client ID and the secret of a deleted client do not come back. Latchkey can create a new
                client with the same settings.
              </Trans>
            }
          >
            <Button
              variant="danger"
              icon={Trash2}
              onPress={() => begin("delete")}
              isPending={running === "delete"}
              isDisabled={
                missing.some(({ feature }) => feature === "deleteClients") || (isActive && cannotEdit)
              }
            >
              <Trans>Delete…</Trans>
            </Button>
          </Part>
        )}
      </ul>
      <ActionDialogs org={org} client={client} actions={actions} />
    </Card>
  );
}

function Part({ words, children }: { words: ReactNode; children: ReactNode }) {
  return (
    <li>
      <div className="stack stack--tight">{words}</div>
      {children}
    </li>
  );
}

const NEEDED: Feature[] = ["editClients", "deleteClients"];
/** Rights change rarely, and finding them out takes several requests. */
const FRESH_MS = 300_000;

/** What the signed-in person is known to lack. What is not known is left to Genesys Cloud. */
function useMissing(org: string) {
  const { data } = useQuery({ ...diagnosisQuery(org), staleTime: FRESH_MS, refetchOnMount: true });
  return (
    data?.needs.filter(({ feature, holding }) => NEEDED.includes(feature) && holding === "missing") ?? []
  );
}

function Missing({ permissions }: { permissions: string[] }) {
  return (
    <Notice tone="info" title={<Trans>You cannot do all of this here</Trans>}>
      <p>
        <Trans>These permissions are missing from your roles:</Trans>
      </p>
      <ul className="bullets">
        {permissions.map((permission) => (
          <li key={permission}>
            <strong translate="no">{permissionInUi(permission)}</strong> (<Code>{permission}</Code>)
          </li>
        ))}
      </ul>
    </Notice>
  );
}
