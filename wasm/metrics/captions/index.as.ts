import { exp } from "../../lib/rounded.as";
import {
  COUNTS,
  GRAM_COUNT,
  GRAM_NUMBERS,
  GRAM_WEIGHT,
  GRAMS,
  IN_REFERENCE,
  LONGEST,
  NORMS,
  PENALTIES,
  PENALTY_COUNT,
  REFERENCES,
  STARTS,
  WORDS,
} from "./abi";
import { countGrams, countOf, field, goldGram, int, numberGrams, record, weigh } from "./grams.as";
import { normsOfShort, SHORT } from "./short.as";

/** Standard deviation of CIDEr-D's penalty for lengths, squared and doubled. */
const TWICE_VARIANCE: f64 = 72;

/** The norms of a reference's weighted counts, by length of n-gram. */
function normsOfLong(gold: usize, start: i32, end: i32, norms: usize): void {
  const words = field(gold, WORDS);
  const numbers = field(gold, GRAM_NUMBERS);
  const grams = field(gold, GRAMS);
  const counts = field(gold, COUNTS);
  countGrams(gold, start, end, 1);
  for (let n = 0; n < LONGEST; n++) {
    let sum: f64 = 0;
    for (let at = start; at + n < end; at++) {
      const gram = goldGram(words, numbers, at, n);
      const held = countOf(counts, gram);
      const weighted = <f64>load<i32>(held, IN_REFERENCE) * load<f64>(record(grams, gram), GRAM_WEIGHT);
      // Each n-gram counts where it first stands.
      store<i32>(held, 0, IN_REFERENCE);
      sum += weighted * weighted;
    }
    store<f64>(norms + ((<usize>n) << 3), sqrt(sum));
  }
}

/** Makes what is known of gold (layout in abi.ts), once. */
export function captionsIndex(gold: usize): void {
  const count = numberGrams(gold);
  store<u32>(gold + (GRAM_COUNT << 2), count);
  weigh(gold, count);
  const starts = field(gold, STARTS);
  for (let r = 0; r < <i32>field(gold, REFERENCES); r++) {
    const start = int(starts, r);
    const end = int(starts, r + 1);
    const norms = field(gold, NORMS) + ((<usize>(r * LONGEST)) << 3);
    if (end - start <= SHORT) normsOfShort(gold, start, end - start, norms);
    else normsOfLong(gold, start, end, norms);
  }
  for (let d = 0; d < PENALTY_COUNT; d++) {
    store<f64>(field(gold, PENALTIES) + ((<usize>d) << 3), exp(-(<f64>(d * d)) / TWICE_VARIANCE));
  }
}
