import type * as z from "zod/mini";
import { RecordProblem } from "./raw.ts";

/** A short, printable rendering of any value for a message. */
export function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  const short = text.length > 80 ? `${text.slice(0, 77)}...` : text;
  return JSON.stringify(short).slice(1, -1);
}

/** The value as its schema's type; throws RecordProblem that names the first field at fault. `under` is its path in the record. */
export function check<T>(schema: z.ZodMiniType<T>, value: unknown, under: string, id?: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = issue?.path ?? [];
  const field = path.reduce<string>(
    (at, key) => (typeof key === "number" ? `${at}[${key}]` : at === "" ? String(key) : `${at}.${String(key)}`),
    under,
  );
  const found = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], value);
  const expected = (issue?.message ?? "another value").replace(/^(Invalid input: )?expected /i, "");
  throw new RecordProblem({
    kind: "wrong-field",
    severity: "error",
    ...(id === undefined ? {} : { id }),
    field,
    expected,
    found: shown(found),
    fix: found === undefined ? `add the field ${field}` : `make ${field} ${expected}`,
  });
}
