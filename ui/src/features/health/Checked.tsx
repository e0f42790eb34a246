/** What was found in the organization: read, counted, filtered, and saved as a report. */
import { Plural, Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { RefreshCw, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { FailurePanel } from "../../app/FailurePanel";
import { navigate } from "../../app/navigation";
import { useOrg } from "../../app/open-org";
import type { Health, HealthFinding } from "../../backend/bindings";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { Disclosure } from "../../components/Disclosure";
import { EmptyState } from "../../components/EmptyState";
import { Loading } from "../../components/Loading";
import { Notice } from "../../components/Notice";
import { FindingList } from "../../findings/FindingList";
import { healthQuery } from "../../findings/queries";
import { UsageSurvey } from "../../last-use/UsageSurvey";
import { FilterBar } from "./FilterBar";
import { everything, type Filter, matching } from "./filter";
import { Groups } from "./Groups";
import { ReportCard } from "./ReportCard";

export function Checked() {
  const org = useOrg();
  const { data, error, isPending, isFetching, refetch } = useQuery(healthQuery(org.id));
  if (isPending) {
    return (
      <Card>
        <Loading>
          <Trans>Looking at every client…</Trans>
        </Loading>
      </Card>
    );
  }
  const failed = error && (
    <FailurePanel failure={error} onRetry={() => void refetch()} isRetrying={isFetching} />
  );
  return (
    <div className="health">
      {failed}
      {data && <Found health={data} onAgain={() => void refetch()} isChecking={isFetching} />}
    </div>
  );
}

type FoundProps = { health: Health; onAgain: () => void; isChecking: boolean };

function Found({ health, onAgain, isChecking }: FoundProps) {
  const [filter, setFilter] = useState<Filter>(everything);
  const open = health.findings.filter((finding) => finding.acknowledged === null);
  const acknowledged = health.findings.filter((finding) => finding.acknowledged !== null);
  const shown = matching(open, filter);
  return (
    <>
      <div className="health__head">
        <p role="status">
          <Summary open={open} clients={health.clients} />
        </p>
        <Button icon={RefreshCw} onPress={onAgain} isPending={isChecking}>
          <Trans>Check again</Trans>
        </Button>
      </div>
      {Math.min(health.usesKnown, health.callsKnown) < health.clients && <UsesUnknown health={health} />}
      {open.length === 0 ? (
        <Card>
          <EmptyState icon={ShieldCheck} title={<Trans>Everything is in order</Trans>}>
            <Plural
              value={health.clients}
              one="The one client was looked at, and nothing is open."
              other="# clients were looked at, and nothing is open."
            />
          </EmptyState>
        </Card>
      ) : (
        <>
          <FilterBar open={open} filter={filter} onFilter={setFilter} />
          <Groups
            findings={shown}
            by={filter.by}
            onClear={() => setFilter({ ...everything, by: filter.by })}
          />
        </>
      )}
      {acknowledged.length > 0 && <Acknowledged findings={acknowledged} />}
      <ReportCard health={health} />
    </>
  );
}

function Summary({ open, clients }: { open: HealthFinding[]; clients: number }) {
  const touched = new Set(open.map((finding) => finding.clientId)).size;
  return (
    <Trans>
      <Plural value={open.length} _0="No finding" one="# finding" other="# findings" /> on {touched} of{" "}
      {clients} clients
    </Trans>
  );
}

function UsesUnknown({ health }: { health: Health }) {
  const isUse = health.usesKnown < health.clients;
  return (
    <Notice tone="info">
      <div className="stack">
        <p>
          {isUse ? (
            <Trans>
              Latchkey knows of {health.usesKnown} of {health.clients} clients when they were last used. Only
              among these does it find clients that nobody uses.
            </Trans>
          ) : (
            <Trans>
              Latchkey knows of {health.callsKnown} of {health.clients} clients what they call. Only among
              these does it find scopes that are wider than needed. Each client takes a query of its own.
            </Trans>
          )}
        </p>
        <UsageSurvey
          depth={isUse ? "lastUse" : "calls"}
          onShowQuiet={() => navigate({ page: "clients", quiet: true })}
        />
      </div>
    </Notice>
  );
}

function Acknowledged({ findings }: { findings: HealthFinding[] }) {
  return (
    <Card
      title={<Trans>Acknowledged</Trans>}
      text={<Trans>They come back by themselves when what was found changes.</Trans>}
    >
      <Disclosure
        title={
          <Plural
            value={findings.length}
            one="Show # acknowledged finding"
            other="Show # acknowledged findings"
          />
        }
      >
        <FindingList findings={findings} name="both" heading="h3" />
      </Disclosure>
    </Card>
  );
}
