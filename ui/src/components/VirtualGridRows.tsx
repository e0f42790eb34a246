/** The head and the rows of a grid for very many rows. */
import { ArrowDown, ArrowUp, Check } from "lucide-react";
import { memo } from "react";
import type { ColumnPlace, GridColumn, GridSort } from "./gridColumns";

interface GridHeadProps<T> {
  id: string;
  columns: readonly GridColumn<T>[];
  sort: GridSort;
  onSort: (column: number) => void;
  places: readonly ColumnPlace[];
  minWidth: number;
  /** The column that keys act on, while they act on the head. */
  active: number | null;
  isAllSelected: boolean;
  onSelectAll: () => void;
}

/** Names of the columns; a click, or Enter, sorts. */
export function GridHead<T>(props: GridHeadProps<T>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: as the grid
    <div role="rowgroup" className="grid__head" style={{ minWidth: props.minWidth }}>
      {/* biome-ignore lint/a11y/useSemanticElements: as the grid */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid is the one tab stop, and says which part is active */}
      <div role="row" aria-rowindex={1} className="grid__row">
        {/* biome-ignore lint/a11y/useSemanticElements: as the grid */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: as the row; Ctrl+A does the same */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
        <div role="gridcell" aria-colindex={1} className="grid__box" onClick={props.onSelectAll}>
          <Box isOn={props.isAllSelected} />
        </div>
        {props.columns.map((column, index) => {
          const direction = props.sort.column === column.id ? props.sort.direction : undefined;
          return (
            // biome-ignore lint/a11y/useSemanticElements: as the grid
            // biome-ignore lint/a11y/useFocusableInteractive: as the row
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys
            <div
              key={column.id}
              id={`${props.id}-head-${index}`}
              role="columnheader"
              aria-colindex={index + 2}
              className="grid__cell grid__title"
              style={props.places[index]}
              {...(column.allowsSorting ? { "aria-sort": direction ?? "none" } : {})}
              data-active={props.active === index || undefined}
              data-sortable={column.allowsSorting || undefined}
              onClick={() => props.onSort(index)}
            >
              <span className="grid__text">{column.name}</span>
              {direction === "ascending" && <ArrowUp size={12} aria-hidden />}
              {direction === "descending" && <ArrowDown size={12} aria-hidden />}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface GridLineProps<T> {
  id: string;
  index: number;
  row: T | undefined;
  columns: readonly GridColumn<T>[];
  places: readonly ColumnPlace[];
  /** Pixels from the first row. */
  top: number;
  isActive: boolean;
  isSelected: boolean;
}

function Line<T>({ id, index, row, columns, places, top, isActive, isSelected }: GridLineProps<T>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: as the grid
    // biome-ignore lint/a11y/useFocusableInteractive: the grid is the one tab stop, and says which row is active
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className="grid__row grid__line"
      data-active={isActive || undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      <LineBox isOn={isSelected} />
      {columns.map((column, place) => (
        // biome-ignore lint/a11y/useAriaPropsSupportedByRole: cells and row headers both have it
        <div
          key={column.id}
          role={column.isRowHeader && row !== undefined ? "rowheader" : "gridcell"}
          aria-colindex={place + 2}
          style={places[place]}
          {...column.look}
          className={`grid__cell ${column.look?.className ?? ""}`}
        >
          {row === undefined ? <span className="grid__awaited" /> : column.cell(row)}
        </div>
      ))}
    </div>
  );
}

/** A row is drawn again only when something about it has changed. */
export const GridLine = memo(Line) as typeof Line;

/** Selects the row; Space does the same. */
const LineBox = memo(({ isOn }: { isOn: boolean }) => (
  // biome-ignore lint/a11y/useSemanticElements: as the grid
  // biome-ignore lint/a11y/useFocusableInteractive: as the row
  <div role="gridcell" aria-colindex={1} className="grid__box">
    <Box isOn={isOn} />
  </div>
));

function Box({ isOn }: { isOn: boolean }) {
  return (
    <span className="grid__tick" data-on={isOn || undefined} aria-hidden>
      {isOn && <Check size={12} strokeWidth={3} />}
    </span>
  );
}
