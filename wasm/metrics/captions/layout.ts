import type { Kernels } from "../../host/kernels.ts";
import {
  BUCKET_MASK,
  BUCKETS,
  COUNT_BYTES,
  COUNTS,
  GRAM_BYTES,
  GRAM_NUMBERS,
  GRAMS,
  HEADER,
  HEADS,
  ITEMS,
  LONGEST,
  MOST_WORDS,
  NORMS,
  PENALTIES,
  PENALTY_COUNT,
  PLACES,
  REFERENCES,
  SCRATCH,
  SCRATCH_BYTES,
  STARTS,
  STEMS,
  VOCABULARY,
  WORDS,
} from "./abi.ts";

/** Gold as the kernel takes it (abi.ts). */
export interface GoldWords {
  /** Number of different words. */
  readonly vocabulary: number;
  readonly items: Int32Array;
  readonly starts: Int32Array;
  readonly words: Int32Array;
  /** Needed for METEOR only. */
  readonly stems: Int32Array;
}

/** Lays out gold in an instance's arena, has the kernel number its n-grams, and gives where it lies. */
export function layOut({ arena, exports }: Kernels, { vocabulary, items, starts, words, stems }: GoldWords): number {
  const references = starts.length - 1;
  const numbers = vocabulary + MOST_WORDS;
  const grams = numbers + (LONGEST - 1) * (words.length + MOST_WORDS);
  // Of four buckets three are full at most.
  const buckets = 2 ** Math.ceil(Math.log2((4 / 3) * (grams - numbers)));
  const header = new Int32Array(HEADER);
  header[VOCABULARY] = vocabulary;
  header[REFERENCES] = references;
  header[ITEMS] = arena.put(items);
  header[STARTS] = arena.put(starts);
  header[WORDS] = arena.put(words);
  header[STEMS] = arena.put(stems);
  header[BUCKETS] = arena.zeros(buckets * 4);
  header[BUCKET_MASK] = buckets - 1;
  header[GRAMS] = arena.alloc(grams * GRAM_BYTES);
  header[COUNTS] = arena.zeros(grams * COUNT_BYTES);
  header[GRAM_NUMBERS] = arena.alloc(words.length * (LONGEST - 1) * 4);
  header[NORMS] = arena.alloc(references * LONGEST * 8);
  header[PENALTIES] = arena.alloc(PENALTY_COUNT * 8);
  header[PLACES] = arena.zeros(numbers * 8);
  header[HEADS] = arena.put(new Int32Array(2 * numbers).fill(-1));
  header[SCRATCH] = arena.alloc(SCRATCH_BYTES);
  const gold = arena.put(header);
  exports.captionsIndex(gold);
  return gold;
}
