import { EQUAL, MATCH_FROM, NONE, TWIN_FROM } from "./abi";

/** Where the i-th word of a column stands. */
function word(column: usize, i: i32): usize {
  return column + ((<usize>i) << 2);
}

function at(column: usize, i: i32): i32 {
  return load<i32>(word(column, i));
}

/** Sorts n numbers. A step has few words, and most of them in no order: insertion is as fast as anything. */
function sort<T>(keys: usize, n: i32): void {
  const size = sizeof<T>();
  for (let i = 1; i < n; i++) {
    const key = load<T>(keys + <usize>i * size);
    let place = keys + <usize>i * size;
    while (place > keys && load<T>(place - size) > key) {
      store<T>(place, load<T>(place - size));
      place -= size;
    }
    store<T>(place, key);
  }
}

/** How many numbers two sorted lists have in common, each as often as both have it. */
function common<T>(a: usize, m: i32, b: usize, n: i32): i32 {
  const size = sizeof<T>();
  const aEnd = a + <usize>m * size;
  const bEnd = b + <usize>n * size;
  let count = 0;
  while (a < aEnd && b < bEnd) {
    const x = load<T>(a);
    const y = load<T>(b);
    count += i32(x == y);
    a += x <= y ? size : 0;
    b += y <= x ? size : 0;
  }
  return count;
}

/** F1 of what two lists have in common, which is Dice's coefficient of them. */
function f1(shared: i32, m: i32, n: i32): f64 {
  return m + n == 0 ? 0 : <f64>(2 * shared) / <f64>(m + n);
}

function equal(a: usize, m: i32, b: usize, n: i32): bool {
  return m == n && m > 0 && memory.compare(a, b, (<usize>m) << 2) == 0;
}

/** Copies `lists` lists of words, from list `first` on, and sorts each. */
function sortedCopy(starts: usize, words: usize, first: i32, lists: i32, into: usize): void {
  const from = at(starts, first);
  memory.copy(into, word(words, from), (<usize>(at(starts, first + lists) - from)) << 2);
  for (let list = first; list < first + lists; list++) {
    const start = at(starts, list);
    sort<i32>(word(into, start - from), at(starts, list + 1) - start);
  }
}

/**
 * Pairs off the `wanted` steps of a group with steps: by falling score, of equal ones the earlier wanted step, then the earlier step.
 * `scores` has a row of f64 for each wanted step; `taken` a byte for each step. What finds no partner gets NONE and its best score.
 */
function pairOff(wanted: i32, steps: i32, scores: usize, taken: usize, matched: usize, best: usize): void {
  memory.fill(taken, 0, <usize>steps);
  for (let w = 0; w < wanted; w++) {
    store<i32>(word(matched, w), NONE);
    let highest: f64 = 0;
    for (let s = 0; s < steps; s++) highest = max(highest, load<f64>(scores + ((<usize>(w * steps + s)) << 3)));
    store<f64>(best + ((<usize>w) << 3), highest);
  }
  for (;;) {
    let top: f64 = 0;
    let row = 0;
    let column = 0;
    for (let w = 0; w < wanted; w++) {
      if (at(matched, w) != NONE) continue;
      for (let s = 0; s < steps; s++) {
        const score = load<f64>(scores + ((<usize>(w * steps + s)) << 3));
        if (score <= top || load<u8>(taken + <usize>s) != 0) continue;
        top = score;
        row = w;
        column = s;
      }
    }
    if (top < MATCH_FROM) return;
    store<i32>(word(matched, row), column);
    store<f64>(best + ((<usize>row) << 3), top);
    store<u8>(taken + <usize>column, 1);
  }
}

/**
 * Matches the steps that constraints name to the steps of each procedure, group by group (layout in abi.ts): for each procedure and
 * wanted step the place of its step in the procedure, or NONE, and their score. `sortedWanted` has room for all words of wanted steps;
 * `scratch` for the words and bytes of the steps of any procedure and an f64 for each of them and each step of any group.
 */
export function checksMatch(
  procedures: i32,
  lists: usize,
  stepStarts: usize,
  stepWords: usize,
  groupCount: i32,
  groups: usize,
  wantedStarts: usize,
  wantedWords: usize,
  sortedWanted: usize,
  mostSteps: i32,
  mostWords: i32,
  scratch: usize,
  matched: usize,
  scores: usize,
): void {
  const wanted = at(groups, groupCount);
  sortedCopy(wantedStarts, wantedWords, 0, wanted, sortedWanted);
  const taken = scratch;
  const sorted = taken + ((<usize>mostSteps + 15) & ~15);
  const table = sorted + ((((<usize>mostWords) << 2) + 15) & ~15);
  for (let p = 0; p < procedures; p++) {
    const first = at(lists, p);
    const steps = at(lists, p + 1) - first;
    const origin = at(stepStarts, first);
    sortedCopy(stepStarts, stepWords, first, steps, sorted);
    for (let g = 0; g < groupCount; g++) {
      const from = at(groups, g);
      const size = at(groups, g + 1) - from;
      let cell = table;
      for (let w = from; w < from + size; w++) {
        const start = at(wantedStarts, w);
        const m = at(wantedStarts, w + 1) - start;
        for (let s = first; s < first + steps; s++) {
          const own = at(stepStarts, s);
          const n = at(stepStarts, s + 1) - own;
          const same = equal(word(wantedWords, start), m, word(stepWords, own), n);
          store<f64>(cell, same ? <f64>EQUAL : f1(common<i32>(word(sortedWanted, start), m, word(sorted, own - origin), n), m, n));
          cell += 8;
        }
      }
      const row = p * wanted + from;
      pairOff(size, steps, table, taken, word(matched, row), scores + ((<usize>row) << 3));
    }
  }
}

/** A word and the one that follows it as one number; before the first and behind the last word stands word 0. */
function pair(before: i32, after: i32): u64 {
  return ((<u64>(before + 1)) << 32) | <u64>(after + 1);
}

/**
 * Finds, for each step, the first step before it in its procedure that it nearly repeats, counted from 0, or NONE, and what share of
 * their word pairs, the edges of both included, they have in common. `scratch` has room for a u64 for each word and step of any procedure.
 */
export function checksRepeats(
  procedures: i32,
  lists: usize,
  stepStarts: usize,
  stepWords: usize,
  scratch: usize,
  twins: usize,
  scores: usize,
): void {
  for (let p = 0; p < procedures; p++) {
    const first = at(lists, p);
    const end = at(lists, p + 1);
    const origin = at(stepStarts, first);
    for (let s = first; s < end; s++) {
      const start = at(stepStarts, s);
      const n = at(stepStarts, s + 1) - start;
      // Each step has a pair more than it has words.
      const pairs = scratch + ((<usize>(start - origin + s - first)) << 3);
      for (let i = 0; i <= n; i++) {
        store<u64>(pairs + ((<usize>i) << 3), pair(i == 0 ? NONE : at(stepWords, start + i - 1), i == n ? NONE : at(stepWords, start + i)));
      }
      sort<u64>(pairs, n + 1);
      store<i32>(word(twins, s), NONE);
      store<f64>(scores + ((<usize>s) << 3), 0);
      if (n == 0) continue;
      for (let before = first; before < s; before++) {
        const other = at(stepStarts, before);
        const m = at(stepStarts, before + 1) - other;
        if (f1(min(m, n) + 1, m + 1, n + 1) < TWIN_FROM) continue;
        const own = scratch + ((<usize>(other - origin + before - first)) << 3);
        const score = f1(common<u64>(own, m + 1, pairs, n + 1), m + 1, n + 1);
        if (score < TWIN_FROM) continue;
        store<i32>(word(twins, s), before - first);
        store<f64>(scores + ((<usize>s) << 3), score);
        break;
      }
    }
  }
}

/**
 * Finds, for each procedure and each arc between wanted steps, whether both were matched and the second does not come after the first:
 * a byte each. `matched` is what checksMatch wrote.
 */
export function checksOrder(procedures: i32, wanted: i32, matched: usize, arcCount: i32, arcs: usize, violated: usize): void {
  for (let p = 0; p < procedures; p++) {
    const places = word(matched, p * wanted);
    for (let a = 0; a < arcCount; a++) {
      const before = at(places, at(arcs, 2 * a));
      const after = at(places, at(arcs, 2 * a + 1));
      store<u8>(violated++, u8(before != NONE && after != NONE && after <= before));
    }
  }
}
