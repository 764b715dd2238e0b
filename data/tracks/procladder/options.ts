/** What makes a set of items. */
export interface GenerateOptions {
  readonly items: number;
  /** A whole number from 0 to 2^53 - 1. */
  readonly seed: number;
  /** Stands in the ids in place of the seed, where that must not be seen: a lower-case letter, then letters and digits. */
  readonly name?: string;
}

/** What stands in the ids of a set of at most `most` items. Throws a RangeError where an option is out of range. */
export function checkedName({ items, seed, name = String(seed) }: GenerateOptions, most: number): string {
  checkWhole("items", items, most);
  checkWhole("seed", seed, Number.MAX_SAFE_INTEGER);
  // A name of digits alone would claim to be another seed.
  if (name === String(seed) || /^[a-z][a-z0-9]*$/.test(name)) return name;
  throw new RangeError(`name: expected a lower-case letter, then letters and digits, received ${JSON.stringify(name)}`);
}

function checkWhole(option: string, value: number, most: number): void {
  if (Number.isInteger(value) && value >= 0 && value <= most) return;
  throw new RangeError(`${option}: expected a whole number from 0 to ${most}, received ${value}`);
}
