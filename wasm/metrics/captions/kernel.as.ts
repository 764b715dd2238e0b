import {
  ANSWERED,
  ASKED,
  BUCKET_MASK,
  BUCKETS,
  CIDER_D,
  COUNTS,
  GRAM_COUNT,
  GRAM_KEY,
  GRAM_WEIGHT,
  GRAMS,
  IN_CAPTION,
  IN_REFERENCE,
  ITEMS,
  LONGEST,
  METEOR,
  MOST_WORDS,
  PAIRED,
  PREDICTED,
  REFERENCE_COUNT,
  REFERENCE_WORDS,
  ROUGE_L,
  ROW,
  SCRATCH,
  STARTS,
  STEMS,
  VOCABULARY,
  WORDS,
} from "./abi";
import { meteor } from "./align.as";
import { add, addCounts, bucketOf, cosine, countGrams, countOf, field, int, keyOf, penaltyOf, record, rougeOf } from "./grams.as";
import { measureShort, SHORT } from "./short.as";

/** Length of the longest common subsequence by its table, a row of which lies in scratch. */
function common(row: usize, a: usize, n: i32, b: usize, m: i32): i32 {
  memory.fill(row, 0, (<usize>(n + 1)) << 2);
  for (let j = 0; j < m; j++) {
    const word = int(b, j);
    let diagonal = 0;
    for (let i = 1; i <= n; i++) {
      const above = int(row, i);
      const own = int(a, i - 1) == word ? diagonal + 1 : max(above, int(row, i - 1));
      store<i32>(row + ((<usize>i) << 2), own);
      diagonal = above;
    }
  }
  return int(row, n);
}

/**
 * Counts a caption's n-grams and writes their numbers, four to a word, to `numbers`. Those that gold does not have are numbered behind
 * gold's; their buckets are listed in `strange`, so that they can be emptied again. Gives how many these are.
 */
function numberCaption(gold: usize, caption: usize, n: i32, numbers: usize, strange: usize): i32 {
  const buckets = field(gold, BUCKETS);
  const mask = field(gold, BUCKET_MASK);
  const grams = field(gold, GRAMS);
  const counts = field(gold, COUNTS);
  const count = <i32>field(gold, GRAM_COUNT);
  const weight = load<f64>(record(grams, <i32>field(gold, VOCABULARY)), GRAM_WEIGHT);
  let more = 0;
  for (let i = 0; i < n; i++) {
    let gram = int(caption, i);
    for (let length = 0; length < LONGEST && i + length < n; length++) {
      if (length > 0) {
        const key = keyOf(gram, int(caption, i + length));
        const bucket = bucketOf(key, buckets, mask, grams);
        gram = load<i32>(bucket);
        if (gram == 0) {
          gram = count + more;
          const own = record(grams, gram);
          store<u64>(own, key, GRAM_KEY);
          store<f64>(own, weight, GRAM_WEIGHT);
          store<u64>(countOf(counts, gram), 0);
          store<i32>(bucket, gram);
          store<u32>(strange + ((<usize>more) << 2), bucket);
          more++;
        }
      }
      const at = countOf(counts, gram);
      store<i32>(at, load<i32>(at, IN_CAPTION) + 1, IN_CAPTION);
      store<i32>(numbers + ((<usize>(i * LONGEST + length)) << 2), gram);
    }
  }
  return more;
}

/**
 * Adds to a row what one pair has: BLEU's clipped counts, CIDEr-D (Vedantam et al. 2015) and ROUGE-L. `start` is where the reference's
 * words are in gold. Captions may be of any length: n-grams are counted in their records.
 */
function measureLong(gold: usize, reference: i32, start: i32, m: i32, caption: usize, n: i32, row: usize): void {
  const end = start + m;
  const grams = field(gold, GRAMS);
  const counts = field(gold, COUNTS);
  const numbers = field(gold, SCRATCH);
  const strange = numbers + ((MOST_WORDS * LONGEST) << 2);
  countGrams(gold, start, end, 1);
  const more = numberCaption(gold, caption, n, numbers, strange);
  let cider: f64 = 0;
  for (let length = 0; length < LONGEST; length++) {
    let hits = 0;
    let product: f64 = 0;
    let norm: f64 = 0;
    for (let i = 0; i + length < n; i++) {
      const gram = int(numbers, i * LONGEST + length);
      const at = countOf(counts, gram);
      const own = load<i32>(at, IN_CAPTION);
      // Each n-gram counts where it first stands.
      if (own == 0) continue;
      store<i32>(at, 0, IN_CAPTION);
      const right = load<i32>(at, IN_REFERENCE);
      const weight = load<f64>(record(grams, gram), GRAM_WEIGHT);
      const weighted = <f64>own * weight;
      const wanted = <f64>right * weight;
      hits += min(own, right);
      norm += weighted * weighted;
      product += min(weighted, wanted) * wanted;
    }
    addCounts(row, length, n, hits);
    cider += cosine(gold, reference, length, product, norm);
  }
  countGrams(gold, start, end, 0);
  for (let k = more - 1; k >= 0; k--) store<u32>(<usize>int(strange, k), 0);
  add(row, CIDER_D, ((cider * penaltyOf(gold, n - m)) / 4) * 10);
  const words = field(gold, WORDS) + ((<usize>start) << 2);
  add(row, ROUGE_L, rougeOf(common(field(gold, SCRATCH), words, m, caption, n), m, n));
}

/**
 * Measures `count` predictions against gold (layout in abi.ts) and writes one row each to `rows`, but for METEOR, which
 * `captionsAlign` adds. `answered` and `predicted`: whether a prediction says anything of this kind, and how many captions.
 */
export function captionsMeasure(
  count: i32,
  gold: usize,
  items: usize,
  answered: usize,
  predicted: usize,
  pairStarts: usize,
  pairs: usize,
  starts: usize,
  words: usize,
  rows: usize,
): void {
  memory.fill(rows, 0, (<usize>count * ROW) << 3);
  const goldStarts = field(gold, STARTS);
  for (let p = 0; p < count; p++) {
    const item = int(items, p);
    const first = int(field(gold, ITEMS), item);
    const last = int(field(gold, ITEMS), item + 1);
    if (first == last) continue;
    const row = rows + ((<usize>p * ROW) << 3);
    const end = int(pairStarts, p + 1);
    add(row, ASKED, 1);
    add(row, ANSWERED, int(answered, p));
    add(row, REFERENCE_COUNT, last - first);
    add(row, PREDICTED, int(predicted, p));
    add(row, PAIRED, end - int(pairStarts, p));
    add(row, REFERENCE_WORDS, int(goldStarts, last) - int(goldStarts, first));
    for (let k = int(pairStarts, p); k < end; k++) {
      const reference = int(pairs, k);
      const start = int(goldStarts, reference);
      const m = int(goldStarts, reference + 1) - start;
      const caption = words + ((<usize>int(starts, k)) << 2);
      const n = int(starts, k + 1) - int(starts, k);
      if (m <= SHORT && n <= SHORT) measureShort(gold, reference, start, m, caption, n, row);
      else measureLong(gold, reference, start, m, caption, n, row);
    }
  }
}

/** Adds METEOR to the rows that `captionsMeasure` wrote; `stems` are those of `words`. */
export function captionsAlign(
  count: i32,
  gold: usize,
  pairStarts: usize,
  pairs: usize,
  starts: usize,
  words: usize,
  stems: usize,
  rows: usize,
): void {
  const goldStarts = field(gold, STARTS);
  const goldWords = field(gold, WORDS);
  for (let p = 0; p < count; p++) {
    const row = rows + ((<usize>p * ROW) << 3);
    for (let k = int(pairStarts, p); k < int(pairStarts, p + 1); k++) {
      const start = int(goldStarts, int(pairs, k));
      const m = int(goldStarts, int(pairs, k) + 1) - start;
      const at = (<usize>int(starts, k)) << 2;
      const n = int(starts, k + 1) - int(starts, k);
      const reference = goldWords + ((<usize>start) << 2);
      add(row, METEOR, meteor(gold, reference, m, words + at, n, field(gold, STEMS), stems + at));
    }
  }
}
export { captionsIndex } from "./index.as";
