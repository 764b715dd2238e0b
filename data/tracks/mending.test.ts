import type { LabelRun } from "@stepladder/schema";
import type { AnyInsight } from "@stepladder/wasm/host/insight.ts";
import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { randomWord } from "@stepladder/wasm/stats/random.ts";
import { describe, expect, it } from "vitest";
import segmentation from "./action-segmentation/insight.ts";
import crosstask from "./crosstask/insight.ts";
import goalStep from "./goal-step/insight.ts";
import htStep from "./ht-step/insight.ts";
import htmAlign from "./htm-align/insight.ts";
import alignment from "./step-alignment/insight.ts";
import taskGraph from "./task-graph/insight.ts";

const kernels = await loadKernels();

/** Whole numbers from 0 up to, and without, `below`. */
type Draw = (below: number) => number;

const many = <T>(count: number, make: (place: number) => T): T[] => Array.from({ length: count }, (_, place) => make(place));
const point = (draw: Draw): number | null => (draw(5) === 0 ? null : draw(60));
const stretch = (draw: Draw): { start: number; end: number } => {
  const start = draw(50);
  return { start, end: start + 1 + draw(14) };
};
const pair = (draw: Draw): [number, number] => {
  const { start, end } = stretch(draw);
  return [start, end];
};
const runs = (draw: Draw): LabelRun[] => many(1 + draw(9), () => [["background", "pour", "stir", "cut"][draw(4)] as string, 1 + draw(12)]);

/** A random item of a track with a random prediction for it. */
const tracks: Readonly<
  Record<string, readonly [insight: AnyInsight, make: (draw: Draw) => readonly [item: unknown, prediction: unknown]]>
> = {
  "task-graph": [
    taskGraph,
    (draw) => {
      const steps = Object.fromEntries(many(7, (i) => [String(i), i === 0 ? "START" : i === 6 ? "END" : `step ${i}`]));
      const up = (): [string, string] => {
        const from = draw(6);
        return [String(from), String(from + 1 + draw(6 - from))];
      };
      const edges = many(2 + draw(9), up);
      const said = many(draw(12), () => [String(draw(8)), draw(9) === 0 ? "no such step" : String(draw(7))]);
      return [{ id: "cc4d:a", steps, edges }, { edges: said }];
    },
  ],
  "step-alignment": [
    alignment,
    (draw) => {
      const side = { name: "a", actions: many(5, (i) => ({ token: i + 1, text: `do ${i}` })) };
      const links = many(draw(8), () => [1 + draw(5), draw(6)]);
      return [{ id: "ara:a", goal: "a", source: side, target: side, links }, { links: many(draw(9), () => [1 + draw(6), draw(7)]) }];
    },
  ],
  crosstask: [
    crosstask,
    (draw) => [
      { id: "crosstask:a", task: "a", steps: 4, segments: many(draw(6), () => ({ step: 1 + draw(4), ...stretch(draw) })) },
      { seconds: many(draw(6), () => point(draw)) },
    ],
  ],
  "htm-align": [
    htmAlign,
    (draw) => [
      { id: "htm-align:a", sentences: many(5, () => ({ alignable: draw(2) === 0, ...stretch(draw) })) },
      { seconds: many(draw(6), () => point(draw)), alignable: many(draw(6), () => (draw(4) === 0 ? null : draw(4))) },
    ],
  ],
  "ht-step": [
    htStep,
    (draw) => {
      const labelled = (labels: number) => ({ ...stretch(draw), label: 1 + draw(labels) });
      const steps = many(4, (i) => ({ label: i + 1, row: i }));
      const item = {
        id: "hts:a",
        split: "a",
        activity: "a",
        variation: null,
        steps,
        counted: [1, 2, 3],
        segments: many(draw(6), () => labelled(3)),
      };
      return [item, { segments: many(draw(9), () => ({ ...labelled(4), score: draw(3) })), seconds: many(4, () => point(draw)) }];
    },
  ],
  "goal-step": [
    goalStep,
    (draw) => {
      const own = { id: "goalstep:a", video: "a", annotation: "a", span: [0, 64] };
      const label = (): string => ["pour", "stir"][draw(2)] as string;
      if (draw(2) === 0) {
        const query = { ...own, subtask: "grounding", query: "a", windows: many(1 + draw(2), () => pair(draw)) };
        return [query, { segments: many(draw(7), () => pair(draw)) }];
      }
      const segments = many(draw(6), () => ({ segment: pair(draw), label: label() }));
      const detections = many(draw(9), () => ({ segment: pair(draw), label: label(), score: draw(3) }));
      return [{ ...own, subtask: "detection", segments }, { detections }];
    },
  ],
  "action-segmentation": [
    segmentation,
    (draw) => [{ id: "a/b", dataset: "a", split: "1", runs: runs(draw) }, { runs: draw(20) === 0 ? [] : runs(draw) }],
  ],
};

describe.each(Object.entries(tracks))("random predictions for %s", (_, [insight, make]) => {
  it("show every kind of failure, each gone once it is mended, and mending all of them leaves none", () => {
    const shown = new Set<string>();
    for (let seed = 0; seed < 2000; seed++) {
      let place = 0;
      const [item, prediction] = make((below) => randomWord(seed, place++).high % below);
      let whole = prediction;
      for (const kind of insight.failures) {
        const failure = kind.find(prediction, item, kernels);
        if (failure !== undefined) {
          shown.add(kind.id);
          expect(kind.find(failure.mended, item, kernels), `${kind.id}, seed ${seed}`).toBeUndefined();
          expect(failure.at ?? 0, kind.id).toBeGreaterThanOrEqual(0);
        }
        whole = kind.find(whole, item, kernels)?.mended ?? whole;
      }
      // What is mended may have stood in the way of another kind.
      for (let round = 0; round < 3; round++) for (const kind of insight.failures) whole = kind.find(whole, item, kernels)?.mended ?? whole;
      for (const kind of insight.failures) expect(kind.find(whole, item, kernels), `${kind.id}, seed ${seed}, all mended`).toBeUndefined();
    }
    expect([...shown].sort()).toEqual(insight.failures.map(({ id }) => id).sort());
  });
});
