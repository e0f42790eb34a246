/** Calls per day as stacked bars. What a screen reader gets is the name; the table beside it has every number. */
import { useLingui } from "@lingui/react/macro";
import { useId } from "react";
import type { UsageDay } from "../../../backend/bindings";
import { spellDay, spellNumber } from "../../../locales/format";
import { scale } from "./scale";
import { parts, type UsagePart } from "./statuses";

const WIDTH = 720;
const HEIGHT = 200;
const LEFT = 52;
const TOP = 10;
const BOTTOM = 24;
const ROOM = HEIGHT - TOP - BOTTOM;

export function BarChart({ days }: { days: UsageDay[] }) {
  const { t, i18n } = useLingui();
  const { locale } = i18n;
  const id = useId();
  const { top, steps } = scale(Math.max(...days.map(({ counts }) => counts.requests), 0));
  const step = (WIDTH - LEFT) / Math.max(days.length, 1);
  const y = (calls: number) => TOP + ROOM - (ROOM * calls) / top;
  const busiest = days.reduce((a, b) => (b.counts.requests > a.counts.requests ? b : a), days[0] as UsageDay);
  const [first, last] = [days.at(0)?.date ?? "", days.at(-1)?.date ?? ""].map((day) => spellDay(day, locale));
  const most = spellNumber(busiest?.counts.requests ?? 0, locale);
  const when = spellDay(busiest?.date ?? "", locale);
  return (
    <svg
      className="bar-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t`Calls per day from ${first} to ${last}. The most were ${most}, on ${when}.`}
    >
      <Patterns id={id} />
      {steps.map((calls) => (
        <g key={calls}>
          <line className="bar-chart__line" x1={LEFT} x2={WIDTH} y1={y(calls)} y2={y(calls)} />
          <text className="bar-chart__text" x={LEFT - 8} y={y(calls) + 4} textAnchor="end">
            {spellNumber(calls, locale)}
          </text>
        </g>
      ))}
      {days.map((day, number) => (
        <Bar key={day.date} id={id} day={day} x={LEFT + step * number} width={step} y={y} />
      ))}
      <text className="bar-chart__text" x={LEFT} y={HEIGHT - 4} textAnchor="start">
        {first}
      </text>
      <text className="bar-chart__text" x={WIDTH} y={HEIGHT - 4} textAnchor="end">
        {last}
      </text>
    </svg>
  );
}

interface BarProps {
  id: string;
  day: UsageDay;
  x: number;
  width: number;
  y: (calls: number) => number;
}

/** One day, from the bottom: answered, refused, failed. */
function Bar({ id, day, x, width, y }: BarProps) {
  let below = 0;
  return (
    <g>
      {parts.map((part) => {
        const calls = part.of(day.counts);
        const from = below;
        below += calls;
        if (calls === 0) return null;
        return (
          <rect
            key={part.id}
            {...fillOf(part.id, id)}
            x={x + width * 0.12}
            width={width * 0.76}
            y={y(from + calls)}
            // A single call among thousands is still to be seen.
            height={Math.max(y(from) - y(from + calls), 1.5)}
          />
        );
      })}
    </g>
  );
}

/** Three fills that differ without their colours: full, striped, dotted. */
export function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}refused`} width="5" height="5" patternUnits="userSpaceOnUse">
        <rect className="bar-chart__refused" width="5" height="5" opacity="0.25" />
        <path className="bar-chart__stripe" d="M-1 1 1 -1 M0 5 5 0 M4 6 6 4" />
      </pattern>
      <pattern id={`${id}failed`} width="4" height="4" patternUnits="userSpaceOnUse">
        <rect className="bar-chart__failed" width="4" height="4" opacity="0.25" />
        <circle className="bar-chart__failed" cx="2" cy="2" r="1.3" />
      </pattern>
    </defs>
  );
}

/** How a part is drawn. */
export function fillOf(part: UsagePart["id"], id: string) {
  return part === "answered" ? { className: "bar-chart__answered" } : { fill: `url(#${id}${part})` };
}
