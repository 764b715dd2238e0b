import { randomWord } from "../random.ts";

/** Uniform numbers from 0 to below 1 of a seed's stream, one after the other. */
export class Stream {
  readonly #seed: number;
  #counter = 0;

  constructor(seed: number) {
    this.#seed = seed;
  }

  next(): number {
    const { high, low } = randomWord(this.#seed, this.#counter++);
    return (high * 2 ** 21 + (low >>> 11)) / 2 ** 53;
  }
}
