import type { RankingPanel } from "@stepladder/wasm/host/panels.ts";
import type { Steps } from "../contract.ts";

/** The last place that any metric looks at. */
export function lastCut({ cuts }: RankingPanel): number {
  return Math.max(0, ...cuts);
}

/** The cut that counts before somebody chooses another: that of the metric that ranks the track. */
export function firstCut(panel: RankingPanel): number {
  return panel.cut ?? lastCut(panel);
}

/** Whether a candidate is on the wrong side of a cut: a wrong one above it, or a right one that is not. */
export function isWrongAt({ candidates }: RankingPanel, at: number, cut: number): boolean {
  const candidate = candidates[at];
  return candidate !== undefined && candidate.gold !== (candidate.ranked && at < cut);
}

/** Each candidate is a step; one is wrong on the wrong side of the cut that counts. Without a prediction none is ranked, and none wrong. */
export function rankingSteps(panel: RankingPanel): Steps {
  const { candidates } = panel;
  const cut = firstCut(panel);
  const isPredicted = candidates.some(({ ranked }) => ranked);
  return { count: candidates.length, errors: isPredicted ? [...candidates.keys()].filter((at) => isWrongAt(panel, at, cut)) : [] };
}
