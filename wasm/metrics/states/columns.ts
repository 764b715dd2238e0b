/** What a state is told by: its text, or the texts of a list's elements. The two are not compared with each other. */
export type StateKey = string | readonly string[];

/** A growing list of lists of byte strings, laid out as `abi.ts` says. */
export class StateColumns {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;
  #states = new Int32Array(1 << 10);
  #stateCount = 0;
  #lists = new Int32Array(1 << 8);
  #listCount = 0;

  /** Number of finished lists. */
  get lists(): number {
    return this.#listCount;
  }

  /** First state of list `i`, counted over all lists. */
  start(i: number): number {
    return this.#lists[i] as number;
  }

  /** Adds a state to the open list. `undefined` becomes the single byte `never`. */
  push(key: StateKey | undefined, never: number): void {
    if (key === undefined) {
      this.#reserve(1);
      this.#bytes[this.#length++] = never;
    } else if (typeof key === "string") this.#write(key);
    else for (const text of key) this.#writeElement(text);
    if (this.#stateCount + 1 >= this.#states.length) this.#states = grown(this.#states, this.#stateCount + 2);
    this.#states[++this.#stateCount] = this.#length;
  }

  /** Closes the open list. */
  end(): void {
    if (this.#listCount + 1 >= this.#lists.length) this.#lists = grown(this.#lists, this.#listCount + 2);
    this.#lists[++this.#listCount] = this.#stateCount;
  }

  clear(): void {
    this.#length = this.#stateCount = this.#listCount = 0;
  }

  /** The three columns as they stand; valid until the next change. */
  columns(): { lists: Int32Array; states: Int32Array; bytes: Uint8Array } {
    return {
      lists: this.#lists.subarray(0, this.#listCount + 1),
      states: this.#states.subarray(0, this.#stateCount + 1),
      bytes: this.#bytes.subarray(0, this.#length),
    };
  }

  #write(text: string): void {
    this.#reserve(text.length * 3);
    this.#length = writeUtf8(this.#bytes, this.#length, text);
  }

  /** Behind its length, seven bits a byte, so that no two lists have the same bytes. */
  #writeElement(text: string): void {
    this.#reserve(5);
    let rest = text.length;
    for (; rest > 0x7f; rest >>>= 7) this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
    this.#bytes[this.#length++] = rest;
    this.#write(text);
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    if (needed > 0x7fffffff) throw new RangeError("states hold more than 2 GiB of text");
    const bytes = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    bytes.set(this.#bytes);
    this.#bytes = bytes;
  }
}

function grown(column: Int32Array<ArrayBuffer>, needed: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(needed, column.length * 2));
  larger.set(column);
  return larger;
}

const encoder = new TextEncoder();

/**
 * Writes `text` at `at` and returns the end. Short ASCII, the common case, is quicker by hand than through TextEncoder.
 * Lone surrogates are written as their own three bytes (WTF-8): TextEncoder would make all of them equal.
 */
function writeUtf8(bytes: Uint8Array, at: number, text: string): number {
  let i = 0;
  for (; i < text.length && i < 256; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) break;
    bytes[at + i] = code;
  }
  if (i === text.length) return at + i;
  const rest = text.slice(i);
  if (rest.isWellFormed()) return at + i + encoder.encodeInto(rest, bytes.subarray(at + i)).written;
  return writeWtf8(bytes, at + i, rest);
}

function writeWtf8(bytes: Uint8Array, start: number, text: string): number {
  let at = start;
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (character.isWellFormed()) at += encoder.encodeInto(character, bytes.subarray(at)).written;
    else {
      bytes[at++] = 0xe0 | (code >> 12);
      bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
      bytes[at++] = 0x80 | (code & 0x3f);
    }
  }
  return at;
}
