/** The fields of a record. */
export type Fields = Readonly<Record<string, unknown>>;

/** The value's fields, where it has any. */
export function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}
