import type { HtStepItem, HtStepPrediction } from "@stepladder/schema";
import type { Stretch } from "@stepladder/wasm/host/overlap.ts";
import type { Panel } from "@stepladder/wasm/host/panels.ts";
import { defineInsight } from "../define.ts";
import { type Detecting, detectionFailures, drawable, highest } from "../detections/insight.ts";
import { lastOf, type Pointing, pointFailures, pointPanel } from "../points/insight.ts";
import { secondsCodec } from "./codecs.ts";
import { videoOf } from "./items.ts";

type Found = Omit<NonNullable<HtStepPrediction["segments"]>[number], "label"> & { readonly label: string };

const pointsOf = ({ seconds }: HtStepPrediction): (number | undefined)[] | undefined => seconds?.map((second) => second ?? undefined);

const pointing: Pointing<HtStepItem, HtStepPrediction> = {
  windows: (item) => secondsCodec.gold(item),
  points: pointsOf,
  pointed: (prediction, seconds) => ({ ...prediction, seconds }),
  name: ({ steps }, query) => nameOf(steps[query]?.label ?? ""),
};

/** Texts of steps are not in gold. */
const nameOf = (label: number | string): string => `step ${label}`;

/** Segments of steps that do not count here are left out by the score. */
function isCounted({ counted, steps }: HtStepItem, label: number): boolean {
  return counted.includes(label) && steps.some((step) => step.label === label);
}

/** Labels as text, one copy for each prediction: what is mended is told by identity. */
const found = new WeakMap<HtStepPrediction, readonly Found[]>();

function foundOf(prediction: HtStepPrediction): readonly Found[] | undefined {
  const known = found.get(prediction);
  if (known !== undefined || prediction.segments === undefined) return known;
  const own = prediction.segments.map((segment) => ({ ...segment, label: String(segment.label) }));
  found.set(prediction, own);
  return own;
}

const detecting: Detecting<HtStepItem, HtStepPrediction, Found> = {
  gold: ({ segments }) => segments.map(({ label, ...segment }) => ({ ...segment, label: String(label) })),
  found: (prediction, item) => foundOf(prediction)?.filter(({ label }) => isCounted(item, Number(label))),
  mended(prediction, changes, added) {
    const own = foundOf(prediction) ?? [];
    const score = highest(own.map((segment) => segment.score));
    const kept = own.flatMap((segment) => {
      if (!changes.has(segment)) return [segment];
      const change = changes.get(segment);
      return change === undefined ? [] : [{ ...segment, ...change }];
    });
    const all = [...kept, ...added.map((segment) => ({ ...segment, score }))];
    return { ...prediction, segments: all.map((segment) => ({ ...segment, label: Number(segment.label) })) };
  },
  name: (_, label) => nameOf(label),
};

/** Half a second more on both sides at most: whole seconds are right. */
const windowOf = ({ start, end }: Stretch): Stretch => ({ start: Math.floor(start), end: Math.ceil(end) });

export default defineInsight<HtStepItem, HtStepPrediction>({
  view(item, prediction) {
    const rows = item.steps.map(({ label }) => ({
      name: `Step ${label}`,
      gold: item.segments.filter((segment) => segment.label === label).map(({ start, end }) => ({ start, end })),
      predicted: (prediction?.segments ?? [])
        .filter((segment) => segment.label === label)
        .map((segment) => ({ ...drawable(segment), score: segment.score })),
    }));
    const points = prediction && pointsOf(prediction);
    const counted = rows.filter((_, at) => isCounted(item, item.steps[at]?.label as number));
    const leftOut = (prediction?.segments ?? []).filter(({ label }) => !isCounted(item, label)).length;
    const panels: Panel[] = [{ kind: "timeline", title: "Segments of each step", unit: "seconds", end: lastOf(counted), rows: counted }];
    if (points !== undefined) {
      const queries = rows.map(({ name, gold }) => ({ name, segments: gold }));
      panels.push(pointPanel("The second of each step", queries, windowOf, points.slice(0, rows.length)));
    }
    return {
      title: videoOf(item.id),
      facts: [
        { name: "Activity", value: item.activity },
        ...(item.variation === null ? [] : [{ name: "Variation", value: item.variation }]),
        { name: "Split", value: item.split },
        ...(leftOut === 0 ? [] : [{ name: "Segments left out, of steps that do not count here", value: String(leftOut) }]),
      ],
      panels: prediction !== undefined && prediction.segments === undefined && panels.length > 1 ? panels.slice(1) : panels,
    };
  },
  failures: [...detectionFailures(detecting), ...pointFailures(pointing)],
});
