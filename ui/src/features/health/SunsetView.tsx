/** What ends with implicit grant: every such client, and how many days are left. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { PartyPopper } from "lucide-react";
import { FailurePanel } from "../../app/FailurePanel";
import { navigate } from "../../app/navigation";
import { useOrg } from "../../app/open-org";
import type { Sunset } from "../../backend/bindings";
import { Card } from "../../components/Card";
import { EmptyState } from "../../components/EmptyState";
import { Loading } from "../../components/Loading";
import { Notice } from "../../components/Notice";
import { Table } from "../../components/Table";
import { sunsetQuery } from "../../findings/queries";
import { UsageSurvey } from "../../last-use/UsageSurvey";
import { Announced, Day } from "../../words/Values";
import { useSunsetColumns } from "./sunsetColumns";

export function SunsetView() {
  const org = useOrg();
  const { data, error, isPending, isFetching, refetch } = useQuery(sunsetQuery(org.id));
  if (isPending) {
    return (
      <Card>
        <Loading>
          <Trans>Looking at every client…</Trans>
        </Loading>
      </Card>
    );
  }
  return (
    <div className="health">
      {error && <FailurePanel failure={error} onRetry={() => void refetch()} isRetrying={isFetching} />}
      {data && <Found sunset={data} />}
    </div>
  );
}

function Found({ sunset }: { sunset: Sunset }) {
  const { t } = useLingui();
  const columns = useSunsetColumns(sunset);
  return (
    <>
      <Left sunset={sunset} />
      {sunset.clients.length > 0 && (
        <UsageSurvey onShowQuiet={() => navigate({ page: "clients", quiet: true })} />
      )}
      <Table
        label={t`Clients with implicit grant`}
        columns={columns}
        rows={sunset.clients}
        rowId={(client) => client.id}
        rowText={(client) => client.name}
        onOpen={(client) => navigate({ page: "client", id: client.id })}
        empty={
          <EmptyState icon={PartyPopper} title={<Trans>No client uses implicit grant</Trans>}>
            <Trans>Nothing in this organization stops when Genesys withdraws it.</Trans>
          </EmptyState>
        }
      />
    </>
  );
}

/** The dates, and how near they are. */
function Left({ sunset: { clients, noNewSince, stops, readOn, daysLeft } }: { sunset: Sunset }) {
  return (
    <Notice
      tone={clients.length > 0 ? "warning" : "info"}
      title={
        daysLeft > 0 ? (
          <Plural value={daysLeft} one="# day is left" other="# days are left" />
        ) : (
          <Trans>The time at which it stops has come</Trans>
        )
      }
    >
      <p>
        <Trans>
          Genesys has taken no new clients with implicit grant since <Announced date={noNewSince} />, and it
          stops working by <Announced date={stops} />: so the Genesys help said on <Day day={readOn} />. Days
          are counted to the first day that this can mean. A twin is a second client with authorization code
          and PKCE: both work side by side until the program has moved over.
        </Trans>
      </p>
    </Notice>
  );
}
