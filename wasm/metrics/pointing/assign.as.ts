/** Lower than no sum: where no way leads. */
const NOWHERE: f64 = Infinity;

/**
 * The cheapest way through T frames in which K steps come in order, with frames of no step (`background` each) before, between and
 * after them; a step has one frame, or one or more where `exactlyOne` is 0 (layout in abi.ts). Sums are added up from the first
 * frame on, and of equal ones that of staying comes first, then that through the background, as in CrossTask's dp.pyx.
 *
 * Two sums are kept for each number of steps done, from 0 to K: in the background, and in the frame of the last of them. What
 * leads on is the lesser one, so that a frame decides one bit for each: `scratch` holds a word of them for each frame (the frame
 * before ended in the step), and behind all of these another (the step goes on).
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
  const ended = scratch;
  const goesOn = scratch + ((<usize>frames) << 3);
  const idle = scratch + ((<usize>frames) << 4);
  const shown = idle + ((<usize>steps + 3) << 3);
  for (let k: usize = 0; k < <usize>steps + 3; k++) {
    store<f64>(idle + (k << 3), NOWHERE);
    store<f64>(shown + (k << 3), NOWHERE);
  }
  store<f64>(idle, 0);
  if (exactlyOne) sumOnce(frames, steps, costs, background, ended, idle, shown);
  else sumLonger(frames, steps, costs, background, ended, goesOn, idle, shown);
  const last = (<usize>steps) << 3;
  const inStep = !(load<f64>(idle + last) < load<f64>(shown + last));
  trace(frames, steps, inStep, exactlyOne, ended, goesOn, assigned);
}

/** A step has one frame. Two numbers of steps at a time, from the last on: what stands at k + 1 was read before k writes it. */
function sumOnce(frames: i32, steps: i32, costs: usize, background: f64, ended: usize, idle: usize, shown: usize): void {
  const idling = f64x2.splat(background);
  // The pair that begins with the highest even number up to K.
  const top = (<usize>(steps & ~1)) << 3;
  for (let t = 0; t < frames; t++) {
    const row = costs + ((<usize>t * <usize>steps) << 2);
    let bits: u64 = 0;
    for (let k = <isize>top; k >= 0; k -= 16) {
      const idleAt = idle + <usize>k;
      const shownAt = shown + <usize>k;
      const background2 = v128.load(idleAt);
      const step2 = v128.load(shownAt);
      bits = (bits << 2) | <u64>i64x2.bitmask(f64x2.lt(step2, background2));
      const least = f64x2.pmin(background2, step2);
      v128.store(idleAt, f64x2.add(least, idling));
      const cost = f64x2.promote_low_f32x4(v128.load64_zero(row + (<usize>k >> 1)));
      v128.store(shownAt, f64x2.add(least, cost), 8);
    }
    store<u64>(ended + ((<usize>t) << 3), bits);
  }
}

/** A step has one frame or more. */
function sumLonger(frames: i32, steps: i32, costs: usize, background: f64, ended: usize, goesOn: usize, idle: usize, shown: usize): void {
  for (let t = 0; t < frames; t++) {
    const row = costs + ((<usize>t * <usize>steps) << 2);
    let bits: u64 = 0;
    let more: u64 = 0;
    for (let k = steps; k >= 0; k--) {
      const at = (<usize>k) << 3;
      const inBackground = load<f64>(idle + at);
      const inStep = load<f64>(shown + at);
      const comes = inStep < inBackground;
      bits = (bits << 1) | u64(comes);
      const least = comes ? inStep : inBackground;
      store<f64>(idle + at, least + background);
      if (k == steps) continue;
      const next = load<f64>(shown + at, 8);
      const stays = !(least < next);
      more = (more << 1) | u64(stays);
      store<f64>(shown + at, (stays ? next : least) + <f64>load<f32>(row + ((<usize>k) << 2)), 8);
    }
    store<u64>(ended + ((<usize>t) << 3), bits);
    store<u64>(goesOn + ((<usize>t) << 3), more << 1);
  }
}

/** Follows what was decided from the last frame to the first. */
function trace(frames: i32, steps: i32, inStep: bool, exactlyOne: i32, ended: usize, goesOn: usize, assigned: usize): void {
  let k = steps;
  let shows = inStep;
  for (let t = frames - 1; t >= 0; t--) {
    const at = (<usize>t) << 3;
    store<i32>(assigned + ((<usize>t) << 2), shows ? k : 0);
    if (shows) {
      if (!exactlyOne && ((load<u64>(goesOn + at) >> <u64>k) & 1) != 0) continue;
      k--;
    }
    shows = ((load<u64>(ended + at) >> <u64>k) & 1) != 0;
  }
}
