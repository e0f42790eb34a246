/** Where the columns of a grid stand: laid out once for all rows, not by the page for each. */
import type { GridColumn } from "./VirtualGrid";

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
