/** A growing list of lists of whole numbers, laid out as kernels read it (Arrow offsets, i32). */
export class Lists {
  readonly #values: number[] = [];
  readonly #starts: number[] = [0];

  /** Number of lists. */
  get length(): number {
    return this.#starts.length - 1;
  }

  push(list: Iterable<number>): void {
    for (const value of list) this.#values.push(value);
    this.#starts.push(this.#values.length);
  }

  clear(): void {
    this.#values.length = 0;
    this.#starts.length = 1;
  }

  /** Where each list starts and the last one ends; then all values side by side. */
  columns(): [starts: Int32Array, values: Int32Array] {
    return [Int32Array.from(this.#starts), Int32Array.from(this.#values)];
  }
}
