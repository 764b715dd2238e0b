/** A linear scale: `domain` onto `range`, both of two ends. */
export type Scale = (value: number) => number;

/**
 * The linear scale of drawings that are also made in the browser: d3's own brings colours, dates and number formats along,
 * 8 KB of them after gzip, for this one line.
 */
export function linear([from, to]: readonly [number, number], [start, end]: readonly [number, number]): Scale {
  const unit = to === from ? 0 : (end - start) / (to - from);
  return (value) => start + (value - from) * unit;
}
