import type { LabelRun, SegmentsItem, SegmentsPrediction } from "@stepladder/schema";
import type { FailureKind } from "@stepladder/wasm/host/insight.ts";
import { overlap, type Stretch } from "@stepladder/wasm/host/overlap.ts";
import { defineInsight } from "../define.ts";
import { BACKGROUND, framesIn, joined } from "./runs.ts";

type SegmentsKind = FailureKind<SegmentsItem, SegmentsPrediction>;

/** A run at its frames, half open. */
interface Run extends Stretch {
  readonly label: string;
}

/** Runs at their frames, neighbours of one label joined. */
function placed(runs: readonly LabelRun[]): Run[] {
  let end = 0;
  return joined(runs).map(([label, frames]) => {
    const start = end;
    end += frames;
    return { label, start, end };
  });
}

const isAction = ({ label }: Run): boolean => label !== BACKGROUND;
const shared = (one: Stretch, other: Stretch): Stretch => ({ start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) });

/** Runs with some frames labelled anew, the later of two coats on top; frames behind the last one are background. */
function painted(runs: readonly Run[], coats: readonly Run[]): SegmentsPrediction {
  const own = runs.at(-1)?.end ?? 0;
  const end = coats.reduce((last, coat) => Math.max(last, coat.end), own);
  const all = [{ label: BACKGROUND, start: 0, end }, ...runs, ...coats].filter((coat) => coat.end > coat.start);
  const cuts = [...new Set(all.flatMap((coat) => [coat.start, coat.end]))].sort((a, b) => a - b);
  const places = new Map(cuts.map((cut, place) => [cut, place]));
  const labels: string[] = [];
  for (const coat of all)
    for (let at = places.get(coat.start) as number; at < (places.get(coat.end) as number); at++) labels[at] = coat.label;
  return { runs: joined(labels.map((label, at): LabelRun => [label, (cuts[at + 1] as number) - (cuts[at] as number)])) };
}

/** From this tIoU on a segment is found. */
const LEAST = 0.5;

/** One gold segment and what the prediction makes of it. */
interface Look {
  readonly gold: Run;
  readonly at: number;
  /** Predicted runs of its label that overlap it, in order. */
  readonly own: readonly Run[];
  readonly kind: "found" | "swapped" | "confused" | "off" | "missed";
  /** The run of another label that has its time. */
  readonly other: Run | undefined;
}

interface Looked {
  readonly looks: readonly Look[];
  readonly told: readonly Run[];
}

function looked({ runs }: SegmentsPrediction, item: SegmentsItem): Looked {
  const told = placed(runs);
  const golds = placed(item.runs).filter(isAction);
  let from = 0;
  const single = golds.map((gold, at): Look => {
    while (from < told.length && (told[from] as Run).end <= gold.start) from++;
    const over: Run[] = [];
    for (let place = from; place < told.length && (told[place] as Run).start < gold.end; place++) over.push(told[place] as Run);
    const own = over.filter(({ label }) => label === gold.label);
    const other = over.find((run) => isAction(run) && run.label !== gold.label && overlap(run, gold) >= LEAST);
    const isFound = own.some((run) => overlap(run, gold) >= LEAST);
    return { gold, at, own, other, kind: isFound ? "found" : other !== undefined ? "confused" : own.length > 0 ? "off" : "missed" };
  });
  const isOf = (one: Look | undefined, two: Look | undefined): boolean =>
    one?.kind === "confused" && two?.kind === "confused" && one.other?.label === two.gold.label && two.other?.label === one.gold.label;
  const swapped = new Set<number>();
  for (const [at, look] of single.entries()) if (!swapped.has(at) && isOf(look, single[at + 1])) swapped.add(at).add(at + 1);
  return { told, looks: single.map((look, at) => (swapped.has(at) ? { ...look, kind: "swapped" } : look)) };
}

/** Runs of a label between others of one gold segment's label: that segment is in pieces. */
const gapsOf = ({ gold, own }: Look): Run => ({
  label: gold.label,
  start: Math.max(gold.start, own[0]?.end ?? 0),
  end: Math.min(gold.end, own.at(-1)?.start ?? 0),
});

function kindOf(
  told: Pick<SegmentsKind, "id" | "title" | "explains">,
  shows: (look: Look) => boolean,
  coats: (looks: readonly Look[], all: Looked) => readonly Run[],
  detail?: (look: Look) => string,
): SegmentsKind {
  return {
    ...told,
    find(prediction, item) {
      const { looks } = looked(prediction, item);
      const shown = looks.filter(shows);
      const [first] = shown;
      if (first === undefined) return undefined;
      let mended = prediction;
      // New frames may join a segment of another part of the video, which then stands for gold's no more.
      for (let round = 0; round < looks.length; round++) {
        const all = looked(mended, item);
        const left = all.looks.filter(shows);
        if (left.length === 0) break;
        mended = painted(all.told, coats(left, all));
      }
      return {
        mended,
        count: shown.length,
        at: first.at,
        ...(detail === undefined ? {} : { details: shown.map(detail) }),
      };
    },
  };
}

const golds = (looks: readonly Look[]): readonly Run[] => looks.map(({ gold }) => gold);

/** Predicted runs that overlap no segment of their label, stand for none, and do not cut one into pieces. */
function spuriousIn({ looks, told }: Looked): { readonly run: Run; readonly at: number }[] {
  const used = new Set(looks.flatMap(({ own, other, kind }) => [...own, ...(kind === "confused" || kind === "swapped" ? [other] : [])]));
  const cut = looks.filter(({ own }) => own.length > 1).map(gapsOf);
  let at = 0;
  let piece = 0;
  return told.flatMap((run) => {
    while (at < looks.length && (looks[at] as Look).gold.end <= run.start) at++;
    while (piece < cut.length && (cut[piece] as Run).end <= run.start) piece++;
    const gap = cut[piece];
    const isCut = gap !== undefined && gap.start <= run.start && run.end <= gap.end;
    return isAction(run) && !used.has(run) && !isCut ? [{ run, at: Math.min(at, Math.max(0, looks.length - 1)) }] : [];
  });
}

const spurious: SegmentsKind = {
  id: "spurious",
  title: "A spurious segment",
  explains: `A segment lies where gold has none of its label, and stands for none that is confused; mended, its frames are ${BACKGROUND}.`,
  find(prediction, item) {
    const all = looked(prediction, item);
    const runs = spuriousIn(all);
    const [first] = runs;
    if (first === undefined) return undefined;
    return {
      mended: painted(
        all.told,
        runs.map(({ run }) => ({ ...run, label: BACKGROUND })),
      ),
      count: runs.length,
      at: first.at,
    };
  },
};

export default defineInsight<SegmentsItem, SegmentsPrediction>({
  view(item, prediction) {
    const gold = placed(item.runs).filter(isAction);
    const told = prediction && placed(prediction.runs).filter(isAction);
    const names = [...new Set([...gold, ...(told ?? [])].map(({ label }) => label))];
    const of = (runs: readonly Run[], name: string): Stretch[] =>
      runs.filter(({ label }) => label === name).map(({ start, end }) => ({ start, end }));
    return {
      title: item.id.slice(item.id.indexOf("/") + 1),
      facts: [
        { name: "Data set", value: item.dataset },
        { name: "Test split", value: item.split },
        { name: "Frames", value: String(framesIn(item.runs)) },
      ],
      panels: [
        {
          kind: "timeline",
          title: `Segments of each action, ${BACKGROUND} left out`,
          unit: "frames",
          end: Math.max(framesIn(item.runs), prediction === undefined ? 0 : framesIn(prediction.runs)),
          rows: names.map((name) => ({ name, gold: of(gold, name), predicted: told === undefined ? [] : of(told, name) })),
        },
      ],
    };
  },
  failures: [
    kindOf(
      {
        id: "boundary-off",
        title: "A boundary off",
        explains: `Segments of the right label overlap gold's, none at tIoU ${LEAST}, and no other label has its time; mended, they have gold's bounds, and frames that they lose are ${BACKGROUND}.`,
      },
      ({ kind }) => kind === "off",
      (looks, { looks: all }) => {
        // What sticks out goes, but where it is right.
        const out = looks.flatMap(({ own }) => own).map((run) => ({ ...run, label: BACKGROUND }));
        const right = looks.flatMap(({ own, gold: { label } }) =>
          own.flatMap((run) => all.filter(({ gold }) => gold.label === label).map(({ gold }) => ({ ...shared(run, gold), label }))),
        );
        return [...out, ...right, ...golds(looks)];
      },
    ),
    kindOf(
      {
        id: "label-confusion",
        title: "A label confused",
        explains: `A segment of gold is found at tIoU ${LEAST} under another label; mended, the frames that both have bear gold's.`,
      },
      ({ kind }) => kind === "confused",
      (looks) => looks.map(({ gold, other }) => ({ ...shared(gold, other as Run), label: gold.label })),
      ({ gold, other }) => `gold's ${gold.label} read as ${other?.label}`,
    ),
    kindOf(
      {
        id: "order-swapped",
        title: "Two segments swapped",
        explains:
          "Of two segments of gold that follow each other each is found under the other's label; mended, their frames are labelled as in gold.",
      },
      ({ kind }) => kind === "swapped",
      golds,
      ({ gold, other }) => `gold's ${gold.label} changed places with ${other?.label}`,
    ),
    kindOf(
      {
        id: "missed",
        title: "A segment missed",
        explains:
          "No segment of its label overlaps one of gold's, and no other label has its time; mended, its frames are labelled as in gold.",
      },
      ({ kind }) => kind === "missed",
      golds,
    ),
    kindOf(
      {
        id: "over-segmented",
        title: "A segment in pieces",
        explains: "Two or more segments of its label overlap one of gold's; mended, what lies between them has its label too.",
      },
      ({ own }) => own.length > 1,
      (looks) => looks.map(gapsOf),
    ),
    spurious,
  ],
});
