/** The one-time secret of a client of the open organization, until somebody said where it went. */
import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { FailurePanel } from "../../app/FailurePanel";
import { navigate } from "../../app/navigation";
import { useOrg } from "../../app/open-org";
import { unplacedQuery } from "../../backend/backend";
import { Button } from "../../components/Button";
import { EmptyState } from "../../components/EmptyState";
import { Loading } from "../../components/Loading";
import { Page } from "../../components/Page";
import { Credentials } from "../../one-time-secret/Credentials";
import { Placing } from "../../one-time-secret/Placing";

export function SecretPage({ id }: { id: string }) {
  return (
    <Page width="form" title={<Trans>Client secret</Trans>}>
      <Secret id={id} />
    </Page>
  );
}

function Secret({ id }: { id: string }) {
  const org = useOrg();
  const { data, error, isFetching, refetch } = useQuery(unplacedQuery);
  // The newest: an earlier secret of the same client is dead.
  const listed = data?.findLast((secret) => secret.orgId === org.id && secret.clientId === id);
  // Once shown it stays: the list is without it a moment before the screen is left.
  const [shown, setShown] = useState(listed);
  if (listed && !shown) setShown(listed);
  if (!shown) {
    if (error) {
      return <FailurePanel failure={error} onRetry={() => void refetch()} isRetrying={isFetching} />;
    }
    return isFetching ? <Loading /> : <Gone id={id} />;
  }
  return (
    <>
      <Credentials org={org} client={{ id, name: shown.clientName }} kept={shown.kept} />
      <Placing
        org={org.id}
        client={id}
        kept={shown.kept}
        nowhere={<Trans>Nowhere: nobody needs it</Trans>}
        onDone={() => navigate({ page: "client", id })}
      />
    </>
  );
}

function Gone({ id }: { id: string }) {
  return (
    <EmptyState
      icon={KeyRound}
      title={<Trans>No secret waits for this client</Trans>}
      actions={
        <Button onPress={() => navigate({ page: "client", id })}>
          <Trans>Look at the client</Trans>
        </Button>
      }
    >
      <Trans>
        Somebody said where it went, or the time was up and it was wiped. If nobody has it, make a new secret
        for the client.
      </Trans>
    </EmptyState>
  );
}
