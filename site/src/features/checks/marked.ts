import type { CheckResult } from "@stepladder/wasm/metrics/checks/run.ts";

/** A stretch of a step's text, and whether a failed check points to it. */
export interface Stretch {
  readonly text: string;
  readonly marked: boolean;
}

/** The stretches of a step, and the failed checks, by place from 0, that point into it. */
export function markedStep(
  text: string,
  step: number,
  results: readonly CheckResult[],
): { readonly stretches: Stretch[]; readonly by: number[] } {
  const spans = results.flatMap(({ passed, spans: own }, check) =>
    passed ? [] : own.filter((span) => span.step === step).map((span) => ({ ...span, check })),
  );
  const edges = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const stretches = edges.slice(1).map((end, i) => {
    const start = edges[i] as number;
    return { text: text.slice(start, end), marked: spans.some((span) => span.start <= start && span.end >= end) };
  });
  return { stretches, by: [...new Set(spans.map(({ check }) => check))] };
}
