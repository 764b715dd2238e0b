import { exp, log } from "../../lib/rounded.as";
import { exactSum } from "../../lib/sum.as";
import { ACCURACY, ANSWERED, ASKED, BLEU, EDIT_DISTANCE, ROW, SIMILAR_STEPS, SIMILARITY, STEPS } from "./abi";

/** The longest n-gram of BLEU. */
const LONGEST: i32 = 4;

/** Marks the places of each step of `a` (n <= 64) in the words at `places`, which must be clear; `unmark` clears them again. */
function mark(places: usize, a: usize, n: i32): void {
  for (let i = 0; i < n; i++) {
    const word = places + ((<usize>load<i32>(a + ((<usize>i) << 2))) << 3);
    store<u64>(word, load<u64>(word) | ((<u64>1) << i));
  }
}

function unmark(places: usize, a: usize, n: i32): void {
  for (let i = 0; i < n; i++) store<u64>(places + ((<usize>load<i32>(a + ((<usize>i) << 2))) << 3), 0);
}

/** Levenshtein distance of the marked list, of n steps, to `b`: a column of the table at a time (Myers 1999, in Hyyro's form). */
function distance(places: usize, n: i32, b: usize, m: i32): i32 {
  if (n == 0) return m;
  const last = (<u64>1) << (n - 1);
  let up: u64 = -1;
  let down: u64 = 0;
  let edits = n;
  for (let j = 0; j < m; j++) {
    const match = load<u64>(places + ((<usize>load<i32>(b + ((<usize>j) << 2))) << 3));
    const diagonal = (((match & up) + up) ^ up) | match | down;
    let right = down | ~(diagonal | up);
    let left = up & diagonal;
    edits += i32((right & last) != 0) - i32((left & last) != 0);
    right = (right << 1) | 1;
    left <<= 1;
    up = left | ~(diagonal | right);
    down = right & diagonal;
  }
  return edits;
}

/** `n` steps as one number. */
function gram(a: usize, n: i32): i32 {
  let word = 0;
  for (let i = 0; i < n; i++) word = (word << 6) | load<i32>(a + ((<usize>i) << 2));
  return word;
}

/** How often an n-gram stands in a list of `length` steps. */
function occurrences(wanted: i32, n: i32, list: usize, length: i32): i32 {
  let count = 0;
  for (let i = 0; i + n <= length; i++) count += i32(gram(list + ((<usize>i) << 2), n) == wanted);
  return count;
}

/** N-grams of `list` that the references hold, each at most as often as one reference has it. */
function clipped(n: i32, list: usize, length: i32, starts: usize, steps: usize, first: i32, end: i32): i32 {
  let sum = 0;
  for (let i = 0; i + n <= length; i++) {
    const wanted = gram(list + ((<usize>i) << 2), n);
    // Each n-gram is counted where it first stands.
    if (occurrences(wanted, n, list, i + n - 1) > 0) continue;
    let most = 0;
    for (let r = first; r < end; r++) {
      const at = load<i32>(starts + ((<usize>r) << 2));
      most = max(most, occurrences(wanted, n, steps + ((<usize>at) << 2), load<i32>(starts + ((<usize>r) << 2), 4) - at));
    }
    sum += min(most, occurrences(wanted, n, list, length));
  }
  return sum;
}

/** Length of the reference whose length is nearest to `length`, the shorter of two equally near. */
function nearestLength(length: i32, starts: usize, first: i32, end: i32): i32 {
  let nearest = 0;
  let best = i32.MAX_VALUE;
  for (let r = first; r < end; r++) {
    const own = load<i32>(starts + ((<usize>r) << 2), 4) - load<i32>(starts + ((<usize>r) << 2));
    const away = abs(own - length);
    if (away < best || (away == best && own < nearest)) {
      best = away;
      nearest = own;
    }
  }
  return nearest;
}

/** sentence_bleu of nltk 3.8: four precisions of equal weight, one of 0 taken as the smallest normal f64. */
function bleu(list: usize, length: i32, starts: usize, steps: usize, first: i32, end: i32, terms: usize): f64 {
  for (let n = 1; n <= LONGEST; n++) {
    const hits = clipped(n, list, length, starts, steps, first, end);
    if (n == 1 && hits == 0) return 0;
    const precision = hits == 0 ? f64.MIN_NORMAL_VALUE : <f64>hits / <f64>max(1, length - n + 1);
    store<f64>(terms + ((<usize>(n - 1)) << 3), 0.25 * log(precision));
  }
  const nearest = nearestLength(length, starts, first, end);
  const brevity = length > nearest ? 1 : exp(1 - <f64>nearest / <f64>length);
  return brevity * exp(exactSum(terms, LONGEST));
}

/** Measures `count` completions against their gold items (layout in abi.ts) and writes one row each to `rows`. */
export function completionMeasure(
  count: i32,
  goldItems: usize,
  goldStarts: usize,
  goldSteps: usize,
  items: usize,
  answered: usize,
  starts: usize,
  steps: usize,
  scratch: usize,
  rows: usize,
): void {
  memory.fill(scratch, 0, STEPS << 3);
  for (let p = 0; p < count; p++) {
    const row = rows + ((<usize>p * ROW) << 3);
    memory.fill(row, 0, ROW << 3);
    const item = goldItems + ((<usize>load<i32>(items + ((<usize>p) << 2))) << 2);
    const first = load<i32>(item);
    const end = load<i32>(item, 4);
    if (first == end) continue;
    const start = load<i32>(starts + ((<usize>p) << 2));
    const length = load<i32>(starts + ((<usize>p) << 2), 4) - start;
    const list = steps + ((<usize>start) << 2);
    mark(scratch, list, length);
    let least = i32.MAX_VALUE;
    let most = 0;
    let similarity: f64 = 0;
    for (let r = first; r < end; r++) {
      const at = load<i32>(goldStarts + ((<usize>r) << 2));
      const own = load<i32>(goldStarts + ((<usize>r) << 2), 4) - at;
      const edits = distance(scratch, length, goldSteps + ((<usize>at) << 2), own);
      const longest = max(length, own);
      least = min(least, edits);
      most = max(most, longest - edits);
      similarity = max(similarity, longest == 0 ? 1 : 1 - <f64>edits / <f64>longest);
    }
    unmark(scratch, list, length);
    store<f64>(row + (ASKED << 3), 1);
    store<f64>(row + (ANSWERED << 3), load<i32>(answered + ((<usize>p) << 2)));
    store<f64>(row + (ACCURACY << 3), least == 0 ? 1 : 0);
    store<f64>(row + (EDIT_DISTANCE << 3), least);
    store<f64>(row + (SIMILAR_STEPS << 3), most);
    store<f64>(row + (SIMILARITY << 3), similarity);
    store<f64>(row + (BLEU << 3), bleu(list, length, goldStarts, goldSteps, first, end, scratch + (STEPS << 3)));
  }
}
