import type { Tree } from "@stepladder/wasm/credit/contract.ts";

/** A step's box by its upper left corner, in pixels. */
export interface PlacedStep {
  readonly x: number;
  readonly y: number;
}

/** A tree from left to right: a column for each depth, a row for each trajectory. */
export interface TreeLayout {
  readonly width: number;
  readonly height: number;
  readonly steps: readonly PlacedStep[];
  /** Where the question stands, before the first column. */
  readonly root: PlacedStep;
}

export const BOX = { width: 136, height: 48 } as const;
const GAP = { x: 26, y: 12 } as const;
const EDGE = 10;
/** Room for the dot of the question on the left, and for outcomes on the right. */
const ROOM = { left: 30, right: 84 } as const;

/** Lays out a tree whose steps are in the order of a walk. */
export function treeLayout({ steps }: Tree): TreeLayout {
  const depths: number[] = [];
  const spans = steps.map(() => ({ first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY }));
  const ends = new Set(steps.map((_, at) => at));
  for (const { parent } of steps) {
    depths.push(parent === undefined ? 0 : (depths[parent] as number) + 1);
    if (parent !== undefined) ends.delete(parent);
  }
  let rows = 0;
  for (const at of ends) {
    const y = EDGE + rows++ * (BOX.height + GAP.y);
    spans[at] = { first: y, last: y };
  }
  // A step stands in the middle of those that follow; behind each other in the list, so the last come first.
  const middle = (at: number): number => ((spans[at]?.first ?? 0) + (spans[at]?.last ?? 0)) / 2;
  for (let at = steps.length - 1; at >= 0; at--) {
    const parent = steps[at]?.parent;
    if (parent === undefined) continue;
    const own = spans[parent] as { first: number; last: number };
    spans[parent] = { first: Math.min(own.first, middle(at)), last: Math.max(own.last, middle(at)) };
  }
  const placed = steps.map((_, at) => ({ x: ROOM.left + (depths[at] as number) * (BOX.width + GAP.x), y: middle(at) }));
  const roots = placed.filter((_, at) => steps[at]?.parent === undefined);
  const deepest = Math.max(...placed.map(({ x }) => x));
  return {
    width: deepest + BOX.width + ROOM.right,
    height: 2 * EDGE + rows * (BOX.height + GAP.y) - GAP.y,
    steps: placed,
    root: { x: EDGE, y: ((roots[0]?.y ?? 0) + (roots.at(-1)?.y ?? 0)) / 2 },
  };
}
