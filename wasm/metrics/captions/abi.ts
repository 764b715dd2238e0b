// Read by asc and by tsc: the one description of the bytes that cross the boundary.
//
// A caption is a list of words (i32). Gold has references one after the other (Arrow offsets): item i has references
// items[i] .. items[i + 1], reference r the words starts[r] .. starts[r + 1], numbers below VOCABULARY. A prediction brings the captions
// that were paired with a reference: pairs pairStarts[p] .. pairStarts[p + 1] of prediction p, pair k being a reference and the words
// starts[k] .. starts[k + 1]. A word that gold does not have is VOCABULARY + its place among those of its caption.
//
// N-grams are numbered too. A word is its own number; a longer one is found by the number of all but its last word and that word, in
// a hash table of numbers (`buckets`, 0 where empty). `grams` holds a record for each number.

/** Words that a caption may have. */
export const MOST_WORDS = 4096;
/** The longest n-gram. */
export const LONGEST = 4;

/** Words (u32) of what is known of gold, which the host writes and `captionsIndex` completes. */
export const VOCABULARY = 0;
export const REFERENCES = 1;
/** Pointers: where each item's references start, where each reference starts, its words. */
export const ITEMS = 2;
export const STARTS = 3;
export const WORDS = 4;
/** Pointer: the stem of each word of the vocabulary; stems are numbers below VOCABULARY. */
export const STEMS = 5;
/** Pointer to buckets, all 0, and their number less one; it is a power of two. */
export const BUCKETS = 6;
export const BUCKET_MASK = 7;
/** Pointer to records, with room for those of one caption that gold does not have; and how many there are of gold. */
export const GRAMS = 8;
export const GRAM_COUNT = 9;
/** Pointer: for each word of gold the numbers of the n-grams of 2, 3 and 4 words that start with it. */
export const GRAM_NUMBERS = 10;
/** Pointer: the norms of each reference, an f64 for each length of n-gram. */
export const NORMS = 11;
/** Pointer to f64: what a difference of so many words leaves of CIDEr-D. */
export const PENALTIES = 12;
/** Pointers to scratch: a word of places for each number below VOCABULARY + MOST_WORDS, all 0; two heads of lists for each, all -1; SCRATCH_BYTES. */
export const PLACES = 13;
export const HEADS = 14;
export const SCRATCH = 15;
/** Pointer to counts, all 0, for each n-gram that there is room for. */
export const COUNTS = 16;
export const HEADER = 17;

/** A record: its key (u64: prefix << 32 | last word), and its weight (f64). */
export const GRAM_KEY = 0;
export const GRAM_WEIGHT = 8;
/** While n-grams are numbered, in place of the weight: how many references have it, and which one was counted last, from 1 (i32). */
export const GRAM_HAVING = 8;
export const GRAM_LAST = 12;
export const GRAM_BYTES = 16;

/** How often the reference and the caption at hand have an n-gram (i32), where captions are too long for bits. */
export const IN_REFERENCE = 0;
export const IN_CAPTION = 4;
export const COUNT_BYTES = 8;

/** Differences of length with a penalty; a larger one leaves nothing that a double can hold. */
export const PENALTY_COUNT = 224;

/** Four numbers of n-grams for each word, then a bucket for each n-gram that gold does not have. */
export const SCRATCH_BYTES = MOST_WORDS * 28;

/** Columns of one row, each an f64. */
export const ASKED = 0;
export const ANSWERED = 1;
export const REFERENCE_COUNT = 2;
export const PREDICTED = 3;
export const PAIRED = 4;
/** Clipped n-grams of 1 to 4 words, from this column on; then all of the paired captions. */
export const HITS = 5;
export const NGRAMS = 9;
export const REFERENCE_WORDS = 13;
export const ROUGE_L = 14;
export const CIDER_D = 15;
export const METEOR = 16;
export const ROW = 17;
