/** The calls of a client: asked for when this comes up, waited for, and shown. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { RotateCw, Square } from "lucide-react";
import { useState } from "react";
import { FailurePanel } from "../../../app/FailurePanel";
import { useOrg } from "../../../app/open-org";
import { lastUseQuery, usageQuery } from "../../../backend/backend";
import type { UsagePeriod } from "../../../backend/bindings";
import { Button } from "../../../components/Button";
import { Card } from "../../../components/Card";
import { Loading } from "../../../components/Loading";
import { Select } from "../../../components/Select";
import { LastUsed } from "../../../last-use/LastUsed";
import { NotCounted } from "../../../last-use/NotCounted";
import { spellDateTime } from "../../../locales/format";
import { UsageReport } from "./UsageReport";
import "./usage.css";

export function UsageCard({ id }: { id: string }) {
  const { t } = useLingui();
  const org = useOrg();
  const queries = useQueryClient();
  const [period, setPeriod] = useState<UsagePeriod>("days30");
  const query = usageQuery(org.id, id, period);
  const { data, error, isFetching, refetch } = useQuery(query);
  const ask = () => void refetch();
  return (
    <Card
      title={<Trans>Calls</Trans>}
      text={<Trans>How often Genesys Cloud was called through this client, and what for.</Trans>}
      actions={
        <Select
          className="usage__period"
          label={t`How far to look back`}
          isLabelHidden
          value={period}
          onChange={setPeriod}
          options={[
            { value: "days7", label: t`7 days` },
            { value: "days30", label: t`30 days` },
            { value: "days90", label: t`90 days` },
          ]}
        />
      }
    >
      <div className="stack">
        {isFetching && <Waiting id={id} onStop={() => void queries.cancelQueries(query)} />}
        {error && !isFetching && <FailurePanel failure={error} onRetry={ask} />}
        {data && !isFetching && (
          <>
            <UsageReport reading={data} />
            <AskAgain onPress={ask} />
          </>
        )}
        {!data && !error && !isFetching && (
          <>
            <p>
              <Trans>The look at the calls was stopped.</Trans>
            </p>
            <AskAgain onPress={ask} />
          </>
        )}
      </div>
    </Card>
  );
}

/** What was found the last time, while the new answer takes its time. */
function Waiting({ id, onStop }: { id: string; onStop: () => void }) {
  const { i18n } = useLingui();
  const org = useOrg();
  const { data: before } = useQuery(lastUseQuery(org.id, id));
  const read = before && spellDateTime(before.checkedAt, i18n.locale);
  return (
    <>
      {before && (
        <p>
          <LastUsed lastUse={before} />{" "}
          <span className="muted">
            <Trans>So it was when Latchkey last looked, on {read}.</Trans>
            {before.requests === 0 && (
              <>
                {" "}
                <NotCounted atOnce={before.atOnce ?? false} />
              </>
            )}
          </span>
        </p>
      )}
      <Loading>
        <Trans>Genesys Cloud is working out the calls. That can take minutes; you can go on meanwhile.</Trans>
      </Loading>
      <div>
        <Button icon={Square} size="small" onPress={onStop}>
          <Trans>Stop looking</Trans>
        </Button>
      </div>
    </>
  );
}

function AskAgain({ onPress }: { onPress: () => void }) {
  return (
    <div>
      <Button icon={RotateCw} onPress={onPress}>
        <Trans>Ask again</Trans>
      </Button>
    </div>
  );
}
