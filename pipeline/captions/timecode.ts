/** The last second that the longest clock time can name, in any layout. */
export const LAST_SECOND = 36_000_000;

const CLOCK = /^(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,9}))?$/;

/** Seconds of `[hours:]minutes:seconds[.fraction]`, the fraction behind a dot or a comma; `undefined` where it is none. */
export function clockSeconds(text: string): number | undefined {
  const [, hours = "0", minutes, seconds, fraction = ""] = CLOCK.exec(text) ?? [];
  if (minutes === undefined || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  // From whole milliseconds, so that equal times of two layouts are equal numbers.
  return (Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000 + milliseconds(fraction)) / 1000;
}

function milliseconds(fraction: string): number {
  return Math.round(Number(`0.${fraction || "0"}`) * 1000);
}

/** Seconds, to the millisecond. */
export function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
