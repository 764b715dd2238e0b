import { BANDS, NO_TWIN, SLOT } from "./abi";
import { mixed } from "./shingles.as";

// What one call works on, by the names that minhashTwins gives them.
let least: f64 = 0;
let sketches: usize = 0;
let shingles: usize = 0;
let lists: usize = 0;
let buckets: u32 = 0;
let heads: usize = 0;
let chains: usize = 0;
let sizes: usize = 0;
let seen: usize = 0;
let slots: u32 = 0;
let table: usize = 0;

/** Similarity of the twin that was found last. */
let similarity: f64 = 0;

/** The i-th word of a column. */
function word(column: usize, i: u32): u32 {
  return load<u32>(column + ((<usize>i) << 2));
}

function set(column: usize, i: u32, value: u32): void {
  store<u32>(column + ((<usize>i) << 2), value);
}

/** A shingle's slot in the table: its own, where it is in under this stamp, else one to put it into. */
function slotOf(shingle: u32, stamp: u32): usize {
  let slot = shingle & (slots - 1);
  let at = table + <usize>slot * SLOT;
  while (load<u32>(at) == stamp && load<u32>(at, 4) != shingle) {
    slot = (slot + 1) & (slots - 1);
    at = table + <usize>slot * SLOT;
  }
  return at;
}

/** Puts the shingles of text i into the table, moves each to the front of its list once, and counts them. */
function gather(i: u32): u32 {
  const list = shingles + ((<usize>word(lists, i)) << 2);
  const end = shingles + ((<usize>word(lists, i + 1)) << 2);
  let to = list;
  for (let from = list; from < end; from += 4) {
    const shingle = load<u32>(from);
    const slot = slotOf(shingle, i);
    if (load<u32>(slot) == i) continue;
    store<u32>(slot, i);
    store<u32>(slot, shingle, 4);
    store<u32>(to, shingle);
    to += 4;
  }
  return <u32>((to - list) >> 2);
}

/** How many shingles of text `other` are in the table under stamp i. */
function shared(other: u32, i: u32): u32 {
  const list = shingles + ((<usize>word(lists, other)) << 2);
  const end = list + ((<usize>word(sizes, other)) << 2);
  let found: u32 = 0;
  for (let at = list; at < end; at += 4) found += u32(load<u32>(slotOf(load<u32>(at), i)) == i);
  return found;
}

/** Where the chain of a key begins: sketch key number `link` (text * BANDS + band). */
function headOf(link: u32): usize {
  return heads + ((<usize>(mixed(link % BANDS, word(sketches, link)) & (buckets - 1))) << 2);
}

/** Whether two texts are alike, of which i is in the table; leaves how much. */
function alike(other: u32, i: u32): bool {
  const own = word(sizes, i);
  const all = word(sizes, other);
  if (<f64>min(all, own) / <f64>max(all, own) < least) return false;
  const both = shared(other, i);
  similarity = <f64>both / <f64>(all + own - both);
  return similarity >= least;
}

function twinOf(i: u32): u32 {
  const first = i * BANDS;
  for (let own = first; own < first + BANDS; own++) {
    for (let link = load<u32>(headOf(own)); link != NO_TWIN; link = word(chains, link)) {
      const other = link / BANDS;
      if ((link - own) % BANDS != 0 || word(sketches, link) != word(sketches, own) || word(seen, other) == i) continue;
      set(seen, other, i);
      if (alike(other, i)) return other;
    }
  }
  return NO_TWIN;
}

/** Makes text i one that others may be twins of. */
function chain(i: u32): void {
  const first = i * BANDS;
  for (let link = first; link < first + BANDS; link++) {
    const head = headOf(link);
    set(chains, link, load<u32>(head));
    store<u32>(head, link);
  }
}

/**
 * The twin of each text: one before it that has no twin itself, shares a key with it, and whose shingles have a Jaccard similarity of
 * `least` to its own; NO_TWIN where there is none. Texts before `fixed` have none, whatever they are like. `similarities` (f64) are to
 * the twin.
 *
 * `shingles` and `lists` are as minhashShingles writes them; lists lose what they repeat. `heads` has `buckets` u32 (a power of two),
 * `chains` BANDS u32 a text, `sizes` and `seen` a u32 a text, `table` `slots` of SLOT bytes, twice as many as the longest list at least.
 */
export function minhashTwins(
  fixed: u32,
  count: u32,
  threshold: f64,
  keys: usize,
  words: usize,
  starts: usize,
  bucketCount: u32,
  bucketHeads: usize,
  links: usize,
  distinct: usize,
  checked: usize,
  slotCount: u32,
  scratch: usize,
  twins: usize,
  similarities: usize,
): void {
  least = threshold;
  sketches = keys;
  shingles = words;
  lists = starts;
  buckets = bucketCount;
  heads = bucketHeads;
  chains = links;
  sizes = distinct;
  seen = checked;
  slots = slotCount;
  table = scratch;
  memory.fill(heads, 255, (<usize>buckets) << 2);
  memory.fill(seen, 255, (<usize>count) << 2);
  memory.fill(table, 255, <usize>slots * SLOT);
  for (let i: u32 = 0; i < count; i++) {
    const size = gather(i);
    set(sizes, i, size);
    set(twins, i, NO_TWIN);
    // A text without words is like nothing.
    if (size == 0) continue;
    if (i >= fixed) {
      const twin = twinOf(i);
      if (twin != NO_TWIN) {
        set(twins, i, twin);
        store<f64>(similarities + ((<usize>i) << 3), similarity);
        continue;
      }
    }
    chain(i);
  }
}
