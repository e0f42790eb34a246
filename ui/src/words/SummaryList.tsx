/** What a client can and cannot do, in plain words, with the areas that its scopes open. */
import { Ban, Check, Info } from "lucide-react";
import type { Scope, SummaryLine } from "../backend/bindings";
import { summaryLine, type Tone } from "./summary";
import { Id } from "./Values";
import "./summary.css";

const icons: Record<Tone, typeof Check> = { can: Check, cannot: Ban, note: Info };

/** The lines; `scopes` are the organization's, for their descriptions, and may come later. */
export function SummaryList({ lines, scopes }: { lines: SummaryLine[]; scopes: Scope[] }) {
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
              {areas && <Areas ids={areas} scopes={scopes} />}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** Scopes with the server's description of each. */
function Areas({ ids, scopes }: { ids: string[]; scopes: Scope[] }) {
  return (
    <ul className="areas">
      {ids.map((id) => (
        <li key={id}>
          <Id>{id}</Id>
          <span>{scopes.find((scope) => scope.id === id)?.description}</span>
        </li>
      ))}
    </ul>
  );
}
