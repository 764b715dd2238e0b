/** One way to write a word: lower case, and one apostrophe. */
function normalised(text: string): string {
  return text.normalize("NFC").toLowerCase().replaceAll("’", "'");
}

/**
 * A word: letters, marks and digits in a row, joined across an apostrophe, and digits across a point or a comma. A character of a script
 * that is written without spaces is a word of its own.
 */
const CHARACTER = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]`;
const LETTER = String.raw`[[\p{L}\p{M}\p{N}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]]`;
const WORD = new RegExp(`${CHARACTER}|${LETTER}(?:${LETTER}|'(?=${LETTER})|(?<=[0-9])[.,](?=[0-9]))*`, "gv");

/** The words of a caption: what all metrics of this family compare. */
export function wordsOf(text: string): string[] {
  return normalised(text).match(WORD) ?? [];
}

const APOSTROPHE = 39;
const isPoint = (code: number): boolean => code === 44 || code === 46;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** For each ASCII code its lower case where words are made of it, else 0. */
const LOWER = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[a-z0-9]/i.test(character) ? character.toLowerCase().charCodeAt(0) : 0;
});

const NO_STRANGERS: readonly string[] = [];
const EMPTY = -1;

/**
 * Words by number, in order of appearance. Captions in ASCII, which most are, are read without making a string of any word: their words
 * lie side by side in one buffer and are found by a hash of their letters.
 */
export class Vocabulary {
  #letters = new Uint8Array(1 << 12);
  /** Where each word's letters end; those of a word of other scripts take no room. */
  #ends = new Int32Array(1 << 8);
  #hashes = new Int32Array(1 << 8);
  #slots = new Int32Array(1 << 9).fill(EMPTY);
  /** Words that are not ASCII. */
  readonly #others = new Map<string, number>();
  readonly #names = new Map<number, string>();
  /** Of the caption that is read, the words that are not here. */
  readonly #strangers = new Map<string, number>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The word of this number. */
  word(number: number): string {
    return this.#names.get(number) ?? String.fromCharCode(...this.#letters.subarray(this.#endOf(number - 1), this.#endOf(number)));
  }

  /** Appends the numbers of a caption's words to `into`; new words get numbers. */
  add(text: string, into: number[]): void {
    const start = into.length;
    if (this.#readAscii(text, into, undefined)) return;
    into.length = start;
    for (const word of wordsOf(text)) into.push(this.#find(word) ?? this.#insert(word));
  }

  /**
   * The same without new words: one that the vocabulary does not have gets its size + its place among those of this caption, which are
   * given back.
   */
  read(text: string, into: number[]): readonly string[] {
    const start = into.length;
    this.#strangers.clear();
    if (!this.#readAscii(text, into, this.#strangers)) {
      into.length = start;
      this.#strangers.clear();
      for (const word of wordsOf(text)) into.push(this.#find(word) ?? this.#size + strange(this.#strangers, word));
    }
    return this.#strangers.size === 0 ? NO_STRANGERS : [...this.#strangers.keys()];
  }

  #endOf(number: number): number {
    return number < 0 ? 0 : (this.#ends[number] as number);
  }

  /** Whether the text is ASCII; if so its words are read. Words enter where no list of strangers is given. */
  #readAscii(text: string, into: number[], strangers: Map<string, number> | undefined): boolean {
    const { length } = text;
    let at = 0;
    while (at < length) {
      let code = text.charCodeAt(at);
      if (code >= 128) return false;
      let letter = LOWER[code] as number;
      at++;
      if (letter === 0) continue;
      const from = at - 1;
      // The word is written behind the last one, and stays there if it is new.
      const start = this.#endOf(this.#size - 1);
      if (start + length > this.#letters.length) this.#letters = grown(this.#letters, start + length);
      const letters = this.#letters;
      let end = start;
      let hash = 0x811c9dc5;
      for (;;) {
        letters[end++] = letter;
        hash = Math.imul(hash ^ letter, 0x01000193);
        if (at >= length) break;
        const before = code;
        code = text.charCodeAt(at);
        if (code >= 128) return false;
        letter = LOWER[code] as number;
        if (letter === 0) {
          const next = at + 1 < length ? text.charCodeAt(at + 1) : 0;
          // Whether what follows is a letter is not told here.
          if (code === APOSTROPHE && next >= 128) return false;
          const joins = code === APOSTROPHE ? LOWER[next] !== 0 : isPoint(code) && isDigit(before) && isDigit(next);
          if (!joins) break;
          letter = code;
        }
        at++;
      }
      hash ^= hash >>> 15;
      const slot = this.#slotOf(start, end, hash);
      const found = this.#slots[slot] as number;
      if (found !== EMPTY) into.push(found);
      else if (strangers === undefined) into.push(this.#enter(slot, end, hash));
      else into.push(this.#size + strange(strangers, text.slice(from, at).toLowerCase()));
    }
    return true;
  }

  /** Where the word whose letters lie behind the last one's stands among the slots, or would. */
  #slotOf(start: number, end: number, hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const number = this.#slots[slot] as number;
      if (number === EMPTY || (this.#hashes[number] === hash && this.#spells(number, start, end))) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #spells(number: number, start: number, end: number): boolean {
    const own = this.#endOf(number - 1);
    if ((this.#ends[number] as number) - own !== end - start) return false;
    for (let i = start; i < end; i++) if (this.#letters[own + i - start] !== this.#letters[i]) return false;
    return true;
  }

  /** Gives the next number to the word that ends at `end`. */
  #enter(slot: number, end: number, hash: number): number {
    const number = this.#next(end, hash);
    this.#slots[slot] = number;
    if (this.#size * 2 > this.#slots.length) this.#rehash();
    return number;
  }

  #next(end: number, hash: number): number {
    const number = this.#size++;
    if (number === this.#ends.length) [this.#ends, this.#hashes] = [grown(this.#ends, 2 * number), grown(this.#hashes, 2 * number)];
    this.#ends[number] = end;
    this.#hashes[number] = hash;
    return number;
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(EMPTY);
    const mask = this.#slots.length - 1;
    for (let number = 0; number < this.#size; number++) {
      if (this.#names.has(number)) continue;
      let slot = (this.#hashes[number] as number) & mask;
      while (this.#slots[slot] !== EMPTY) slot = (slot + 1) & mask;
      this.#slots[slot] = number;
    }
  }

  /** Number of a word, where it has one. */
  #find(word: string): number | undefined {
    const [number] = this.#readWord(word, new Map());
    return number === undefined ? this.#others.get(word) : number < this.#size ? number : undefined;
  }

  #insert(word: string): number {
    const [number] = this.#readWord(word, undefined);
    if (number !== undefined) return number;
    const own = this.#next(this.#endOf(this.#size - 1), 0);
    this.#others.set(word, own);
    this.#names.set(own, word);
    return own;
  }

  /** The number of a word in ASCII; nothing for another. */
  #readWord(word: string, strangers: Map<string, number> | undefined): number[] {
    const numbers: number[] = [];
    return this.#readAscii(word, numbers, strangers) ? numbers : [];
  }
}

function strange(strangers: Map<string, number>, word: string): number {
  const place = strangers.get(word) ?? strangers.size;
  strangers.set(word, place);
  return place;
}

function grown<Words extends Uint8Array | Int32Array>(words: Words, least: number): Words {
  const larger = new (words.constructor as new (length: number) => Words)(Math.max(2 * words.length, least));
  larger.set(words);
  return larger;
}
