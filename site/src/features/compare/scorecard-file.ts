import { Scorecard } from "@stepladder/schema";

/** What a file that somebody gives turns out to be: a scorecard, or why it is none. */
export type ReadScorecard =
  | { readonly ok: true; readonly scorecard: Scorecard }
  | { readonly ok: false; readonly expected: string; readonly found: string };

const EXPECTED = 'a scorecard (JSON with "schema": "stepladder/scorecard/1"), as the scoring page and "stepladder score" write it';

/** Reads the text of a scorecard file. */
export function readScorecard(text: string): ReadScorecard {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, expected: EXPECTED, found: "a file that is not one JSON value" };
  }
  const parsed = Scorecard.safeParse(value);
  if (!parsed.success) return { ok: false, expected: EXPECTED, found: faultOf(value, parsed.error) };
  if (!isWhole(parsed.data)) return { ok: false, expected: "a scorecard with the statistics of every item", found: "items that lack some" };
  return { ok: true, scorecard: parsed.data };
}

/** Whether a scorecard has the same statistics of every item. */
export function isWhole({ items, coverage }: Pick<Scorecard, "items" | "coverage">): boolean {
  return items.length === coverage.items && haveEqualColumns(items);
}

function haveEqualColumns(items: Scorecard["items"]): boolean {
  const count = Object.keys(items[0]?.statistics ?? {}).length;
  return items.every(
    ({ statistics }) => Object.keys(statistics).length === count && Object.keys(items[0]?.statistics ?? {}).every((id) => id in statistics),
  );
}

function faultOf(value: unknown, { issues: [issue] }: { issues: readonly { path: readonly PropertyKey[]; message: string }[] }): string {
  const schema = typeof value === "object" && value !== null && "schema" in value ? value.schema : undefined;
  if (schema !== "stepladder/scorecard/1")
    return typeof schema === "string" ? `a record of ${JSON.stringify(schema)}` : "JSON of another kind";
  return `a scorecard whose ${issue?.path.map(String).join(".") || "value"} is amiss: ${issue?.message}`;
}
