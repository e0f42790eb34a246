/** What was found about one client, on its page. */
import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import { FailurePanel } from "../app/FailurePanel";
import { useOrg } from "../app/open-org";
import { Card } from "../components/Card";
import { EmptyState } from "../components/EmptyState";
import { Loading } from "../components/Loading";
import { FindingList } from "./FindingList";
import { findingsQuery } from "./queries";

export function ClientFindings({ id }: { id: string }) {
  const org = useOrg();
  const { data, error, isFetching, refetch } = useQuery(findingsQuery(org.id, id));
  if (!data) {
    return error ? (
      <FailurePanel failure={error} onRetry={() => void refetch()} isRetrying={isFetching} />
    ) : (
      <Card>
        <Loading>
          <Trans>Looking at the client…</Trans>
        </Loading>
      </Card>
    );
  }
  const open = data.filter((finding) => finding.acknowledged === null);
  const acknowledged = data.filter((finding) => finding.acknowledged !== null);
  return (
    <>
      {open.length > 0 ? (
        <Card title={<Trans>Findings</Trans>}>
          <FindingList findings={open} name="code" heading="h3" isOnClient />
        </Card>
      ) : (
        <Card>
          <EmptyState icon={ShieldCheck} title={<Trans>Nothing to do</Trans>}>
            <Trans>Latchkey found nothing about this client that needs a look.</Trans>
          </EmptyState>
        </Card>
      )}
      {acknowledged.length > 0 && (
        <Card
          title={<Trans>Acknowledged</Trans>}
          text={<Trans>They come back by themselves when what was found changes.</Trans>}
        >
          <FindingList findings={acknowledged} name="code" heading="h3" isOnClient />
        </Card>
      )}
    </>
  );
}
