import type { EventSink, GoldColumns, Measure, Measurer, Statistic } from "../contract.ts";

/** What a track says of its sentences, or of whatever else is there or not. */
export interface AlignabilityCodec<Item, Prediction> {
  /** Whether each sentence is alignable. Throws RecordProblem where this cannot be gold. */
  gold(item: Item): readonly boolean[];
  /** The score of each sentence, the higher the surer; `undefined` where there is none. Finite. */
  prediction(prediction: Prediction): readonly (number | undefined)[];
}

const statistics: readonly Statistic[] = [
  { id: "alignability-sentences", title: "Sentences" },
  { id: "alignability-alignable", title: "Alignable sentences" },
  { id: "alignability-scored", title: "Sentences with a score" },
];

/** The list of its events: an event for each sentence with a score, a hit where it is alignable. */
export const ALIGNABLE = "alignable";

/** Classes of what is wanted of an item: its alignable sentences, and the others. Events have the first: all are ranked together. */
export const POSITIVES = 0;
export const NEGATIVES = 1;

/** The `alignability` family: scored sentences, ranked against a label of two. It counts, so that it needs no kernel. */
export function alignability<Item, Prediction>(codec: AlignabilityCodec<Item, Prediction>): Measure<Item, Prediction> {
  return { family: "alignability", statistics, events: [ALIGNABLE], gold: () => goldOf(codec) };
}

function goldOf<Item, Prediction>(codec: AlignabilityCodec<Item, Prediction>): GoldColumns<Item, Prediction> {
  const gold: (readonly boolean[])[] = [];
  return { add: (item) => void gold.push(codec.gold(item)), measurer: () => measurerOf(codec, gold) };
}

function measurerOf<Item, Prediction>(
  codec: AlignabilityCodec<Item, Prediction>,
  gold: readonly (readonly boolean[])[],
): Measurer<Prediction> {
  let queue: { readonly labels: readonly boolean[]; readonly scores: readonly (number | undefined)[] }[] = [];
  return {
    get queued() {
      return queue.length;
    },
    add: (item, prediction) => void queue.push({ labels: gold[item] ?? [], scores: codec.prediction(prediction) }),
    flush: (sink) => {
      const rows = queue.flatMap(({ labels, scores }, row) => {
        const positives = labels.filter(Boolean).length;
        if (sink !== undefined) tell(sink, row, labels, scores, positives);
        return [labels.length, positives, labels.filter((_, sentence) => scores[sentence] !== undefined).length];
      });
      queue = [];
      return Float64Array.from(rows);
    },
  };
}

function tell(sink: EventSink, row: number, labels: readonly boolean[], scores: readonly (number | undefined)[], positives: number): void {
  if (positives > 0) sink.wanted(ALIGNABLE, row, POSITIVES, positives);
  if (positives < labels.length) sink.wanted(ALIGNABLE, row, NEGATIVES, labels.length - positives);
  for (const [order, label] of labels.entries()) {
    const score = scores[order];
    if (score !== undefined) sink.event(ALIGNABLE, row, { class: POSITIVES, score, order, hits: Number(label) });
  }
}
