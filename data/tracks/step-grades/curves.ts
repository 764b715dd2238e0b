import type { Curve } from "@stepladder/wasm/host/track.ts";
import { HIGHEST } from "@stepladder/wasm/metrics/grades/abi.ts";

/** For k = 0 to 10: of the steps of successful trajectories that are graded, the share with a grade of k at least. At 6 it is what filtering keeps. */
export const survival: Curve = {
  id: "grade-at-least",
  title: "Share of steps with a grade of k or more",
  axes: { x: "k, grade", y: "share of steps, %" },
  points({ columns, items }, _lengths, weights) {
    const sum = (statistic: string): number => {
      const column = columns[statistic] as Float64Array;
      let total = 0;
      for (let i = 0; i < items; i++) total += (weights[i] as number) * (column[i] as number);
      return total;
    };
    const steps = sum("successful-steps");
    if (steps === 0) return [];
    return Array.from({ length: HIGHEST + 1 }, (_, k) => ({ x: k, value: sum(`at-least-${k}`) / steps, items: Math.round(steps) }));
  },
};
