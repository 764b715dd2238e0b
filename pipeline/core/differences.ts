/** One place at which two JSON values part. */
export interface Difference {
  readonly path: string;
  readonly claimed: unknown;
  readonly scored: unknown;
}

/** The first place at which two JSON values part; `undefined` where they are equal. */
export function parting(claimed: unknown, scored: unknown, path: string): Difference | undefined {
  return differences(claimed, scored, path).next().value ?? undefined;
}

/** Every place at which two JSON values part, in their order; the order of keys does not matter. */
export function* differences(claimed: unknown, scored: unknown, path: string): Generator<Difference, undefined> {
  if (same(claimed, scored)) return;
  if (typeof claimed === "object" && typeof scored === "object" && claimed !== null && scored !== null) {
    for (const key of new Set([...Object.keys(scored), ...Object.keys(claimed)])) {
      const place = path === "" ? key : `${path}.${key}`;
      yield* differences((claimed as Record<string, unknown>)[key], (scored as Record<string, unknown>)[key], place);
    }
    return;
  }
  yield { path, claimed, scored };
}

/** A value as a sentence names it. */
export function brief(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value).slice(0, 120);
}

/** Deep equality of plain JSON values; the order of keys does not matter. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}
