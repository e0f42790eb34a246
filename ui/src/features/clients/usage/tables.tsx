/** The numbers behind the chart: per day, and per endpoint. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { UsageCounts, UsageDay, UsageEndpoint } from "../../../backend/bindings";
import { Button } from "../../../components/Button";
import { Code } from "../../../components/Code";
import { spellDay } from "../../../locales/format";
import { Num } from "../../../words/Values";
import { type FigureColumn, FigureTable } from "./FigureTable";

type Counted = { counts: UsageCounts };

const number = (id: string, name: FigureColumn<Counted>["name"], of: (counts: UsageCounts) => number) => ({
  id,
  name,
  cell: ({ counts }: Counted) => <Num value={of(counts)} />,
});

/** What both tables count, in the same order. */
const answers: FigureColumn<Counted>[] = [
  number("all", <Trans>Calls</Trans>, ({ requests }) => requests),
  number("ok", <Trans>Answered (2xx)</Trans>, ({ ok }) => ok),
  number("redirected", <Trans>Redirected (3xx)</Trans>, ({ redirected }) => redirected),
  number("refused", <Trans>Refused (4xx)</Trans>, ({ refused }) => refused),
  number("limited", <Trans>Too many (429)</Trans>, ({ limited }) => limited),
  number("failed", <Trans>Failed (5xx)</Trans>, ({ failed }) => failed),
];

export function DayTable({ days }: { days: UsageDay[] }) {
  const { t, i18n } = useLingui();
  const day: FigureColumn<UsageDay> = {
    id: "day",
    name: <Trans>Day (UTC)</Trans>,
    cell: ({ date }) => <span className="figures__day">{spellDay(date, i18n.locale)}</span>,
  };
  return (
    <FigureTable
      label={t`Calls per day`}
      columns={[day, ...answers]}
      rows={days.toReversed()}
      rowId={({ date }) => date}
    />
  );
}

/** More are shown when asked for. */
const FIRST = 8;

export function EndpointTable({ endpoints }: { endpoints: UsageEndpoint[] }) {
  const { t, i18n } = useLingui();
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? endpoints : endpoints.slice(0, FIRST);
  const columns: FigureColumn<UsageEndpoint>[] = [
    { id: "endpoint", name: <Trans>Endpoint</Trans>, cell: (endpoint) => <Endpoint endpoint={endpoint} /> },
    ...answers.filter(({ id }) => id !== "redirected" && id !== "ok"),
    {
      id: "last",
      name: <Trans>Last called</Trans>,
      isText: true,
      cell: ({ lastDay }) => (
        <span className="figures__day">{lastDay ? spellDay(lastDay, i18n.locale) : "–"}</span>
      ),
    },
  ];
  return (
    <>
      <FigureTable
        label={t`Calls per endpoint`}
        columns={columns}
        rows={shown}
        rowId={({ method, template }) => `${method} ${template}`}
      />
      {endpoints.length > FIRST && (
        <div>
          <Button size="small" variant="quiet" onPress={() => setIsWhole(!isWhole)}>
            {isWhole ? (
              <Trans>Show the most called only</Trans>
            ) : (
              <Plural value={endpoints.length} one="Show # endpoint" other="Show all # endpoints" />
            )}
          </Button>
        </div>
      )}
    </>
  );
}

/** Method and path as Genesys Cloud writes them. */
export function Endpoint({ endpoint: { method, template } }: { endpoint: UsageEndpoint }) {
  if (template === "") return <Trans>Genesys Cloud named no endpoint</Trans>;
  return (
    <Code>
      {method} {template}
    </Code>
  );
}
