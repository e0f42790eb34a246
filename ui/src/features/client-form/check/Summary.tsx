/** What the client can and cannot do, in plain words, with the areas that its scopes open. */
import { Trans } from "@lingui/react/macro";
import { Ban, Check, Info } from "lucide-react";
import type { OrgFacts, SummaryLine } from "../../../backend/bindings";
import { summaryLine, type Tone } from "../../../words/summary";
import { Id } from "../../../words/Values";

const icons: Record<Tone, typeof Check> = { can: Check, cannot: Ban, note: Info };

export function Summary({ lines, facts }: { lines: SummaryLine[]; facts: OrgFacts }) {
  return (
    <ul className="summary">
      {lines.map((line) => {
        const { tone, text, areas } = summaryLine(line);
        const Icon = icons[tone];
        return (
          <li key={JSON.stringify(line)} className={`summary__line summary__line--${tone}`}>
            <Icon size={18} aria-hidden />
            <div>
              <span>{text}</span>
              {areas && <Areas scopes={areas} facts={facts} />}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** Scopes with the server's description of each. */
function Areas({ scopes, facts }: { scopes: string[]; facts: OrgFacts }) {
  return (
    <ul className="areas">
      {scopes.map((id) => (
        <li key={id}>
          <Id>{id}</Id>
          <span>
            {facts.scopes.find((scope) => scope.id === id)?.description ?? <Trans>No description</Trans>}
          </span>
        </li>
      ))}
    </ul>
  );
}
