/** Which rows of a scrolled box are in sight, where all rows are equally high and stand below a head of that height. */
import { type RefObject, useCallback, useLayoutEffect, useState } from "react";
import { flushSync } from "react-dom";

/** Rows that are there before and after those in sight: what a turn of the wheel brings is drawn already. */
const SPARE = 4;

export interface RowsInSight {
  /** The first row in sight. */
  from: number;
  /** The one after the last. */
  to: number;
  /** The rows to be drawn. */
  drawn: { from: number; to: number };
  /** How many are drawn at most: a row that leaves makes room for the one that comes. */
  room: number;
  /** How wide the box is within, in pixels. */
  width: number;
  /** Scrolls no further than is needed to have a whole row in sight; to the head for a row before the first. */
  bringIntoSight: (row: number) => void;
}

export function useRowsInSight(
  scroller: RefObject<HTMLElement | null>,
  rowHeight: number,
  count: number,
  initialRow: number,
): RowsInSight {
  const [first, setFirst] = useState(initialRow);
  const [{ width, height }, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const scrolled = () => Math.floor(box.scrollTop / rowHeight);
    // At once: later would be after the empty place was shown.
    const onScroll = () => flushSync(() => setFirst(scrolled()));
    const measure = () => setSize({ width: box.clientWidth, height: box.clientHeight });
    const watcher = new ResizeObserver(measure);
    box.scrollTop = initialRow * rowHeight;
    setFirst(scrolled());
    measure();
    box.addEventListener("scroll", onScroll, { passive: true });
    watcher.observe(box);
    return () => {
      box.removeEventListener("scroll", onScroll);
      watcher.disconnect();
    };
  }, [scroller, rowHeight, initialRow]);
  const bringIntoSight = useCallback(
    (row: number) => {
      const box = scroller.current;
      if (!box) return;
      const [top, bottom] = [row * rowHeight, (row + 2) * rowHeight - box.clientHeight];
      if (row < 0 || top < box.scrollTop) box.scrollTop = Math.max(top, 0);
      else if (bottom > box.scrollTop) box.scrollTop = bottom;
    },
    [scroller, rowHeight],
  );
  const fit = Math.ceil(Math.max(height - rowHeight, 0) / rowHeight) + 1;
  const from = Math.max(Math.min(first, count - 1), 0);
  const to = Math.min(from + fit, count);
  return {
    from,
    to,
    drawn: { from: Math.max(from - SPARE, 0), to: Math.min(to + SPARE, count) },
    room: fit + 2 * SPARE,
    width,
    bringIntoSight,
  };
}
