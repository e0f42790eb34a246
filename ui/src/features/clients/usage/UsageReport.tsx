/** The calls of a client in some days: in a sentence, as a chart, in tables, and what the figures cannot say. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useId } from "react";
import type { UsageReport as Report, UsageReading } from "../../../backend/bindings";
import { Code } from "../../../components/Code";
import { Disclosure } from "../../../components/Disclosure";
import { Notice } from "../../../components/Notice";
import { LastUsed } from "../../../last-use/LastUsed";
import { NotCounted } from "../../../last-use/NotCounted";
import { spellDateTime } from "../../../locales/format";
import { Num } from "../../../words/Values";
import { BarChart, fillOf, Patterns } from "./BarChart";
import { parts, type UsagePart } from "./statuses";
import { DayTable, EndpointTable } from "./tables";

export function UsageReport({ reading }: { reading: UsageReading }) {
  const { report, lastUse } = reading;
  return (
    <>
      <p className="usage__answer">
        <LastUsed lastUse={lastUse} />
      </p>
      {report.total.requests > 0 && (
        <>
          <Totals report={report} />
          <figure className="usage__chart">
            <BarChart days={report.days} />
            <Legend />
          </figure>
          <Disclosure title={<Trans>Show the days as a table</Trans>}>
            <DayTable days={report.days} />
          </Disclosure>
          <h3 className="usage__title">
            <Trans>What was called</Trans>
          </h3>
          <EndpointTable endpoints={report.endpoints} />
        </>
      )}
      <OtherOrganizations ids={report.otherOrgIds} />
      <Limits reading={reading} />
    </>
  );
}

function Totals({ report: { total, days } }: { report: Report }) {
  const count = days.length;
  return (
    <ul className="bullets">
      <li>
        <Plural value={total.requests} one={`# call in ${count} days`} other={`# calls in ${count} days`} />
      </li>
      {total.refused > 0 && (
        <li>
          <Trans>
            <Num value={total.refused} /> of them were refused, for example because the client may not do this
          </Trans>
        </li>
      )}
      {total.limited > 0 && (
        <li>
          <Trans>
            <Num value={total.limited} /> of them were refused because there were too many in a short time
          </Trans>
        </li>
      )}
      {total.failed > 0 && (
        <li>
          <Trans>
            <Num value={total.failed} /> of them failed because of trouble at Genesys Cloud
          </Trans>
        </li>
      )}
    </ul>
  );
}

const names: Record<UsagePart["id"], ReactNode> = {
  answered: <Trans>Answered</Trans>,
  refused: <Trans>Refused, also for being too many</Trans>,
  failed: <Trans>Failed at Genesys Cloud</Trans>,
};

function Legend() {
  const id = useId();
  return (
    <figcaption>
      <ul className="usage__legend">
        {parts.map((part) => (
          <li key={part.id}>
            <svg className="usage__swatch" viewBox="0 0 14 14" aria-hidden="true">
              <Patterns id={id} />
              <rect {...fillOf(part.id, id)} width="14" height="14" />
            </svg>
            {names[part.id]}
          </li>
        ))}
      </ul>
    </figcaption>
  );
}

function OtherOrganizations({ ids }: { ids: string[] }) {
  if (ids.length === 0) return null;
  return (
    <Notice tone="info" title={<Trans>It was also used for the data of other organizations</Trans>}>
      <ul className="bullets">
        {ids.map((id) => (
          <li key={id}>
            <Code>{id}</Code>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** What one must know to read the figures. */
function Limits({ reading: { report, lastUse } }: { reading: UsageReading }) {
  const { i18n } = useLingui();
  const read = spellDateTime(lastUse.checkedAt, i18n.locale);
  return (
    <p className="muted">
      {report.undated > 0 && (
        <>
          <Plural
            value={report.undated}
            one="# call has no day in the answer of Genesys Cloud; the chart does not show it."
            other="# calls have no day in the answer of Genesys Cloud; the chart does not show them."
          />{" "}
        </>
      )}
      <NotCounted /> <Trans>The figures were read on {read}.</Trans>
    </p>
  );
}
