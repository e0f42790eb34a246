/** Labels and values, one pair a row. */
import type { ReactNode } from "react";

export interface Definition {
  /** Identity of the row. */
  key: string;
  label: ReactNode;
  value: ReactNode;
  /** After the value, for example a copy button. */
  action?: ReactNode;
}

/** A description list. */
export function DefinitionList({ rows }: { rows: readonly Definition[] }) {
  return (
    <dl className="definitions">
      {rows.map((row) => (
        <div key={row.key}>
          <dt>{row.label}</dt>
          <dd>
            {row.action ? (
              <span className="definition__value">
                {row.value}
                {row.action}
              </span>
            ) : (
              row.value
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
