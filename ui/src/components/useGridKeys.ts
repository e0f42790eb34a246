/** Keys of a grid with one tab stop: where the active row goes, and what is selected on the way. */
import type { KeyboardEvent } from "react";

/** The row that keys act on; the head is row -1, where a column is active too. */
export interface ActivePlace {
  row: number;
  column: number;
}

export interface GridActions {
  /** `isExtending`: Shift is held, so that a range goes on from where it began. */
  move: (place: ActivePlace, isExtending: boolean) => void;
  open: (row: number) => void;
  sort: (column: number) => void;
  toggle: (row: number) => void;
  /** Selects every row from where the range began to this one. */
  extendTo: (row: number) => void;
  selectAll: () => void;
  clearSelection: () => void;
}

export interface GridShape {
  rows: number;
  columns: number;
  /** How many rows are in sight. */
  pageSize: number;
}

/** The row that a key leads to; null when it leads nowhere. */
export function rowAfter(key: string, from: number, { rows, pageSize }: GridShape): number | null {
  const last = rows - 1;
  switch (key) {
    case "ArrowDown":
      return Math.min(from + 1, last);
    case "ArrowUp":
      return Math.max(from - 1, -1);
    case "PageDown":
      return Math.min(Math.max(from, 0) + pageSize, last);
    case "PageUp":
      return Math.max(from - pageSize, 0);
    case "Home":
      return rows > 0 ? 0 : null;
    case "End":
      return rows > 0 ? last : null;
    default:
      return null;
  }
}

/** Handles a key press; whatever is no key of a grid goes on its way. */
export function pressKey(
  event: KeyboardEvent,
  at: ActivePlace,
  shape: GridShape,
  actions: GridActions,
): void {
  const isCommand = event.ctrlKey || event.metaKey;
  if (event.altKey) return;
  if (isCommand && event.key.toLowerCase() === "a") actions.selectAll();
  else if (event.key === "Escape") actions.clearSelection();
  else if (at.row < 0 && !pressInHead(event.key, at, shape, actions)) return;
  else if (at.row >= 0 && !pressInRow(event, at, shape, actions)) return;
  event.preventDefault();
}

function pressInHead(key: string, at: ActivePlace, shape: GridShape, actions: GridActions): boolean {
  const turn = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (turn !== undefined) {
    actions.move({ row: -1, column: Math.min(Math.max(at.column + turn, 0), shape.columns - 1) }, false);
  } else if (key === "Enter" || key === " ") {
    actions.sort(at.column);
  } else {
    const row = rowAfter(key, at.row, shape);
    if (row === null) return false;
    actions.move({ ...at, row }, false);
  }
  return true;
}

function pressInRow(event: KeyboardEvent, at: ActivePlace, shape: GridShape, actions: GridActions): boolean {
  if (event.key === "Enter") actions.open(at.row);
  else if (event.key === " ") actions.toggle(at.row);
  else {
    const row = rowAfter(event.key, at.row, shape);
    if (row === null) return false;
    const isExtending = event.shiftKey && row >= 0;
    if (isExtending) actions.extendTo(row);
    actions.move({ ...at, row }, isExtending);
  }
  return true;
}
