/** The columns of a grid, and where they stand: laid out once for all rows, not by the page for each. */
import type { ReactNode } from "react";

export interface GridColumn<T> {
  id: string;
  name: string;
  /** Text, or what stands in a line of text; what does not fit ends in an ellipsis. */
  cell: (row: T) => ReactNode;
  /** How its cells look. */
  look?: { className?: string; translate?: "no" };
  /** The least width in pixels, and the share of what is left over. */
  width: { least: number; share: number };
  /** The column that names the row. */
  isRowHeader?: boolean;
  allowsSorting?: boolean;
}

export interface GridSort {
  column: string;
  direction: "ascending" | "descending";
}

/** From the left edge of the row, in pixels. */
export interface ColumnPlace {
  left: number;
  width: number;
}

/** Every column gets its least width and its share of what is left over. */
export function placesOf<T>(columns: readonly GridColumn<T>[], from: number, width: number): ColumnPlace[] {
  const least = columns.reduce((sum, { width }) => sum + width.least, from);
  const shares = columns.reduce((sum, { width }) => sum + width.share, 0);
  const perShare = Math.max(width - least, 0) / shares;
  let left = from;
  return columns.map((column) => {
    const place = { left, width: Math.floor(column.width.least + column.width.share * perShare) };
    left += place.width;
    return place;
  });
}
