/** The lines of a chart: round numbers up to at least the greatest value. */

export interface Scale {
  /** The greatest number on the axis. */
  top: number;
  /** The numbers that get a line, from 0. */
  steps: number[];
}

/** Three to five steps of 1, 2 or 5 times a power of ten; whole numbers only. */
export function scale(greatest: number): Scale {
  const rough = Math.max(greatest, 4) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(
    [1, 2, 5, 10].map((times) => times * power).find((size) => size >= rough) ?? power,
    1,
  );
  const count = Math.max(Math.ceil(greatest / step), 1);
  return { top: count * step, steps: Array.from({ length: count + 1 }, (_, number) => number * step) };
}
