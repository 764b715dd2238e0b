import { ANSWERED, ASKED, DEEPEST, HITS, IOU, ONCE, OWN_HITS, OWN_IOU, ROW } from "./abi";

// Nothing here is NaN, and the machine compares faster where none has to be passed on: pmin and pmax in place of min and max.

/** The larger lane. */
function larger(both: v128): f64 {
  return f64x2.extract_lane(f64x2.pmax(both, v128.shuffle<f64>(both, both, 1, 0)), 0);
}

/** The four hits of a rule, from its greatest overlaps: of the first segment, and of any. */
function writeHits(at: usize, first: f64, any: f64): void {
  store<f64>(at, <f64>i32(first > 0.3));
  store<f64>(at, <f64>i32(first > 0.5), 8);
  store<f64>(at, <f64>i32(any > 0.3), 16);
  store<f64>(at, <f64>i32(any > 0.5), 24);
}

/**
 * Measures `count` lists of segments against the windows of their queries (layout in abi.ts) and writes one row each to `rows`. The IoU
 * of two segments is what they share over what they span together, gap included: where they share nothing, it is 0 either way.
 */
export function groundingMeasure(
  count: i32,
  goldQueries: usize,
  goldStarts: usize,
  goldEnds: usize,
  onces: usize,
  items: usize,
  answered: usize,
  lists: usize,
  segments: usize,
  scratch: usize,
  rows: usize,
): void {
  const none = f64x2.splat(0);
  for (let p = 0; p < count; p++) {
    const row = rows + ((<usize>p * ROW) << 3);
    const item = (<usize>load<i32>(items + ((<usize>p) << 2))) << 2;
    const window = load<i32>(goldQueries + item);
    const windows = load<i32>(goldQueries + item, 4);
    if (windows == window) {
      memory.fill(row, 0, ROW << 3);
      continue;
    }
    const from = goldStarts + ((<usize>window) << 3);
    const to = goldStarts + ((<usize>windows) << 3);
    const ends = goldEnds - goldStarts;
    const list = load<i32>(lists + ((<usize>p) << 2));
    const listed = min(load<i32>(lists + ((<usize>p) << 2), 4), list + DEEPEST);

    let first = none;
    let any = none;
    let ownFirst = none;
    let ownAny = none;
    for (let s = list; s < listed; s++) {
      const segment = segments + ((<usize>s) << 4);
      const start = v128.load64_splat(segment);
      const end = v128.load64_splat(segment, 8);
      let most = none;
      let own = none;
      for (let at = from; at < to; at += 16) {
        const goldStart = v128.load(at);
        const goldEnd = v128.load(at + ends);
        const shared = f64x2.pmax(none, f64x2.sub(f64x2.pmin(end, goldEnd), f64x2.pmax(start, goldStart)));
        const spanned = f64x2.sub(f64x2.pmax(end, goldEnd), f64x2.pmin(start, goldStart));
        const overlap = f64x2.div(shared, spanned);
        // Of the first pair the first window is the query's own.
        if (at == from) own = overlap;
        most = f64x2.pmax(most, overlap);
      }
      if (s == list) {
        first = most;
        ownFirst = own;
      }
      any = f64x2.pmax(any, most);
      ownAny = f64x2.pmax(ownAny, own);
    }

    store<f64>(row + (ASKED << 3), 1);
    store<f64>(row + (ANSWERED << 3), load<i32>(answered + ((<usize>p) << 2)));
    store<f64>(row + (ONCE << 3), load<i32>(onces + item));
    const iou = larger(first);
    const ownIou = f64x2.extract_lane(ownFirst, 0);
    writeHits(row + (HITS << 3), iou, larger(any));
    writeHits(row + (OWN_HITS << 3), ownIou, f64x2.extract_lane(ownAny, 0));
    store<f64>(row + (IOU << 3), iou);
    store<f64>(row + (OWN_IOU << 3), ownIou);
  }
}
