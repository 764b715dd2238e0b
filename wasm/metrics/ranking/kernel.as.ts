import { ACCURACY, ANSWERED, ASKED, F1, NDCG, PRECISION, RECALL, RECIPROCAL_RANK, ROW, UNRANKED } from "./abi";

/** The deepest cutoff: places below it are kept as bits. */
const DEEPEST: i32 = 5;

/** 1 / log2(place + 2), rounded once; so that no logarithm is needed here. */
function discount(place: i32): f64 {
  if (place == 0) return 1;
  if (place == 1) return 0.6309297535714575;
  if (place == 2) return 0.5;
  if (place == 3) return 0.43067655807339306;
  return 0.38685280723454163;
}

/** Discounted gain of the hits among the first `k` places. */
function gain(hits: u32, k: i32): f64 {
  let sum: f64 = 0;
  for (let place = 0; place < k; place++) if ((hits >> place) & 1) sum += discount(place);
  return sum;
}

/** Where a candidate first stands in a list of `n`. */
function placeInList(candidate: i32, list: usize, n: i32): i32 {
  for (let i = 0; i < n; i++) if (load<i32>(list + ((<usize>i) << 2)) == candidate) return i;
  return UNRANKED;
}

function lanes(counts: v128): i32 {
  return i32x4.extract_lane(counts, 0) + i32x4.extract_lane(counts, 1) + i32x4.extract_lane(counts, 2) + i32x4.extract_lane(counts, 3);
}

/**
 * Place of a candidate by its score: of equal scores the candidate with the lower number comes first. `near` are the scores as f32,
 * which keeps their order but for those that it makes equal: half the bytes decide nearly always.
 */
function placeByScore(candidate: i32, near: usize, exact: usize, n: i32): i32 {
  if (candidate >= n) return UNRANKED;
  const own = load<f32>(near + ((<usize>candidate) << 2));
  const limit = f32x4.splat(own);
  let above = i32x4.splat(0);
  let equal = i32x4.splat(0);
  let above2 = above;
  let equal2 = equal;
  let at = near;
  const end = near + ((<usize>n) << 2);
  // A comparison gives -1 where it holds.
  for (const last = end - 31; at < last; at += 32) {
    const scores = v128.load(at);
    const scores2 = v128.load(at, 16);
    above = i32x4.sub(above, f32x4.gt(scores, limit));
    equal = i32x4.sub(equal, f32x4.eq(scores, limit));
    above2 = i32x4.sub(above2, f32x4.gt(scores2, limit));
    equal2 = i32x4.sub(equal2, f32x4.eq(scores2, limit));
  }
  let place = lanes(i32x4.add(above, above2));
  let same = lanes(i32x4.add(equal, equal2));
  for (; at < end; at += 4) {
    place += i32(load<f32>(at) > own);
    same += i32(load<f32>(at) == own);
  }
  return same == 1 ? place : placeExactly(candidate, exact, n);
}

function placeExactly(candidate: i32, scores: usize, n: i32): i32 {
  const own = load<f64>(scores + ((<usize>candidate) << 3));
  let place = 0;
  for (let i = 0; i < candidate; i++) place += i32(load<f64>(scores + ((<usize>i) << 3)) >= own);
  for (let i = candidate + 1; i < n; i++) place += i32(load<f64>(scores + ((<usize>i) << 3)) > own);
  return place;
}

/** Figures at a cutoff, the `c`-th of 1, 3 and 5. */
function writeCutoff(row: usize, c: i32, k: i32, hits: u32, relevant: i32): void {
  const at = row + ((<usize>c) << 3);
  const found: f64 = popcnt(hits & ((1 << k) - 1));
  const recall = found / <f64>relevant;
  const precision = found / <f64>k;
  store<f64>(at + (ACCURACY << 3), found > 0 ? 1 : 0);
  store<f64>(at + (RECALL << 3), recall);
  store<f64>(at + (PRECISION << 3), precision);
  store<f64>(at + (F1 << 3), found > 0 ? (2 * precision * recall) / (precision + recall) : 0);
  store<f64>(at + (NDCG << 3), gain(hits, k) / gain(<u32>-1, min(k, relevant)));
}

/** Measures `count` rankings against their gold items (layout in abi.ts) and writes one row each to `rows`. */
export function rankingMeasure(
  count: i32,
  goldItems: usize,
  goldCandidates: usize,
  items: usize,
  answered: usize,
  listStarts: usize,
  lists: usize,
  scoreStarts: usize,
  nearScores: usize,
  scores: usize,
  scratch: usize,
  rows: usize,
): void {
  for (let p = 0; p < count; p++) {
    const row = rows + ((<usize>p * ROW) << 3);
    memory.fill(row, 0, ROW << 3);
    const item = goldItems + ((<usize>load<i32>(items + ((<usize>p) << 2))) << 2);
    const first = load<i32>(item);
    const relevant = load<i32>(item, 4) - first;
    if (relevant == 0) continue;
    const list = load<i32>(listStarts + ((<usize>p) << 2));
    const listed = load<i32>(listStarts + ((<usize>p) << 2), 4) - list;
    const score = load<i32>(scoreStarts + ((<usize>p) << 2));
    const scored = load<i32>(scoreStarts + ((<usize>p) << 2), 4) - score;
    let best = UNRANKED;
    let hits: u32 = 0;
    for (let g = first; g < first + relevant; g++) {
      const candidate = load<i32>(goldCandidates + ((<usize>g) << 2));
      const place =
        scored > 0
          ? placeByScore(candidate, nearScores + ((<usize>score) << 2), scores + ((<usize>score) << 3), scored)
          : placeInList(candidate, lists + ((<usize>list) << 2), listed);
      best = min(best, place);
      if (place < DEEPEST) hits |= 1 << place;
    }
    store<f64>(row + (ASKED << 3), 1);
    store<f64>(row + (ANSWERED << 3), load<i32>(answered + ((<usize>p) << 2)));
    store<f64>(row + (RECIPROCAL_RANK << 3), best == UNRANKED ? 0 : 1 / <f64>(best + 1));
    writeCutoff(row, 0, 1, hits, relevant);
    writeCutoff(row, 1, 3, hits, relevant);
    writeCutoff(row, 2, 5, hits, relevant);
  }
}
