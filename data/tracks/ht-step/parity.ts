import type { HtStepItem, HtStepPrediction } from "@stepladder/schema";
import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import { matrixOf } from "@stepladder/wasm/host/pack.ts";
import { Comparing, type GoldenFiles, type Parity } from "@stepladder/wasm/host/parity.ts";
import { scoreTrack } from "@stepladder/wasm/host/score.ts";
import type { AnyTrack } from "@stepladder/wasm/host/track.ts";
import { readSource } from "@stepladder/wasm/intake/read.ts";
import { fromBlob, type Source } from "@stepladder/wasm/intake/source.ts";
import { meanAveragePrecisions } from "@stepladder/wasm/metrics/detection/average.ts";
import { type DetectedSegment, detection, FOUND_AT, type GoldSegment, POOL } from "@stepladder/wasm/metrics/detection/measure.ts";
import { HT_STEP_THRESHOLDS } from "@stepladder/wasm/metrics/detection/metrics.ts";
import { exampleOf } from "@stepladder/wasm/metrics/example.ts";
import { plainNumbers } from "../records.ts";
import { segmentsCodec } from "./codecs.ts";
import { segmentTable, toCsv } from "./formats.ts";
import { officialFiles } from "./gold.ts";
import track from "./track.ts";

const ANNOTATIONS = "golden/SYNTHETIC_annotations_val_seen.json.gz";
const TAXONOMY = "taxonomy.csv";
const EXAMPLE = "example_predictions_val_seen.csv";
const EXPECTED = "golden/expected_scores.json";
const UNITS = "golden/unit_cases.json";

type Segment = NonNullable<HtStepPrediction["segments"]>[number];

/** What a case of the scorer's outputs was made from: a file, or the example predictions with each segment changed. */
interface Made {
  readonly file: string;
  readonly change?: (segment: Segment) => Segment;
  readonly thresholds?: readonly number[];
}

/** numpy's linspace(0.1, 0.5, 5), the default of the official class. */
const LOWER = [0.1, 0.2, 0.30000000000000004, 0.4, 0.5];

const MADE: Readonly<Record<string, Made>> = {
  example_predictions: { file: EXAMPLE },
  labels_permuted_within_video: { file: "golden/pred_labels_permuted.csv.gz" },
  scores_inverted: { file: EXAMPLE, change: (segment) => ({ ...segment, score: -segment.score }) },
  top1_per_video: { file: "golden/pred_top1_per_video.csv" },
  halved_segments: { file: EXAMPLE, change: (segment) => ({ ...segment, end: segment.start + (segment.end - segment.start) / 2 }) },
  "tiou_0.1_0.5": { file: EXAMPLE, thresholds: LOWER },
};

/** Outputs of the official scorer on gold that was made up, as the real one is not released; and of its functions on small cases. */
const parity: Parity = {
  track: "ht-step",
  folder: "htstep",
  async *cases(files, kernels) {
    for (const [name, made] of Object.entries(MADE)) {
      const missing = [EXPECTED, ANNOTATIONS, TAXONOMY, made.file].filter((file) => !files.has(file));
      if (missing.length > 0) yield { name, compared: 0, different: [], absent: `not at hand: ${missing.join(", ")}` };
      else yield compared(name, await scored(made, files, kernels), await expectedOf(name, files));
    }
    if (!files.has(UNITS)) yield { name: "official functions", compared: 0, different: [], absent: `not at hand: ${UNITS}` };
    else yield unitCases(await readValue(files.get(UNITS) as Source), kernels);
  },
};
export default parity;

/** The one value of a JSON file, or all of them. */
async function readValue(source: Source): Promise<unknown> {
  const batches = await Array.fromAsync(readSource(source, { problem: () => {} }));
  const values = batches.flat().map(({ value }) => plainNumbers(value));
  return values.length === 1 ? values[0] : values;
}

/** A case of expected_scores.json. */
interface Expected {
  readonly avg_mAP: number;
  readonly tiou: readonly number[];
  readonly mAP_per_tiou: readonly number[];
  readonly n_activity_groups: number;
  readonly n_gt_after_dedup: number;
  readonly n_pred_used: number;
  readonly n_warning_groups_without_predictions: number;
  readonly ap_per_group_per_tiou?: readonly (readonly number[])[];
}

async function expectedOf(name: string, files: GoldenFiles): Promise<Expected> {
  return ((await readValue(files.get(EXPECTED) as Source)) as Record<string, Expected>)[name] as Expected;
}

async function scored({ file, change, thresholds = HT_STEP_THRESHOLDS }: Made, files: GoldenFiles, kernels: Kernels): Promise<Card> {
  const given = files.get(file) as Source;
  const predictions = [change === undefined ? given : await changed(given, change)];
  const own: AnyTrack = { ...track, measure: detection(segmentsCodec, thresholds), metrics: ["grounding-map"] };
  return scoreTrack({ track: own, gold: [ANNOTATIONS, TAXONOMY].map((name) => files.get(name) as Source), predictions, kernels });
}

type Card = Awaited<ReturnType<typeof scoreTrack>>;

/** A table of predictions with each segment changed. */
async function changed(source: Source, change: (segment: Segment) => Segment): Promise<Source> {
  const rows = segmentTable.gather?.({ ids: [], contexts: [] });
  for await (const batch of readSource(source, { problem: () => {} })) for (const raw of batch) rows?.add(raw);
  const records = [...(rows?.items() ?? [])].map(({ id, prediction }) => ({
    id,
    prediction: { segments: prediction?.segments?.map(change) ?? [] },
  }));
  return fromBlob("changed.csv", new Blob([toCsv(records)]));
}

/** Everything that expected_scores.json tells of a case. */
function compared(name: string, card: Card, expected: Expected) {
  const comparing = new Comparing();
  const matrix = matrixOf(card);
  const events = matrix.events?.[POOL];
  if (events === undefined) throw new Error(`${name}: expected events of ${POOL}, found none`);
  const bits = [...expected.tiou.keys()];
  comparing.same("mean over thresholds", card.scores["grounding-map"]?.value, expected.avg_mAP);
  const means = meanAveragePrecisions(events, undefined, bits);
  for (const [t, own] of expected.mAP_per_tiou.entries()) comparing.same(`tIoU ${expected.tiou[t]}`, means?.[t], own);
  const sum = (id: string): number => (matrix.columns[id] as Float64Array).reduce((total, value) => total + value, 0);
  comparing.same("segments of gold", sum("segments-gold"), expected.n_gt_after_dedup);
  comparing.same("predictions used", sum("segments-predicted"), expected.n_pred_used);
  const activities = new Set(events.wanted.classes);
  const told = new Set(events.classes);
  comparing.same("activities", activities.size, expected.n_activity_groups);
  comparing.same("activities without predictions", activities.difference(told).size, expected.n_warning_groups_without_predictions);
  if (expected.ap_per_group_per_tiou !== undefined) {
    // One activity alone: its mean is its average precision.
    for (const [g, activity] of [...activities].sort((a, b) => a - b).entries()) {
      const weights = new Float64Array(matrix.items);
      for (const [i, own] of events.wanted.classes.entries()) if (own === activity) weights[events.wanted.items[i] as number] = 1;
      const alone = meanAveragePrecisions(events, weights, bits);
      for (const [t, own] of expected.ap_per_group_per_tiou.entries())
        comparing.same(`activity ${g}, tIoU ${expected.tiou[t]}`, alone?.[t], own[g]);
    }
  }
  return comparing.result(name);
}

type UnitCase =
  | { readonly fn: "segment_iou"; readonly target: Pair; readonly candidates: readonly Pair[]; readonly result: readonly number[] }
  | { readonly fn: "interpolated_prec_rec"; readonly prec: readonly number[]; readonly rec: readonly number[]; readonly result: number }
  | {
      readonly fn: "compute_average_precision_detection";
      readonly case: string;
      readonly gt?: readonly (readonly [video: string, ...Pair])[];
      readonly pred?: readonly (readonly [video: string, ...Pair, score: number])[];
      readonly result: readonly number[];
    }
  | {
      readonly fn: "remove_duplicate_annotations";
      readonly in: readonly { readonly segment: Pair; readonly id: number }[];
      readonly result: readonly { readonly segment: Pair; readonly id: number }[];
    };
type Pair = readonly [start: number, end: number];

function unitCases(told: unknown, kernels: Kernels) {
  const comparing = new Comparing();
  for (const [i, one] of (told as readonly UnitCase[]).entries()) {
    const name = `${i} ${one.fn}`;
    if (one.fn === "segment_iou") {
      for (const [c, candidate] of one.candidates.entries()) {
        comparing.same(`${name} ${c}`, overlapThatIsReached(one.target, candidate, one.result[c] as number, kernels), one.result[c]);
      }
    } else if (one.fn === "interpolated_prec_rec") comparing.same(name, interpolated(one.rec), one.result);
    else if (one.fn === "compute_average_precision_detection") {
      const areas = averagePrecisions(one.gt ?? [], one.pred ?? [], kernels);
      for (const [t, own] of one.result.entries()) comparing.same(`${name} ${one.case} ${t}`, areas[t], own);
    } else
      comparing.same(name, JSON.stringify(withoutDoubles(one.in)), JSON.stringify(one.result.map(({ segment, id }) => ({ segment, id }))));
  }
  return comparing.result("official functions");
}

interface Video {
  readonly pool: string;
  readonly segments: readonly GoldSegment[];
  readonly detected: readonly DetectedSegment[];
}

function eventsOf(videos: readonly Video[], thresholds: readonly number[], kernels: Kernels) {
  const measure = detection<Video, Video["detected"]>({ gold: (video) => video, prediction: (told) => told }, thresholds);
  const shown = { gold: "", prediction: "" };
  const { events } = exampleOf(
    measure,
    videos.map((video) => ({ gold: video, prediction: video.detected, shown })),
  ).matrix(kernels);
  return events?.[POOL];
}

const stretch = ([start, end]: Pair): GoldSegment => ({ label: "s", start, end });

/** The tIoU that is expected, if the kernel reaches just it: it does at that threshold, and not at the next number above. */
function overlapThatIsReached(target: Pair, candidate: Pair, expected: number, kernels: Kernels): number {
  const [at, above] = [expected === 0 ? Number.MIN_VALUE : expected, after(expected)];
  const thresholds = [...new Set([at, above, FOUND_AT])].sort((a, b) => a - b);
  const video = { pool: "a", segments: [stretch(candidate)], detected: [{ ...stretch(target), score: 1, order: 0 }] };
  const hits = eventsOf([video], thresholds, kernels)?.hits[0] ?? 0;
  const reaches = (threshold: number): boolean => ((hits >> thresholds.indexOf(threshold)) & 1) === 1;
  if (reaches(above)) return above;
  return reaches(at) ? at : 0;
}

/** The next number above one from 0 to 1. */
function after(value: number): number {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value === 0 ? Number.MIN_VALUE : value);
  bits.setBigUint64(0, bits.getBigUint64(0) + 1n);
  return bits.getFloat64(0);
}

/** Average precision of a list of events of which those are right at which recall rises. */
function interpolated(recalls: readonly number[]): number | undefined {
  const hits = Int32Array.from(recalls, (recall, i) => Number(recall > (recalls[i - 1] ?? 0)));
  const rises = recalls.filter((_, i) => hits[i] === 1);
  const zeros = new Int32Array(recalls.length);
  const wanted = {
    items: Int32Array.of(0),
    classes: Int32Array.of(0),
    counts: Int32Array.of(rises[0] === undefined ? 1 : Math.round(1 / rises[0])),
  };
  return meanAveragePrecisions({ items: zeros, classes: zeros, ties: zeros, hits, wanted }, undefined, [0])?.[0];
}

/** Average precision of one class at the thresholds of the benchmark, with segments in the order given; where there is no gold, one that nothing finds. */
function averagePrecisions(
  gold: readonly (readonly [string, ...Pair])[],
  detected: readonly (readonly [string, ...Pair, number])[],
  kernels: Kernels,
): Float64Array {
  const given: typeof gold = gold.length === 0 ? [["", 0, 1]] : gold;
  const names = [...new Set([...given, ...detected].map(([video]) => video))];
  const videos = names.map((name) => ({
    pool: "a",
    segments: given.filter(([video]) => video === name).map(([, start, end]) => stretch([start, end])),
    detected: detected.flatMap(([video, start, end, score], order) => (video === name ? [{ ...stretch([start, end]), score, order }] : [])),
  }));
  const events = eventsOf(videos, HT_STEP_THRESHOLDS, kernels);
  const areas = events && meanAveragePrecisions(events, undefined, [...HT_STEP_THRESHOLDS.keys()]);
  return areas ?? new Float64Array(0);
}

/** What import keeps of the annotations of a video. */
function withoutDoubles(annotations: Extract<UnitCase, { fn: "remove_duplicate_annotations" }>["in"]): { segment: Pair; id: number }[] {
  const gathering = officialFiles.gather();
  const add = (value: unknown): void => gathering.add({ value, file: "unit" });
  for (const id of new Set(annotations.map((one) => one.id))) {
    add({ global_step_index: String(id), activity: "a", step_index: "0", variation: "none", variation_index: "1", headline: "h" });
  }
  add({ "unit-case-1": { subset: "val_seen", activity: "a", annotations } });
  const [item] = [...gathering.items()] as [HtStepItem];
  return item.segments.map(({ start, end, label }) => ({ segment: [start, end], id: label }));
}
