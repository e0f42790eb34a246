/** What a client can and cannot do, in plain words. */
import { Trans } from "@lingui/react/macro";
import { CircleCheck, CircleSlash, Info } from "lucide-react";
import type { SummaryLine } from "../../backend/bindings";
import { Card } from "../../components/Card";
import { Code } from "../../components/Code";
import { summaryLine } from "../../words/summary";

const icons = { can: CircleCheck, cannot: CircleSlash, note: Info };

export function Summary({ lines }: { lines: SummaryLine[] }) {
  return (
    <Card title={<Trans>What this client can do</Trans>}>
      {lines.length === 0 ? (
        <p className="muted">
          <Trans>This version does not know this grant type, so it cannot say what the client can do.</Trans>
        </p>
      ) : (
        <ul className="can-do">
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity and never move
            <Line key={index} line={line} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Line({ line }: { line: SummaryLine }) {
  const { tone, text, areas } = summaryLine(line);
  const Icon = icons[tone];
  return (
    <li className={`can-do__line can-do__line--${tone}`}>
      <Icon size={16} aria-hidden />
      <div>
        {text}
        {areas && (
          <span className="can-do__areas">
            {areas.map((area) => (
              <Code key={area}>{area}</Code>
            ))}
          </span>
        )}
      </div>
    </li>
  );
}
