import type { CaptionsItem } from "@stepladder/schema";
import type { FailureKind } from "@stepladder/wasm/host/insight.ts";
import type { Panel, TimelinePanel } from "@stepladder/wasm/host/panels.ts";
import { type Pair, type Pairing, pairsOf } from "@stepladder/wasm/metrics/captions/pair.ts";
import { wordsOf } from "@stepladder/wasm/metrics/captions/vocabulary.ts";
import { defineInsight } from "../define.ts";
import { failureAt, quoted } from "../failures.ts";
import { captionOf, type Told } from "./codecs.ts";

type Kind = FailureKind<CaptionsItem, Told>;
type Step = NonNullable<Told["steps"]>[number];
type Gold = CaptionsItem["steps"][number];

const PAIRING: Readonly<Record<CaptionsItem["subtask"], Pairing>> = {
  "step-captioning": "time",
  "guideline-summarisation": "order",
  "guided-captioning": "part",
};

/** Steps of gold and of a prediction side by side. */
interface Paired {
  /** As they are scored. */
  readonly pairs: readonly Pair[];
  /** Of those that have no partner: which would have, were they in the right place. */
  readonly misplaced: readonly Pair[];
  readonly missing: readonly number[];
  readonly extra: readonly number[];
}

function pairedOf({ subtask, steps: gold }: CaptionsItem, own: readonly Step[]): Paired {
  const pairing = PAIRING[subtask];
  const pairs = pairsOf(pairing, gold.map(captionOf), own.map(captionOf));
  const [taken, used] = [new Set(pairs.map(([reference]) => reference)), new Set(pairs.map(([, caption]) => caption))];
  const left = [...gold.keys()].filter((place) => !taken.has(place));
  const over = [...own.keys()].filter((place) => !used.has(place));
  const misplaced =
    pairing === "time"
      ? overlapping(left, over, gold, own)
      : left.slice(0, over.length).map((place, i): Pair => [place, over[i] as number]);
  return {
    pairs,
    misplaced,
    missing: left.filter((place) => !misplaced.some(([reference]) => reference === place)),
    extra: over.filter((place) => !misplaced.some(([, caption]) => caption === place)),
  };
}

/** Each step of gold with the first that lies on it at all. */
function overlapping(left: readonly number[], over: readonly number[], gold: readonly Gold[], own: readonly Step[]): Pair[] {
  const used = new Set<number>();
  return left.flatMap((place): Pair[] => {
    const [start = 0, end = 0] = gold[place]?.bounds ?? [];
    const found = over.find((caption) => {
      const [from = 0, to = 0] = own[caption]?.bounds ?? [];
      return !used.has(caption) && from < end && to > start;
    });
    if (found === undefined) return [];
    used.add(found);
    return [[place, found]];
  });
}

/** Steps that go wrong in one way: `find` gives places in gold, or in the prediction, and what the prediction becomes. */
function ofSteps(
  words: Pick<Kind, "id" | "title" | "explains">,
  subtasks: readonly CaptionsItem["subtask"][],
  find: (
    paired: Paired,
    gold: readonly Gold[],
    own: readonly Step[],
  ) => { readonly at: readonly number[]; readonly mended: () => readonly Step[]; readonly details?: readonly string[] },
): Kind {
  return {
    ...words,
    find({ steps: own }, item) {
      if (own === undefined || !subtasks.includes(item.subtask)) return undefined;
      const { at, mended, details } = find(pairedOf(item, own), item.steps, own);
      return failureAt(at, () => ({ steps: [...mended()] }), details);
    },
  };
}

const ALL: readonly CaptionsItem["subtask"][] = ["step-captioning", "guideline-summarisation", "guided-captioning"];

const hasWordsOf = (step: Step, gold: Gold): boolean => wordsOf(step.caption).join(" ") === wordsOf(gold.caption).join(" ");

const otherWords = ofSteps(
  {
    id: "other-words",
    title: "A step in other words",
    explains: "A step that has a partner in gold says it in other words, or something else; mended, it has gold's words.",
  },
  ALL,
  ({ pairs }, gold, own) => {
    const other = new Map(
      pairs.filter(([reference, caption]) => !hasWordsOf(own[caption] as Step, gold[reference] as Gold)).map(([r, c]) => [c, r]),
    );
    return {
      at: [...other.values()],
      mended: () =>
        own.map((step, place) => (other.has(place) ? { ...step, caption: (gold[other.get(place) as number] as Gold).caption } : step)),
    };
  },
);

const boundaryOff = ofSteps(
  {
    id: "boundary-off",
    title: "A boundary off",
    explains: "A step lies on one of gold, but shares less than half of what the two cover together; mended, it has gold's bounds.",
  },
  ["step-captioning"],
  ({ misplaced }, gold, own) => ({
    at: misplaced.map(([reference]) => reference),
    mended: () => own.map((step, place) => withFieldsOf(step, place, misplaced, gold)),
  }),
);

const wrongPart = ofSteps(
  {
    id: "wrong-guideline-step",
    title: "A step under the wrong step of the guideline",
    explains: "A step stands under a step of the guideline that has none left, while another one lacks a step; mended, it stands there.",
  },
  ["guided-captioning"],
  ({ misplaced }, gold, own) => ({
    at: misplaced.map(([reference]) => reference),
    mended: () => own.map((step, place) => withFieldsOf(step, place, misplaced, gold)),
    details: misplaced.map(
      ([reference, caption]) => `guideline step ${gold[reference]?.guideline_step} told as ${own[caption]?.guideline_step}`,
    ),
  }),
);

/** A misplaced step where gold has it; its words stay. */
function withFieldsOf(step: Step, place: number, misplaced: readonly Pair[], gold: readonly Gold[]): Step {
  const pair = misplaced.find(([, caption]) => caption === place);
  return pair === undefined ? step : { ...(gold[pair[0]] as Gold), caption: step.caption };
}

const missing = ofSteps(
  { id: "step-missing", title: "A step missing", explains: "A step of gold has no partner; mended, it stands there as in gold." },
  ALL,
  ({ missing: left }, gold, own) => ({
    at: left,
    mended: () => [...own, ...left.map((place) => gold[place] as Gold)],
    details: left.map((place) => `${quoted((gold[place] as Gold).caption)} left out`),
  }),
);

const tooMany = ofSteps(
  { id: "step-too-many", title: "A step too many", explains: "A step has no partner in gold; mended, it is left out." },
  ALL,
  ({ extra }, _, own) => ({ at: extra, mended: () => own.filter((_step, place) => !extra.includes(place)) }),
);

const segmentOf = ({ bounds: [start = 0, end = 0] = [] }: Step) => ({ start: Math.min(start, end), end: Math.max(start, end) });

/** Steps by their times: those of gold each with its partner, then those that have none. */
function timeline({ steps: gold }: CaptionsItem, own: readonly Step[], pairs: readonly Pair[]): TimelinePanel {
  const partner = new Map(pairs);
  const paired = new Set(partner.values());
  const rows = [
    ...gold.map((step, place) => ({
      name: step.caption,
      gold: [segmentOf(step)],
      predicted: partner.has(place) ? [segmentOf(own[partner.get(place) as number] as Step)] : [],
    })),
    ...own.flatMap((step, place) =>
      paired.has(place) || step.bounds === undefined ? [] : [{ name: step.caption, gold: [], predicted: [segmentOf(step)] }],
    ),
  ];
  const end = rows.flatMap((row) => [...row.gold, ...row.predicted]).reduce((last, segment) => Math.max(last, segment.end), 0);
  return { kind: "timeline", title: "When each step is done", unit: "seconds", end, rows };
}

/** A caption, behind the number of the guideline's step that it is told for. */
function textOf({ caption, guideline_step: part }: Step): string {
  return part === undefined ? caption : `Guideline step ${part}: ${caption}`;
}

const TITLES: Readonly<Record<CaptionsItem["subtask"], string>> = {
  "step-captioning": "steps of a video",
  "guideline-summarisation": "the guideline",
  "guided-captioning": "steps under the guideline",
};

export default defineInsight<CaptionsItem, Told>({
  view(item, predicted) {
    const { subtask, query, category, videos, guideline, steps } = item;
    const own = predicted?.steps;
    const { pairs } = pairedOf(item, own ?? []);
    const text: Panel = {
      kind: "text",
      title: "Captions",
      reference: steps.map(textOf),
      ...(own === undefined
        ? {}
        : { generated: own.map(textOf), pairs: pairs.map(([reference, generated]) => ({ reference, generated })) }),
    };
    return {
      title: `${query}: ${TITLES[subtask]}`,
      ...(guideline === undefined
        ? {}
        : { texts: [{ title: "Guideline", text: guideline.map((step, i) => `${i + 1}. ${step}`).join("\n") }] }),
      facts: [
        { name: "Category", value: category },
        { name: videos.length === 1 ? "Video" : "Videos", value: videos.join(", ") },
      ],
      panels: subtask === "step-captioning" ? [text, timeline(item, own ?? [], pairs)] : [text],
    };
  },
  failures: [otherWords, boundaryOff, wrongPart, missing, tooMany],
});
