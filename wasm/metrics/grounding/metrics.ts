import { type AdditiveMetric, additive, answeredOr, meanOfAnswered, quotient, type SummedMetric, type Value } from "../contract.ts";

const CHALLENGE =
  "Ego4D Step Grounding challenge: a prediction is right if it matches any window of the text (maintainers, ego4d-goalstep issue 7); the server's code is not public";
const STARTER = "Ego4D Goal-Step starter code: parse_goalstep_jsons.py makes the queries, evaluate_ego4d_nlq.py of NaQ scores them";
const OURS = "Ours: of the same overlaps";

const WHAT = "step grounding";
const CHALLENGE_GROUP = "As the challenge scores: every text once, any of its windows";
const STARTER_GROUP = "As the starter code scores: every query, its own window";

type Told = Omit<AdditiveMetric, "id" | "better" | "family" | "unit">;

function metric<Id extends string>(id: Id, told: Told): SummedMetric & { readonly id: Id } {
  return { ...additive({ unit: "fraction", ...told, id, better: "higher", family: "grounding" }), id };
}

/** How a metric over the queries that are the first of their text is finished: the mean of `share` of the sums, where any of them is answered. */
function meanOfTexts(...statistics: readonly string[]): Pick<AdditiveMetric, "statistics" | "finish"> & { readonly among: string } {
  return {
    among: "grounding-once",
    statistics: [...statistics, "grounding-answered"],
    finish: (sums, weight) => {
      let sum = 0;
      for (let s = 0; s < statistics.length; s++) sum += sums[s] as number;
      return answeredMean(sum, sums[statistics.length] as number, weight, statistics.length);
    },
  };
}

function answeredMean(sum: number, answered: number, weight: number, parts: number): Value {
  return answeredOr(quotient(sum / parts, weight, `no item asks for a ${WHAT}`), answered, weight, WHAT);
}

const first = (k: string): string => (k === "1" ? "the first segment" : "one of the first 5 segments");

function challenge<K extends "1" | "5", Bound extends "30" | "50">(k: K, bound: Bound) {
  const id = `grounding-r${k}-at-${bound}` as const;
  return metric(id, {
    title: `R@${k}, IoU .${bound.slice(0, 1)}`,
    group: CHALLENGE_GROUP,
    ...meanOfTexts(id),
    binary: true,
    explains: `Share of step texts, each once per video, for which ${first(k)} has an IoU above .${bound.slice(0, 1)} with any window in which the step is done.`,
    source: CHALLENGE,
  });
}

function starter<K extends "1" | "5", Bound extends "30" | "50">(k: K, bound: Bound) {
  const id = `grounding-own-r${k}-at-${bound}` as const;
  return metric(id, {
    title: `R@${k}, IoU .${bound.slice(0, 1)}, own window`,
    group: STARTER_GROUP,
    ...meanOfAnswered(id, "grounding", WHAT),
    binary: true,
    explains: `Share of queries for which ${first(k)} has an IoU above .${bound.slice(0, 1)} with the query's own window; other windows of the same text do not count.`,
    source: STARTER,
  });
}

export const r1At30 = challenge("1", "30");
export const r1At50 = challenge("1", "50");
export const r5At30 = challenge("5", "30");
export const r5At50 = challenge("5", "50");

/** The mean of R@1 at both bounds, as the challenge of natural language queries ranks. */
export const meanR1 = metric("grounding-mean-r1", {
  title: "Mean R@1",
  group: CHALLENGE_GROUP,
  ...meanOfTexts("grounding-r1-at-30", "grounding-r1-at-50"),
  binary: false,
  explains: "Mean of R@1 above IoU .3 and above IoU .5.",
  source: CHALLENGE,
});

/** How well the first segment lies, whatever the bounds. */
export const meanIou = metric("grounding-iou", {
  title: "Mean IoU",
  group: CHALLENGE_GROUP,
  ...meanOfTexts("grounding-iou"),
  binary: false,
  explains: "Mean over step texts, each once per video, of the IoU of the first segment with the window that it fits best.",
  source: OURS,
});

export const ownR1At30 = starter("1", "30");
export const ownR1At50 = starter("1", "50");
export const ownR5At30 = starter("5", "30");
export const ownR5At50 = starter("5", "50");

/** mIoU of the starter code: its three best of one overlap are that one. */
export const ownMeanIou = metric("grounding-own-iou", {
  title: "Mean IoU, own window",
  group: STARTER_GROUP,
  ...meanOfAnswered("grounding-own-iou", "grounding", WHAT),
  binary: false,
  explains: "Mean over queries of the IoU of the first segment with the query's own window.",
  source: `${STARTER} (mIoU)`,
});
