/**
 * The second of each step, steps in order and one second each, that makes the sum of scores highest: what `secondsOf` has the kernel find,
 * for pages that look at one video and have no kernel at hand. Of equal ways the same one is taken. None where seconds are fewer than steps.
 */
export function pointsInOrder(scores: readonly (readonly number[])[]): number[] {
  const steps = scores[0]?.length ?? 0;
  // Places 0, 1, ... 2 * steps: before the first step, in it, after it, and so on.
  const places = 2 * steps + 1;
  const came = new Uint8Array(scores.length * places);
  let costs = Float64Array.from({ length: places }, (_, place) => (place === 0 ? 0 : Number.POSITIVE_INFINITY));
  for (const [second, row] of scores.entries()) {
    const next = new Float64Array(places);
    for (let place = 0; place < places; place++) {
      const inStep = place % 2 === 1;
      let back = inStep ? 1 : 0;
      for (let way = back + 1; way <= (inStep ? 2 : 1) && way <= place; way++) {
        if ((costs[place - way] as number) < (costs[place - back] as number)) back = way;
      }
      came[second * places + place] = back;
      next[place] = (costs[place - back] as number) - (inStep ? Math.fround(row[(place - 1) / 2] as number) : 0);
    }
    costs = next;
  }
  let place = (costs[places - 1] as number) < (costs[places - 2] as number) ? places - 1 : places - 2;
  const points: number[] = [];
  if (costs[place] === Number.POSITIVE_INFINITY) return points;
  for (let second = scores.length - 1; second >= 0; second--) {
    if (place % 2 === 1) points.unshift(second);
    place -= came[second * places + place] as number;
  }
  return points;
}
