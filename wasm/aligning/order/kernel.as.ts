import { NONE } from "./abi";

/**
 * The cheapest way to say of every sentence which step it tells of, if any, over all orders of steps (Viterbi's algorithm over the step that
 * came last, and whether its telling still goes on), and what the cheapest way through each single claim costs. Returns the least cost.
 * Layout in abi.ts. Of equal ways the path takes the one whose last sentences tell of none, or go on, or come from the earlier step.
 *
 * A row of `forward` is a sentence: K + 1 sums of ways in which it tells of none, by the step that came last (0 for none yet), then K of ways
 * in which it tells of step 0, 1, .. K - 1.
 */
export function alignSteps(
  steps: i32,
  sentences: i32,
  costs: usize,
  drops: usize,
  moves: usize,
  scratch: usize,
  path: usize,
  through: usize,
): f64 {
  const row = (<usize>(2 * steps + 1)) << 3;
  const forward = scratch + ((<usize>(4 * (steps + 1))) << 3);
  for (let m = 0; m < sentences; m++) {
    const before: usize = m == 0 ? 0 : forward + <usize>(m - 1) * row;
    reachAll(steps, before, scratch);
    step(
      steps,
      before,
      scratch,
      costs + ((<usize>(m * steps)) << 3),
      load<f64>(drops + ((<usize>m) << 3)),
      moves,
      forward + <usize>m * row,
    );
  }
  reachAll(steps, sentences == 0 ? 0 : forward + <usize>(sentences - 1) * row, scratch);
  const width = (<usize>(steps + 1)) << 3;
  let best: f64 = Infinity;
  let last = 0;
  for (let a = 0; a <= steps; a++) {
    const cost = load<f64>(scratch + ((<usize>a) << 3)) + load<f64>(moves + <usize>a * width + ((<usize>steps) << 3));
    if (cost < best) {
      best = cost;
      last = a;
    }
  }
  trace(steps, sentences, forward, moves, costs, last, path);
  complete(steps, sentences, costs, drops, moves, scratch, forward, through);
  return best;
}

/** The least cost after a sentence for each step that came last, its telling ended or not; before the first sentence where `before` is 0. */
function reachAll(steps: i32, before: usize, reach: usize): void {
  for (let a = 0; a <= steps; a++) {
    let cost: f64 = a == 0 ? 0 : Infinity;
    if (before != 0) {
      cost = load<f64>(before + ((<usize>a) << 3));
      if (a > 0) cost = min(cost, load<f64>(before + ((<usize>(steps + a)) << 3)));
    }
    store<f64>(reach + ((<usize>a) << 3), cost);
  }
}

/** One more sentence: the row `next` from the row `before` and what it reaches. */
function step(steps: i32, before: usize, reach: usize, costs: usize, drop: f64, moves: usize, next: usize): void {
  const on = next + ((<usize>(steps + 1)) << 3);
  const width = (<usize>(steps + 1)) << 3;
  for (let b: usize = 0; b < (<usize>steps) << 3; b += 8) store<f64>(on + b, before == 0 ? Infinity : load<f64>(before + width + b));
  for (let a = 0; a <= steps; a++) {
    const cost = load<f64>(reach + ((<usize>a) << 3));
    store<f64>(next + ((<usize>a) << 3), cost + drop);
    if (cost == Infinity) continue;
    arrive(steps, cost, moves + <usize>a * width, on);
  }
  for (let b: usize = 0; b < (<usize>steps) << 3; b += 8) store<f64>(on + b, load<f64>(on + b) + load<f64>(costs + b));
}

/** Lowers what it costs to come to each step to what it costs from one place. */
function arrive(steps: i32, cost: f64, moves: usize, on: usize): void {
  const from = f64x2.splat(cost);
  let b: usize = 0;
  for (; b + 16 <= (<usize>steps) << 3; b += 16) v128.store(on + b, f64x2.pmin(v128.load(on + b), f64x2.add(from, v128.load(moves + b))));
  if (b < (<usize>steps) << 3) store<f64>(on + b, min(load<f64>(on + b), cost + load<f64>(moves + b)));
}

/** Writes the path backwards from the step that came last. */
function trace(steps: i32, sentences: i32, forward: usize, moves: usize, costs: usize, last: i32, path: usize): void {
  const row = (<usize>(2 * steps + 1)) << 3;
  const width = (<usize>(steps + 1)) << 3;
  // Whether the telling of `last` is known to go on in the sentence at hand.
  let goesOn = false;
  for (let m = sentences - 1; m >= 0; m--) {
    const at = forward + <usize>m * row;
    const off = load<f64>(at + ((<usize>last) << 3));
    const on = last == 0 ? Infinity : load<f64>(at + ((<usize>(steps + last)) << 3));
    if (!goesOn && off <= on) {
      store<i32>(path + ((<usize>m) << 2), NONE);
      continue;
    }
    const own = last - 1;
    store<i32>(path + ((<usize>m) << 2), own);
    const before = at - row;
    const sum = on;
    const cost = load<f64>(costs + ((<usize>(m * steps + own)) << 3));
    goesOn = m > 0 && load<f64>(before + width + ((<usize>own) << 3)) + cost == sum;
    if (goesOn) continue;
    for (let a = 0; a <= steps; a++) {
      let reach: f64 = m == 0 && a == 0 ? 0 : Infinity;
      if (m > 0) {
        reach = load<f64>(before + ((<usize>a) << 3));
        if (a > 0) reach = min(reach, load<f64>(before + ((<usize>(steps + a)) << 3)));
      }
      if (reach + load<f64>(moves + <usize>a * width + ((<usize>own) << 3)) + cost == sum) {
        last = a;
        break;
      }
    }
  }
}

/** Goes backwards over the sentences, and writes the least cost of everything through each claim. */
function complete(
  steps: i32,
  sentences: i32,
  costs: usize,
  drops: usize,
  moves: usize,
  scratch: usize,
  forward: usize,
  through: usize,
): void {
  const row = (<usize>(2 * steps + 1)) << 3;
  const width = (<usize>(steps + 1)) << 3;
  // What comes after the sentence at hand costs, by the step that came last: with its telling ended, and going on.
  const off = scratch;
  const on = off + width;
  const entry = on + width;
  for (let a = 0; a <= steps; a++) {
    const cost = load<f64>(moves + <usize>a * width + ((<usize>steps) << 3));
    store<f64>(off + ((<usize>a) << 3), cost);
    store<f64>(on + ((<usize>a) << 3), cost);
  }
  for (let m = sentences - 1; m >= 0; m--) {
    const at = forward + <usize>m * row;
    const told = through + <usize>m * width;
    let none: f64 = load<f64>(at) + load<f64>(off);
    for (let a: usize = 8; a <= (<usize>steps) << 3; a += 8) {
      none = min(none, load<f64>(at + a) + load<f64>(off + a));
      store<f64>(told + a - 8, load<f64>(at + width + a - 8) + load<f64>(on + a));
    }
    store<f64>(told + ((<usize>steps) << 3), none);
    const cost = costs + ((<usize>(m * steps)) << 3);
    for (let b: usize = 0; b < (<usize>steps) << 3; b += 8) store<f64>(entry + b, load<f64>(cost + b) + load<f64>(on + 8 + b));
    const drop = load<f64>(drops + ((<usize>m) << 3));
    for (let a = 0; a <= steps; a++) {
      const place = (<usize>a) << 3;
      const ended = min(drop + load<f64>(off + place), leave(steps, moves + <usize>a * width, entry));
      store<f64>(off + place, ended);
      store<f64>(on + place, a == 0 ? ended : min(ended, load<f64>(entry + place - 8)));
    }
  }
}

/** The least that it costs to go from one place to any step. */
function leave(steps: i32, moves: usize, entry: usize): f64 {
  let b: usize = 0;
  let two = f64x2.splat(Infinity);
  for (; b + 16 <= (<usize>steps) << 3; b += 16) two = f64x2.pmin(two, f64x2.add(v128.load(moves + b), v128.load(entry + b)));
  let best = min(f64x2.extract_lane(two, 0), f64x2.extract_lane(two, 1));
  if (b < (<usize>steps) << 3) best = min(best, load<f64>(moves + b) + load<f64>(entry + b));
  return best;
}
