import type { Figures } from "@stepladder/schema";

/** How many items stand behind scores: the most that any of them asks about; `undefined` where none tells. */
export function itemsAsked(scores: Figures): number | undefined {
  const counts = Object.values(scores).flatMap(({ scored, unscored }) => (scored === undefined ? [] : [scored + (unscored ?? 0)]));
  return counts.length === 0 ? undefined : counts.reduce((a, b) => Math.max(a, b));
}
