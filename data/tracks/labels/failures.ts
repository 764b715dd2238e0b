import type { Failure, FailureKind } from "@stepladder/wasm/host/insight.ts";

/** How a track whose steps are labelled is read, gold's steps in their order. Labels are compared as they are named. */
export interface Labelling<Item, Prediction> {
  /** Gold's label of each step. */
  gold(item: Item): readonly string[];
  /** The predicted label of each of gold's steps; `undefined` where there is none. */
  predicted(prediction: Prediction, item: Item): readonly (string | undefined)[];
  /** The prediction with gold's label at these steps, given by their place. */
  mended(prediction: Prediction, item: Item, steps: readonly number[]): Prediction;
  /** The label of a wrong step. */
  readonly wrong: string;
}

/** How labels of steps fail: what was taken for what, what was left out, and where errors are said to begin. */
export function labelFailures<Item, Prediction>(labelling: Labelling<Item, Prediction>): readonly FailureKind<Item, Prediction>[] {
  const { wrong } = labelling;
  const kind = (
    told: Pick<FailureKind<Item, Prediction>, "id" | "title" | "explains">,
    steps: (gold: readonly string[], own: readonly (string | undefined)[]) => readonly number[],
  ): FailureKind<Item, Prediction> => ({
    ...told,
    find(prediction, item): Failure<Prediction> | undefined {
      const [gold, own] = [labelling.gold(item), labelling.predicted(prediction, item)];
      const found = steps(gold, own).filter((at) => own[at] !== gold[at]);
      const [at] = found;
      if (at === undefined) return undefined;
      const details = found.map((step) => `gold ${gold[step]} read as ${own[step] ?? "nothing"}`);
      return { mended: labelling.mended(prediction, item, found), count: found.length, at, details: [...new Set(details)] };
    },
  });
  const places = (labels: readonly unknown[], where: (at: number) => boolean): number[] => [...labels.keys()].filter(where);
  /** Steps before one, and itself. */
  const upTo = (at: number): number[] => Array.from({ length: at + 1 }, (_, step) => step);
  return [
    kind(
      {
        id: "error-missed",
        title: "A wrong step passed over",
        explains: "A step that gold calls wrong has another label; mended, every such step has gold's.",
      },
      (gold, own) => places(gold, (at) => gold[at] === wrong && own[at] !== undefined),
    ),
    kind(
      {
        id: "false-alarm",
        title: "A good step called wrong",
        explains: "A step that gold does not call wrong is called so; mended, every such step has gold's label.",
      },
      (gold, own) => places(gold, (at) => gold[at] !== wrong && own[at] === wrong),
    ),
    kind(
      {
        id: "other-label",
        title: "Another label of a good step",
        explains: "A step that neither gold nor the prediction calls wrong has another label than gold's; mended, it has gold's.",
      },
      (gold, own) => places(gold, (at) => gold[at] !== wrong && own[at] !== undefined && own[at] !== wrong),
    ),
    kind(
      {
        id: "unlabelled",
        title: "A step without a label",
        explains: "A step that gold labels has none; mended, every such step has gold's.",
      },
      (gold, own) => places(gold, (at) => own[at] === undefined),
    ),
    kind(
      {
        id: "first-error-early",
        title: "Errors said to begin too early",
        explains: "The first step that is called wrong comes before gold's first wrong one; mended, no step before that is called wrong.",
      },
      (gold, own) => {
        const [first, said] = [gold.indexOf(wrong), own.indexOf(wrong)];
        return first >= 0 && said >= 0 && said < first ? places(gold, (at) => at < first && own[at] === wrong) : [];
      },
    ),
    kind(
      {
        id: "first-error-late",
        title: "Errors said to begin too late",
        explains:
          "The first step that is called wrong comes after gold's first wrong one; mended, all steps up to that have gold's labels.",
      },
      (gold, own) => {
        const [first, said] = [gold.indexOf(wrong), own.indexOf(wrong)];
        return first >= 0 && said > first ? upTo(first) : [];
      },
    ),
  ];
}
