const WORD = 2 ** 32;
const WARM_UP = 15;

/**
 * Seeded random numbers for one item: sfc32 keyed by (seed, item), so an item depends on nothing else.
 * Only 32-bit integers and exact products below 2^53 are used; every JavaScript host gives the same sequence.
 * Source of sfc32: Chris Doty-Humphrey, PractRand (public domain); three key words, 15 rounds thrown away.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  /** `seed` is a whole number from 0 to 2^53 - 1, `item` from 0 to 2^32 - 1. */
  constructor(seed: number, item: number) {
    this.#a = seed | 0;
    this.#b = Math.floor(seed / WORD) | 0;
    this.#c = item | 0;
    for (let round = 0; round < WARM_UP; round++) this.bits();
  }

  /** The next 32 bits, as a whole number from 0 to 2^32 - 1. */
  bits(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** A whole number from 0 to `bound` - 1, each equally likely; `bound` is from 1 to 2^21. */
  below(bound: number): number {
    let product = this.bits() * bound;
    // Lemire's rejection: the few products that would favour some numbers are drawn again.
    if (product >>> 0 < bound) {
      const biased = WORD % bound;
      while (product >>> 0 < biased) product = this.bits() * bound;
    }
    return Math.floor(product / WORD);
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** True `times` times out of `outOf`. */
  chance(times: number, outOf: number): boolean {
    return this.below(outOf) < times;
  }

  /** One element of a list or one character of a text that is not empty. */
  pick(from: string): string;
  pick<Element>(from: readonly Element[]): Element;
  pick<Element>(from: string | readonly Element[]): string | Element {
    return from[this.below(from.length)]!;
  }

  /** `count` elements at different places of the list, in random order; the list has at least that many. */
  sample<Element>(from: readonly Element[], count: number): Element[] {
    const rest = [...from];
    for (let place = 0; place < count; place++) {
      const other = this.between(place, rest.length - 1);
      [rest[place], rest[other]] = [rest[other]!, rest[place]!];
    }
    return rest.slice(0, count);
  }

  /** The whole list in random order. */
  shuffle<Element>(from: readonly Element[]): Element[] {
    return this.sample(from, from.length);
  }

  /** A list of `length` drawn elements. */
  list<Element>(length: number, draw: () => Element): Element[] {
    return Array.from({ length }, draw);
  }

  /** A text of `length` characters of the alphabet, repeats allowed. */
  text(alphabet: string, length: number): string {
    let text = "";
    for (let place = 0; place < length; place++) text += this.pick(alphabet);
    return text;
  }
}
