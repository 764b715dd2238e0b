import { inSentence, inUnit, NBSP, signed, titleWithUnit, UNITS, type Unit, withUnit } from "@stepladder/wasm/metrics/contract.ts";

export { inSentence, titleWithUnit, withUnit as formatScore };

/** The same without its unit, for the inside of a table whose header names it. */
export const formatCell = inUnit;

/** A figure in full, as its cell tells on asking: all digits, and its interval where there is one. */
export function scoreTitle(value: number, unit: Unit, interval?: readonly [low: number, high: number]): string {
  return interval === undefined
    ? `${value}`
    : `${value}; 95 % interval ${formatCell(interval[0], unit)} to ${formatCell(interval[1], unit)}`;
}

/** A p value as the field writes it: "p = 0.031", "p < 0.001". */
export function formatP(p: number): string {
  return p < 0.001 ? "p < 0.001" : `p = ${p.toFixed(p < 0.1 ? 3 : 2)}`;
}

/** What a metric's numbers are, in a word. */
export function unitSign(unit: Unit): string {
  return UNITS[unit].sign || "number";
}

/** How far two values are apart, for reading: fractions in points, other units in their own. */
export function formatDifference(a: number, b: number, unit: Unit): string {
  const { sign, factor, digits } = UNITS[unit];
  const text = inUnit(Math.abs(a - b), unit);
  const least = `${(1 / 10 ** digits).toFixed(digits)}`;
  const shown = Number(text) === 0 && Math.abs(a - b) * factor > 0 ? `less than ${least}` : text;
  return signed(shown, unit === "fraction" ? "points" : sign);
}

/** 5520 -> "5,520". */
export function formatCount(count: number): string {
  return count.toLocaleString("en-US");
}

/** "1 item", "5,520 items". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** Bytes as a person reads them: "8.4 MB" (powers of ten). */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return plural(bytes, "byte");
  const units = ["KB", "MB", "GB", "TB"];
  const power = Math.min(Math.floor(Math.log10(bytes) / 3), units.length);
  return `${(bytes / 1000 ** power).toFixed(1)}${NBSP}${units[power - 1]}`;
}

/** Seconds as a person reads them: "under a second", "8 s", "3 min 20 s". */
export function formatDuration(seconds: number): string {
  if (seconds < 1) return "under a second";
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole}${NBSP}s` : `${Math.floor(whole / 60)}${NBSP}min ${whole % 60}${NBSP}s`;
}

/** Words as a heading has them. */
export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
