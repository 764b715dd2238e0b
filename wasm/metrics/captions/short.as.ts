import {
  BUCKET_MASK,
  BUCKETS,
  CIDER_D,
  GRAM_NUMBERS,
  GRAM_WEIGHT,
  GRAMS,
  LONGEST,
  PLACES,
  ROUGE_L,
  SCRATCH,
  VOCABULARY,
  WORDS,
} from "./abi";
import { add, addCounts, bucketOf, cosine, field, goldGram, int, keyOf, penaltyOf, record, rougeOf } from "./grams.as";

/** Words that a pair may have on each side to be measured here: places in a caption are the bits of a word. */
export const SHORT: i32 = 64;

/** Writes to `masks`, for each word of one list, the places in another where it stands. */
function placesOf(places: usize, words: usize, n: i32, list: usize, m: i32, masks: usize): void {
  for (let j = 0; j < m; j++) {
    const at = places + ((<usize>int(list, j)) << 3);
    store<u64>(at, load<u64>(at) | ((<u64>1) << j));
  }
  for (let i = 0; i < n; i++) store<u64>(masks + ((<usize>i) << 3), load<u64>(places + ((<usize>int(words, i)) << 3)));
  for (let j = 0; j < m; j++) store<u64>(places + ((<usize>int(list, j)) << 3), 0);
}

/** Length of the longest common subsequence with a list of m words, from their places in it (Hyyro 2004). */
function common(masks: usize, n: i32, m: i32): i32 {
  let column: u64 = -1;
  for (let i = 0; i < n; i++) {
    const match = column & load<u64>(masks + ((<usize>i) << 3));
    column = (column + match) | (column - match);
  }
  return <i32>popcnt(~column & (m == SHORT ? -1 : ((<u64>1) << m) - 1));
}

/**
 * Adds what one pair of at most SHORT words a side has to a row. Which n-grams are equal is told by the places of their words, so a
 * number has to be looked up only for those that the reference does not have: CIDEr-D weighs these too.
 */
export function measureShort(gold: usize, reference: i32, start: i32, m: i32, caption: usize, n: i32, row: usize): void {
  const places = field(gold, PLACES);
  const goldWords = field(gold, WORDS);
  const goldNumbers = field(gold, GRAM_NUMBERS);
  const grams = field(gold, GRAMS);
  const buckets = field(gold, BUCKETS);
  const bucketMask = field(gold, BUCKET_MASK);
  const vocabulary = <i32>field(gold, VOCABULARY);
  // Of words: their places in the reference and in the caption. Of n-grams: the same, and their numbers, -1 where gold has none.
  const wordsRight = field(gold, SCRATCH);
  const wordsOwn = wordsRight + (SHORT << 3);
  const right = wordsOwn + (SHORT << 3);
  const own = right + (SHORT << 3);
  const numbers = own + (SHORT << 3);
  placesOf(places, caption, n, goldWords + ((<usize>start) << 2), m, wordsRight);
  placesOf(places, caption, n, caption, n, wordsOwn);
  memory.fill(right, 0xff, SHORT << 4);

  const unseen = load<f64>(record(grams, vocabulary), GRAM_WEIGHT);
  let cider: f64 = 0;
  for (let length = 0; length < LONGEST; length++) {
    let hits = 0;
    let used: u64 = 0;
    let product: f64 = 0;
    let norm: f64 = 0;
    for (let i = 0; i + length < n; i++) {
      const at = (<usize>i) << 3;
      const behind = (<usize>(i + length)) << 3;
      const inReference = load<u64>(right + at) & (load<u64>(wordsRight + behind) >> length);
      const inCaption = load<u64>(own + at) & (load<u64>(wordsOwn + behind) >> length);
      store<u64>(right + at, inReference);
      store<u64>(own + at, inCaption);
      const word = int(caption, i + length);
      let gram = -1;
      if (inReference != 0) gram = goldGram(goldWords, goldNumbers, start + <i32>ctz(inReference), length);
      else if (length == 0) gram = word < vocabulary ? word : -1;
      else {
        const prefix = int(numbers, i);
        if (prefix >= 0 && word < vocabulary) gram = load<i32>(bucketOf(keyOf(prefix, word), buckets, bucketMask, grams));
        if (gram == 0) gram = -1;
      }
      store<i32>(numbers + ((<usize>i) << 2), gram);
      const free = inReference & ~used;
      hits += i32(free != 0);
      used |= free & (0 - free);
      // Each n-gram is weighed where it first stands.
      if ((inCaption & (((<u64>1) << i) - 1)) != 0) continue;
      const weight = gram < 0 ? unseen : load<f64>(record(grams, gram), GRAM_WEIGHT);
      const weighted = <f64>popcnt(inCaption) * weight;
      const wanted = <f64>popcnt(inReference) * weight;
      norm += weighted * weighted;
      product += min(weighted, wanted) * wanted;
    }
    addCounts(row, length, n, hits);
    cider += cosine(gold, reference, length, product, norm);
  }
  add(row, CIDER_D, ((cider * penaltyOf(gold, n - m)) / 4) * 10);
  add(row, ROUGE_L, rougeOf(common(wordsRight, n, m), m, n));
}

/** The norms of the weighted counts of a reference of at most SHORT words, by length of n-gram. */
export function normsOfShort(gold: usize, start: i32, m: i32, norms: usize): void {
  const words = field(gold, WORDS);
  const numbers = field(gold, GRAM_NUMBERS);
  const grams = field(gold, GRAMS);
  const masks = field(gold, SCRATCH);
  const own = masks + (SHORT << 3);
  const reference = words + ((<usize>start) << 2);
  placesOf(field(gold, PLACES), reference, m, reference, m, masks);
  memory.fill(own, 0xff, SHORT << 3);
  for (let length = 0; length < LONGEST; length++) {
    let sum: f64 = 0;
    for (let i = 0; i + length < m; i++) {
      const at = own + ((<usize>i) << 3);
      const same = load<u64>(at) & (load<u64>(masks + ((<usize>(i + length)) << 3)) >> length);
      store<u64>(at, same);
      if ((same & (((<u64>1) << i) - 1)) != 0) continue;
      const weighted = <f64>popcnt(same) * load<f64>(record(grams, goldGram(words, numbers, start + i, length)), GRAM_WEIGHT);
      sum += weighted * weighted;
    }
    store<f64>(norms + ((<usize>length) << 3), sqrt(sum));
  }
}
