import { log } from "../../lib/rounded.as";
import {
  BUCKET_MASK,
  BUCKETS,
  COUNT_BYTES,
  COUNTS,
  GRAM_BYTES,
  GRAM_HAVING,
  GRAM_KEY,
  GRAM_LAST,
  GRAM_NUMBERS,
  GRAM_WEIGHT,
  GRAMS,
  HITS,
  IN_REFERENCE,
  LONGEST,
  MOST_WORDS,
  NGRAMS,
  NORMS,
  PENALTIES,
  PENALTY_COUNT,
  REFERENCES,
  SCRATCH,
  STARTS,
  VOCABULARY,
  WORDS,
} from "./abi";

/** Recall counts beta squared times as much as precision: beta is 1.2. */
const BETA_SQUARED: f64 = 1.44;

/** ROUGE-L: the F measure of a longest common subsequence, of a caption of n words and a reference of m. */
export function rougeOf(common: i32, m: i32, n: i32): f64 {
  if (common == 0) return 0;
  const precision = <f64>common / <f64>n;
  const recall = <f64>common / <f64>m;
  return ((1 + BETA_SQUARED) * precision * recall) / (recall + BETA_SQUARED * precision);
}

/** Adds to BLEU's counts those of n-grams of length + 1 words, of a caption of n words. */
export function addCounts(row: usize, length: i32, n: i32, hits: i32): void {
  add(row, HITS + length, hits);
  add(row, NGRAMS + length, max(0, n - length));
}

/** The cosine of a caption's and a reference's weighted n-grams of length + 1 words, from their product and the caption's squares. */
export function cosine(gold: usize, reference: i32, length: i32, product: f64, squares: f64): f64 {
  const norms = sqrt(squares) * load<f64>(field(gold, NORMS) + ((<usize>(reference * LONGEST + length)) << 3));
  return norms > 0 ? product / norms : 0;
}

/** What a difference of so many words leaves of CIDEr-D. */
export function penaltyOf(gold: usize, difference: i32): f64 {
  const apart = abs(difference);
  return apart < PENALTY_COUNT ? load<f64>(field(gold, PENALTIES) + ((<usize>apart) << 3)) : 0;
}

/** A field of the header. */
export function field(gold: usize, name: i32): usize {
  return <usize>load<u32>(gold + ((<usize>name) << 2));
}

/** Adds to a column of a row. */
export function add(row: usize, column: i32, value: f64): void {
  const at = row + ((<usize>column) << 3);
  store<f64>(at, load<f64>(at) + value);
}

export function int(column: usize, at: i32): i32 {
  return load<i32>(column + ((<usize>at) << 2));
}

export function record(grams: usize, gram: i32): usize {
  return grams + <usize>gram * GRAM_BYTES;
}

/** Where it is counted how often the reference and the caption at hand have an n-gram. */
export function countOf(counts: usize, gram: i32): usize {
  return counts + <usize>gram * COUNT_BYTES;
}

/** Where the n-gram of this key stands, or the empty bucket where it would. */
export function bucketOf(key: u64, buckets: usize, mask: usize, grams: usize): usize {
  let at = <usize>((key * 0x9e3779b97f4a7c15) >> 32) & mask;
  let gram = load<u32>(buckets + (at << 2));
  while (gram != 0 && load<u64>(record(grams, gram)) != key) {
    at = (at + 1) & mask;
    gram = load<u32>(buckets + (at << 2));
  }
  return buckets + (at << 2);
}

export function keyOf(prefix: i32, word: i32): u64 {
  return ((<u64>prefix) << 32) | <u64>word;
}

/** Counts, in place of its weight, that reference `r` has the n-gram; once for each reference. */
function countReference(grams: usize, gram: i32, r: i32): void {
  const at = record(grams, gram);
  if (load<i32>(at, GRAM_LAST) == r + 1) return;
  store<i32>(at, r + 1, GRAM_LAST);
  store<i32>(at, load<i32>(at, GRAM_HAVING) + 1, GRAM_HAVING);
}

/** Numbers all n-grams of gold and counts the references that have each; gives how many numbers there are. */
export function numberGrams(gold: usize): i32 {
  const starts = field(gold, STARTS);
  const words = field(gold, WORDS);
  const numbers = field(gold, GRAM_NUMBERS);
  const buckets = field(gold, BUCKETS);
  const mask = field(gold, BUCKET_MASK);
  const grams = field(gold, GRAMS);
  let count = <i32>field(gold, VOCABULARY) + MOST_WORDS;
  memory.fill(grams, 0, <usize>count * GRAM_BYTES);
  for (let r = 0; r < <i32>field(gold, REFERENCES); r++) {
    const end = int(starts, r + 1);
    for (let at = int(starts, r); at < end; at++) {
      let gram = int(words, at);
      countReference(grams, gram, r);
      for (let n = 1; n < LONGEST && at + n < end; n++) {
        const key = keyOf(gram, int(words, at + n));
        const bucket = bucketOf(key, buckets, mask, grams);
        gram = load<i32>(bucket);
        if (gram == 0) {
          gram = count++;
          store<i32>(bucket, gram);
          const own = record(grams, gram);
          store<u64>(own, key, GRAM_KEY);
          store<f64>(own, 0, GRAM_WEIGHT);
        }
        countReference(grams, gram, r);
        store<i32>(numbers + <usize>(at * 12 + n * 4 - 4), gram);
      }
    }
  }
  return count;
}

/** Weighs n-grams by the references that have them: ln(references) - ln(those), and as if one had those that none has. */
export function weigh(gold: usize, count: i32): void {
  const grams = field(gold, GRAMS);
  const all = log(<f64>field(gold, REFERENCES));
  // Most n-grams are in few references: the logarithms of small counts are kept, in scratch that holds nothing yet.
  const logs = field(gold, SCRATCH);
  memory.fill(logs, 0, MOST_WORDS << 3);
  for (let gram = 0; gram < count; gram++) {
    const at = record(grams, gram);
    const having = load<i32>(at, GRAM_HAVING);
    let own: f64 = 0;
    if (having > 1) {
      const kept = logs + ((<usize>having) << 3);
      if (having < MOST_WORDS) own = load<f64>(kept);
      if (own == 0) own = log(<f64>having);
      if (having < MOST_WORDS) store<f64>(kept, own);
    }
    store<f64>(at, all - own, GRAM_WEIGHT);
  }
}

/** The number of the n-gram of n + 1 words at place `at` of gold. */
export function goldGram(words: usize, numbers: usize, at: i32, n: i32): i32 {
  return n == 0 ? int(words, at) : load<i32>(numbers + <usize>(at * 12 + n * 4 - 4));
}

/** Adds each n-gram of a reference to the counts, or takes all away. */
export function countGrams(gold: usize, start: i32, end: i32, add: i32): void {
  const words = field(gold, WORDS);
  const numbers = field(gold, GRAM_NUMBERS);
  const counts = field(gold, COUNTS);
  for (let at = start; at < end; at++) {
    for (let n = 0; n < LONGEST && at + n < end; n++) {
      const held = countOf(counts, goldGram(words, numbers, at, n));
      store<i32>(held, add == 0 ? 0 : load<i32>(held, IN_REFERENCE) + 1, IN_REFERENCE);
    }
  }
}
