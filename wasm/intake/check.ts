import type * as z from "zod/mini";
import { escapeUnseen } from "./excerpt.ts";
import { RecordProblem } from "./raw.ts";

/** A short, printable rendering of any value for a message. */
export function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === "") return "an empty text";
  if (value === Infinity || value === -Infinity) return "a number too large to be held";
  const text = typeof value === "string" ? value : jsonOf(value);
  return escapeUnseen(text.length > 80 ? `${text.slice(0, 77)}...` : text);
}

/** The value in JSON. What JSON.parse takes from a file may be nested more deeply than JSON.stringify can go. */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch (cause) {
    if (cause instanceof RangeError) return "a value nested too deeply to be shown";
    throw cause;
  }
}

/** The value as its schema's type; throws RecordProblem that names the fields at fault, the first one in full. `under` is its path in the record. */
export function check<T>(schema: z.ZodMiniType<T>, value: unknown, under: string, id?: string): T {
  const result = parsed(schema, value, under, id);
  if (result.success) return result.data;
  const [issue, ...others] = result.error.issues;
  const path = issue?.path ?? [];
  const field = pathOf(path, under);
  const also = new Set(others.map((other) => pathOf(other.path, under)).filter((other) => other !== field));
  const found = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], value);
  const expected = (issue?.message ?? "another value").replace(/^(Invalid input: )?expected /i, "");
  throw new RecordProblem({
    kind: "wrong-field",
    severity: "error",
    ...(id === undefined ? {} : { id }),
    field,
    expected,
    found: shown(found),
    fix: `${found === undefined ? `add the field ${field}` : `make ${field} ${expected}`}${alsoWrong([...also])}`,
  });
}

/** What the schema says. It cannot tell of more faults than a call takes arguments, and breaks. */
function parsed<T>(schema: z.ZodMiniType<T>, value: unknown, field: string, id?: string): z.util.SafeParseResult<T> {
  try {
    return schema.safeParse(value);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new RecordProblem({
      kind: "wrong-field",
      severity: "error",
      ...(id === undefined ? {} : { id }),
      ...(field === "" ? {} : { field }),
      expected: "values of the types that the layout asks for",
      found: "others in more places than can be told",
      fix: "compare the record with the layout on the track's page, and write it anew",
    });
  }
}

function pathOf(path: readonly PropertyKey[], under: string): string {
  return path.reduce<string>(
    (at, key) => (typeof key === "number" ? `${at}[${key}]` : at === "" ? String(key) : `${at}.${String(key)}`),
    under,
  );
}

/** Further fields of a record that are at fault; the first few by name. */
function alsoWrong(fields: readonly string[]): string {
  if (fields.length === 0) return "";
  const more = fields.length > 3 ? ` and ${fields.length - 3} more` : "";
  return `; also wrong: ${fields.slice(0, 3).join(", ")}${more}`;
}
