import { HEADS, MOST_WORDS, SCRATCH, VOCABULARY } from "./abi";
import { field, int } from "./grams.as";

/** Weight of precision in the harmonic mean, and of the penalty. */
const ALPHA: f64 = 0.9;
const GAMMA: f64 = 0.5;

function setInt(column: usize, at: i32, value: i32): void {
  store<i32>(column + ((<usize>at) << 2), value);
}

/** Lists the places of a key, last first: `heads` leads to the last, `before` from each to the one before it. */
function list(heads: usize, before: usize, key: i32, place: i32): void {
  setInt(before, place, int(heads, key));
  setInt(heads, key, place);
}

/** Takes the last place of a key off its list; -1 where there is none. */
function take(heads: usize, before: usize, key: i32): i32 {
  const place = int(heads, key);
  if (place >= 0) setInt(heads, key, int(before, place));
  return place;
}

/**
 * METEOR (Lavie and Agarwal 2007) of a caption of n words against a reference of m, with its first two stages: equal words, then equal
 * stems. Words are matched from the end, each with the last free word that equals it, as nltk does. `stemOf` has the stem of each word
 * of the vocabulary, `captionStems` those of the caption's words, -1 for one that gold does not have.
 */
export function meteor(gold: usize, reference: usize, m: i32, caption: usize, n: i32, stemOf: usize, captionStems: usize): f64 {
  if (m == 0 || n == 0) return 0;
  const words = field(gold, HEADS);
  const stems = words + ((<usize>(<i32>field(gold, VOCABULARY) + MOST_WORDS)) << 2);
  const before = field(gold, SCRATCH);
  const matched = before + (MOST_WORDS << 2);
  const free = matched + (MOST_WORDS << 2);
  for (let j = 0; j < m; j++) {
    list(words, before, int(reference, j), j);
    setInt(free, j, 1);
  }
  for (let i = n - 1; i >= 0; i--) {
    const j = take(words, before, int(caption, i));
    setInt(matched, i, j);
    if (j >= 0) setInt(free, j, 0);
  }
  for (let j = 0; j < m; j++) setInt(words, int(reference, j), -1);

  for (let j = 0; j < m; j++) if (int(free, j) == 1) list(stems, before, int(stemOf, int(reference, j)), j);
  for (let i = n - 1; i >= 0; i--) {
    const stem = int(captionStems, i);
    if (int(matched, i) < 0 && stem >= 0) setInt(matched, i, take(stems, before, stem));
  }
  for (let j = 0; j < m; j++) setInt(stems, int(stemOf, int(reference, j)), -1);
  return scored(matched, m, n);
}

/** From the place in the reference of each word of the caption, -1 for those without a match. */
function scored(matched: usize, m: i32, n: i32): f64 {
  let matches = 0;
  let chunks = 0;
  for (let i = 0; i < n; i++) {
    const j = int(matched, i);
    if (j < 0) continue;
    matches++;
    if (i == 0 || int(matched, i - 1) < 0 || int(matched, i - 1) + 1 != j) chunks++;
  }
  if (matches == 0) return 0;
  const precision = <f64>matches / <f64>n;
  const recall = <f64>matches / <f64>m;
  const mean = (precision * recall) / (ALPHA * precision + (1 - ALPHA) * recall);
  const share = <f64>chunks / <f64>matches;
  return (1 - GAMMA * (share * share * share)) * mean;
}
