/** A plain table of numbers that scrolls in itself: a name for each row, numbers at the right. */
import type { ReactNode } from "react";

export interface FigureColumn<T> {
  id: string;
  name: ReactNode;
  cell: (row: T) => ReactNode;
  /** A text rather than a number. */
  isText?: boolean;
}

interface FigureTableProps<T> {
  label: string;
  /** The first one names the row. */
  columns: readonly FigureColumn<T>[];
  rows: readonly T[];
  rowId: (row: T) => string;
}

export function FigureTable<T>({ label, columns, rows, rowId }: FigureTableProps<T>) {
  const [first, ...others] = columns;
  if (!first) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="table-frame figures" tabIndex={0} aria-label={label}>
      <table>
        <thead>
          <tr>
            {columns.map(({ id, name, isText }, number) => (
              <th key={id} scope="col" className={number === 0 || isText ? undefined : "figures__number"}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowId(row)}>
              <th scope="row">{first.cell(row)}</th>
              {others.map(({ id, cell, isText }) => (
                <td key={id} className={isText ? undefined : "figures__number"}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
