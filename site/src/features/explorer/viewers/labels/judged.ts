import type { LabelsPanel } from "@stepladder/wasm/host/panels.ts";

/** Where errors begin by one's labels. */
export interface Break {
  /** The first step that is called wrong; absent where none is. */
  readonly first?: number;
  /** How many of the steps after it are called wrong too. */
  readonly after: number;
}

/** Where errors begin by gold, or by the prediction. */
export function breakOf({ steps, wrong = [] }: LabelsPanel, whose: "gold" | "predicted"): Break {
  const calls = steps.flatMap((step, at) => (wrong.includes(step[whose] ?? "") && step[whose] !== undefined ? [at] : []));
  const [first] = calls;
  return first === undefined ? { after: 0 } : { first, after: calls.length - 1 };
}

/** How often two of those who label a panel's steps say the same: gold, the prediction and each judge, pair by pair. Nothing without judges. */
export function agreements({ steps, judges = [] }: LabelsPanel): { a: string; b: string; same: number; of: number }[] {
  if (judges.length === 0) return [];
  const all = [
    { name: "gold", labels: steps.map(({ gold }) => gold) },
    { name: "the prediction", labels: steps.map(({ predicted }) => predicted) },
    ...judges,
  ];
  return all.flatMap((one, i) =>
    all.slice(i + 1).flatMap((other) => {
      const both = steps.flatMap((_, at) => {
        const [x, y] = [one.labels[at], other.labels[at]];
        return x === undefined || y === undefined ? [] : [x === y];
      });
      return both.length === 0 ? [] : [{ a: one.name, b: other.name, same: both.filter(Boolean).length, of: both.length }];
    }),
  );
}
