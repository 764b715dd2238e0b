import { SUMS_BYTES } from "./abi";

/** The sum of a place to which no way leads. */
const NOWHERE: f64 = Infinity;

/**
 * The cheapest way through T frames in which K steps come in order, with frames of no step (`background` each) before, between and
 * after them; a step has one frame, or one or more where `exactlyOne` is 0 (layout in abi.ts). Sums are added up from the first
 * frame on, and of equal ones that of staying comes first, then that through the background, as in CrossTask's dp.pyx.
 */
export function pointingAssign(
  frames: i32,
  steps: i32,
  costs: usize,
  exactlyOne: i32,
  background: f64,
  scratch: usize,
  assigned: usize,
): void {
  const sums = scratch + ((<usize>frames) << 4);
  for (let k = 0; k < SUMS_BYTES; k += 8) store<f64>(sums + <usize>k, NOWHERE);
  if (exactlyOne) {
    sumOnce(frames, steps, costs, background, scratch, sums);
    traceOnce(frames, steps, scratch, assigned);
  } else sumLonger(frames, steps, costs, background, scratch, sums, assigned);
}

/**
 * A step has one frame. For each number of steps done, from 0 to K, one sum is kept: whether a frame shows the last of them, or comes
 * behind it, is decided when the frame is added, and is a bit of its word. Two numbers at a time, from the last on; the sum of one
 * step less, which each frame that shows a step adds to, stands before them.
 */
function sumOnce(frames: i32, steps: i32, costs: usize, background: f64, words: usize, sums: usize): void {
  const idle = f64x2.splat(background);
  // None of the steps: nothing leads there but the frames before the first.
  const none = sums + 16;
  store<f64>(none, 0);
  const width = (<usize>(steps & ~1)) << 2;
  const top = none + (width << 1);
  // Costs begin with that of step 1, sums with that of none.
  let row = costs - 4;
  for (let t = 0; t < frames - 1; t++, row += (<usize>steps) << 2) {
    let bits: u64 = 0;
    let own = v128.load(top);
    for (let at = top, cost = row + width; at >= none; at -= 16, cost -= 8) {
      const less = v128.load(at - 16);
      const shown = f64x2.add(v128.shuffle<f64>(less, own, 1, 2), f64x2.promote_low_f32x4(v128.load64_zero(cost)));
      const behind = f64x2.add(own, idle);
      bits = (bits << 2) | <u64>i64x2.bitmask(f64x2.lt(shown, behind));
      v128.store(at, f64x2.pmin(behind, shown));
      own = less;
    }
    store<u64>(words + ((<usize>t) << 3), bits);
  }
  // At the end, of equal ways that which shows the last step comes first.
  const last = none + ((<usize>steps) << 3);
  const behind = load<f64>(last) + background;
  const shown = load<f64>(last - 8) + <f64>load<f32>(row + ((<usize>steps) << 2));
  store<u64>(words + ((<usize>(frames - 1)) << 3), u64(!(behind < shown)) << (<u64>steps));
}

/** Follows what was decided from the last frame to the first. */
function traceOnce(frames: i32, steps: i32, words: usize, assigned: usize): void {
  let k = steps;
  for (let t = frames - 1; t >= 0; t--) {
    const shows = <i32>((load<u64>(words + ((<usize>t) << 3)) >> <u64>k) & 1);
    store<i32>(assigned + ((<usize>t) << 2), shows * k);
    k -= shows;
  }
}

/**
 * A step has one frame or more. Two sums are kept for each number of steps done: behind the last of them, and in it. What leads on is
 * the lesser one: a bit tells that it was the step that ended, another that the step goes on.
 */
function sumLonger(frames: i32, steps: i32, costs: usize, background: f64, words: usize, sums: usize, assigned: usize): void {
  const goesOn = words + ((<usize>frames) << 3);
  const inStep = sums + (SUMS_BYTES >> 1);
  const last = (<usize>steps) << 3;
  store<f64>(sums, 0);
  for (let t = 0; t < frames; t++) {
    const row = costs + ((<usize>t * <usize>steps) << 2);
    let ends: u64 = 0;
    let more: u64 = 0;
    for (let k = steps; k >= 0; k--) {
      const at = (<usize>k) << 3;
      const behind = load<f64>(sums + at);
      const within = load<f64>(inStep + at);
      const isStep = within < behind;
      ends = (ends << 1) | u64(isStep);
      const least = isStep ? within : behind;
      store<f64>(sums + at, least + background);
      if (k == steps) continue;
      const next = load<f64>(inStep + at, 8);
      const stays = !(least < next);
      more = (more << 1) | u64(stays);
      store<f64>(inStep + at, (stays ? next : least) + <f64>load<f32>(row + ((<usize>k) << 2)), 8);
    }
    store<u64>(words + ((<usize>t) << 3), ends);
    store<u64>(goesOn + ((<usize>t) << 3), more << 1);
  }
  traceLonger(frames, steps, !(load<f64>(sums + last) < load<f64>(inStep + last)), words, goesOn, assigned);
}

/** The same where a step may go on; `shows`: whether the last frame shows the last step. */
function traceLonger(frames: i32, steps: i32, shows: bool, ended: usize, goesOn: usize, assigned: usize): void {
  let k = steps;
  for (let t = frames - 1; t >= 0; t--) {
    const at = (<usize>t) << 3;
    store<i32>(assigned + ((<usize>t) << 2), shows ? k : 0);
    if (shows) {
      if (((load<u64>(goesOn + at) >> <u64>k) & 1) != 0) continue;
      k--;
    }
    shows = ((load<u64>(ended + at) >> <u64>k) & 1) != 0;
  }
}
