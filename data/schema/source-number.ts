/**
 * A JSON number that JavaScript cannot hold as written: `21.0`, `1e21`, `-0`, integers beyond 2^53.
 * Readers keep its source text because some official scorers tell 21 from 21.0.
 */
export class SourceNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  /** Written again as it was read. */
  toJSON(): unknown {
    return (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(this.text);
  }
}

const INTEGER = /^-?\d+$/;

/** Whether a parsed value is a whole number as Python's `json` would read it (`21`, not `21.0`). */
export function isInteger(value: unknown): value is number | SourceNumber {
  return typeof value === "number" ? Number.isInteger(value) : value instanceof SourceNumber && INTEGER.test(value.text);
}
