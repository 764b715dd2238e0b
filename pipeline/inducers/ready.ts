import type { Path } from "./task.ts";

/** A path as places: where it does each step, counted from 0; -1 where it does not. */
export function placesOf(path: Path, steps: number): Int32Array {
  const places = new Int32Array(steps).fill(-1);
  for (const [place, step] of path.entries()) places[step] = place;
  return places;
}

/** From which place on a step could be done, where it needs these others: the one behind the last of them that the path does. */
export function readyAt(needs: readonly number[], places: Int32Array): number {
  let ready = 0;
  for (const need of needs) ready = Math.max(ready, (places[need] as number) + 1);
  return ready;
}
