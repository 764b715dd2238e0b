import { ANSWERED, ASKED, EXACT, PER_TAG, PLACES, TAGS } from "./abi";

/** Adds what one place says of each tag to the row's counts at `counts`. */
function count(counts: usize, gold: i32, named: i32, tags: i32): void {
  for (let t = 0; t < tags; t++) {
    const at = counts + ((<usize>(t * PER_TAG)) << 3);
    const inGold = (gold >> t) & 1;
    const here = (named >> t) & 1;
    store<f64>(at, load<f64>(at) + <f64>inGold);
    store<f64>(at, load<f64>(at, 8) + <f64>here, 8);
    store<f64>(at, load<f64>(at, 16) + <f64>(inGold & here), 16);
  }
}

/** The word at place `i` of the list at `words`, 0 behind its end. */
function wordAt(words: usize, i: i32, length: i32): i32 {
  return i < length ? load<i32>(words + ((<usize>i) << 2)) : 0;
}

/** Measures `predictions` lists of words against their gold items (layout in abi.ts) and writes one row each to `rows`. */
export function tagsMeasure(
  predictions: i32,
  goldStarts: usize,
  goldWords: usize,
  items: usize,
  answered: usize,
  starts: usize,
  words: usize,
  scratch: usize,
  rows: usize,
  tags: i32,
): void {
  const width = TAGS + PER_TAG * tags;
  for (let p = 0; p < predictions; p++) {
    const row = rows + ((<usize>(p * width)) << 3);
    memory.fill(row, 0, (<usize>width) << 3);
    const item = goldStarts + ((<usize>load<i32>(items + ((<usize>p) << 2))) << 2);
    const goldStart = load<i32>(item);
    const places = load<i32>(item, 4) - goldStart;
    if (places == 0) continue;
    const start = load<i32>(starts + ((<usize>p) << 2));
    const told = load<i32>(starts + ((<usize>p) << 2), 4) - start;
    const isAnswered = load<i32>(answered + ((<usize>p) << 2));
    let exact = isAnswered;
    for (let i = 0; i < max(places, told); i++) {
      const gold = wordAt(goldWords + ((<usize>goldStart) << 2), i, places);
      const named = wordAt(words + ((<usize>start) << 2), i, told);
      count(row + (TAGS << 3), gold, named, tags);
      if (gold != named) exact = 0;
    }
    store<f64>(row + (ASKED << 3), 1);
    store<f64>(row + (ANSWERED << 3), isAnswered);
    store<f64>(row + (PLACES << 3), places);
    store<f64>(row + (EXACT << 3), exact);
  }
}
