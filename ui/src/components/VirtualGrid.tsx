/**
 * A grid for very many rows, of which only those in sight are in the page. One tab stop; arrow keys, Page Up and Down,
 * Home and End move, Enter opens, Space selects, Shift extends, the head sorts. The rows come in windows.
 */
import {
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { type GridColumn, type GridSort, placesOf } from "./gridColumns";
import { type ActivePlace, type GridActions, pressKey } from "./useGridKeys";
import { useRowsInSight } from "./useRowsInSight";
import { GridHead, GridLine } from "./VirtualGridRows";

/** Height of the head and of each row, in pixels. */
const ROW = 36;

export interface VirtualGridProps<T> {
  label: string;
  columns: readonly GridColumn<T>[];
  /** How many rows there are, in the page or not. */
  count: number;
  /** A row; undefined while it is on its way. */
  rowAt: (index: number) => T | undefined;
  rowId: (row: T) => string;
  /** The rows in sight have changed: from the first to the one after the last. */
  onRange: (from: number, to: number) => void;
  selected: ReadonlySet<string>;
  /** Adds rows to the selection, or takes one out. */
  onToggle: (row: T) => void;
  onSelectRange: (from: number, to: number) => void;
  onSelectAll: () => void;
  onClearSelection: () => void;
  onOpen: (row: T) => void;
  sort: GridSort;
  onSort: (sort: GridSort) => void;
  /** The row with which it begins, as when one comes back to it. */
  initialRow?: number;
  onActive?: (row: number) => void;
  /** Instead of rows when there are none. */
  empty?: ReactNode;
}

/** The grid. */
export function VirtualGrid<T>(props: VirtualGridProps<T>) {
  const { columns, count } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<ActivePlace>({ row: props.initialRow ?? 0, column: 0 });
  const anchor = useRef(active.row);
  const row = Math.min(active.row, count - 1);
  const [initial] = useState(Math.max((props.initialRow ?? 0) - 5, 0));
  const { from, to, drawn, room, width, bringIntoSight } = useRowsInSight(scroller, ROW, count, initial);
  const { onRange } = props;
  useEffect(() => onRange(from, to), [onRange, from, to]);
  useBackToTop(scroller, props.sort, count);
  const move = (place: ActivePlace, isExtending: boolean) => {
    bringIntoSight(place.row);
    if (!isExtending) anchor.current = Math.max(place.row, 0);
    setActive(place);
    props.onActive?.(Math.max(place.row, 0));
  };
  const at = (index: number, use: (row: T) => void) => {
    const found = props.rowAt(index);
    if (found !== undefined) use(found);
  };
  const sortBy = (index: number) => {
    const column = columns[index];
    if (column?.allowsSorting) props.onSort(turned(props.sort, column.id));
  };
  const actions: GridActions = {
    move,
    open: (index) => at(index, props.onOpen),
    sort: sortBy,
    toggle: (index) => at(index, props.onToggle),
    extendTo: (index) =>
      props.onSelectRange(Math.min(anchor.current, index), Math.max(anchor.current, index) + 1),
    selectAll: props.onSelectAll,
    clearSelection: props.onClearSelection,
  };
  const click = (event: MouseEvent) => {
    const index = rowOf(event);
    if (index === undefined) return;
    setActive({ ...active, row: index });
    props.onActive?.(index);
    if (event.shiftKey) return actions.extendTo(index);
    anchor.current = index;
    if (isOnBox(event) || event.ctrlKey || event.metaKey) actions.toggle(index);
    else actions.open(index);
  };
  const places = useMemo(() => placesOf(columns, ROW, width), [columns, width]);
  const minWidth = columns.reduce((sum, { width }) => sum + width.least, ROW);
  const grid = (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot leave rows out
    <div
      ref={scroller}
      role="grid"
      className="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-multiselectable
      aria-rowcount={count + 1}
      aria-colcount={columns.length + 1}
      aria-activedescendant={
        row < 0 ? `${id}-head-${active.column}` : count > 0 ? `${id}-row-${row}` : undefined
      }
      onKeyDown={(event) => {
        const shape = { rows: count, columns: columns.length, pageSize: Math.max(to - from - 2, 1) };
        pressKey(event, { ...active, row }, shape, actions);
      }}
    >
      <GridHead
        id={id}
        columns={columns}
        sort={props.sort}
        onSort={sortBy}
        places={places}
        minWidth={minWidth}
        active={row < 0 ? active.column : null}
        isAllSelected={count > 0 && props.selected.size >= count}
        onSelectAll={() => (props.selected.size >= count ? props.onClearSelection() : props.onSelectAll())}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a table cannot leave rows out */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys */}
      <div role="rowgroup" className="grid__body" style={{ height: count * ROW, minWidth }} onClick={click}>
        {linesOf(drawn, row).map((index) => {
          const found = props.rowAt(index);
          return (
            <GridLine
              key={index >= drawn.from && index < drawn.to ? index % room : "active"}
              id={`${id}-row-${index}`}
              index={index}
              row={found}
              columns={columns}
              places={places}
              top={index * ROW}
              isActive={index === row}
              isSelected={found !== undefined && props.selected.has(props.rowId(found))}
            />
          );
        })}
      </div>
    </div>
  );
  return (
    <div className="grid-frame">
      {grid}
      {count === 0 && props.empty}
    </div>
  );
}

/** The rows that are drawn. The active one is always there, so that assistive technology can be told of it. */
function linesOf({ from, to }: { from: number; to: number }, active: number): number[] {
  const lines = Array.from({ length: to - from }, (_, place) => from + place);
  if (active >= 0 && active < from) return [active, ...lines];
  return active >= to ? [...lines, active] : lines;
}

function isOnBox({ target }: MouseEvent): boolean {
  return target instanceof Element && target.closest(".grid__box") !== null;
}

/** The other way round for the same column; from the small end for another. */
function turned(sort: GridSort, column: string): GridSort {
  const isSame = sort.column === column && sort.direction === "ascending";
  return { column, direction: isSame ? "descending" : "ascending" };
}

/** One ear for all rows, which have none of their own. */
function rowOf({ target }: MouseEvent): number | undefined {
  const line = target instanceof Element ? target.closest("[aria-rowindex]") : null;
  return line ? Number(line.getAttribute("aria-rowindex")) - 2 : undefined;
}

/** Another order or other rows are read from the top. */
function useBackToTop(scroller: { current: HTMLDivElement | null }, sort: GridSort, count: number) {
  const key = `${sort.column} ${sort.direction} ${count}`;
  const before = useRef(key);
  useLayoutEffect(() => {
    if (before.current !== key) scroller.current?.scrollTo({ top: 0 });
    before.current = key;
  }, [key, scroller]);
}
