import type { Failure } from "@stepladder/wasm/host/insight.ts";

/** What was found at these steps, 0-based and ascending; `undefined` where there are none. */
export function failureAt<Prediction>(
  places: readonly number[],
  mended: () => Prediction,
  details?: readonly string[],
): Failure<Prediction> | undefined {
  const [at] = places;
  if (at === undefined) return undefined;
  return { mended: mended(), count: places.length, at, ...(details === undefined ? {} : { details }) };
}

/** The same of what has no place among steps. */
export function failureOf<Prediction>(details: readonly string[], mended: () => Prediction): Failure<Prediction> | undefined {
  return details.length === 0 ? undefined : { mended: mended(), count: details.length, details };
}

/** Text that is quoted in a detail, cut where it is long. */
export function quoted(text: string): string {
  const signs = [...text];
  return `“${signs.length > 60 ? `${signs.slice(0, 59).join("")}…` : text}”`;
}
