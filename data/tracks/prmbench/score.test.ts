import { Scorecard } from "@stepladder/schema";
import { printScorecard } from "@stepladder/wasm/host/print.ts";
import { describe, expect, it } from "vitest";
import { baselines } from "./baselines.ts";
import { fixtures, goldItems, lines, score } from "./testing.ts";
import track from "./track.ts";

const card = await score(await fixtures("predictions.jsonl"));
const gold = await goldItems(await fixtures("gold.jsonl"));

/** Right steps labelled valid, wrong ones labelled valid, wrong and right ones labelled wrong, first error flagged. */
const rows: Record<string, readonly number[]> = {
  // labels of redundancy, turned around
  redundency_prm_test_p1_0: [3, 0, 1, 0, 1],
  redundency_prm_train_p1_7: [3, 1, 0, 0, 0],
  // scores that have to keep within 0.05 of the one before
  circular_prm_test_p1_0: [1, 1, 1, 1, 1],
  // scores above 0.5
  confidence_prm_test_p1_0: [1, 1, 1, 0, 1],
  // the last step has no label, and of the three errors one lies behind it
  deception_prm_train_p1_7: [1, 0, 2, 0, 1],
  multi_solutions_prm_test_p12_3: [2, 0, 0, 0, 0],
  correct_prm_test_p1_0: [2, 0, 0, 1, 0],
  // no answer
  correct_prm_train_p1_7: [0, 0, 0, 0, 0],
};

describe("the fixtures", () => {
  it("have the rows that can be worked out by hand", () => {
    const ids = ["correct-as-correct", "incorrect-as-correct", "incorrect-as-incorrect", "correct-as-incorrect", "first-error-flagged"];
    expect(Object.fromEntries(card.items.map(({ id, statistics }) => [id, ids.map((one) => statistics[one])]))).toEqual(rows);
  });

  it("have the scores that follow, the correct solutions in no total", () => {
    const values = Object.fromEntries(Object.entries(card.scores).map(([id, { value, reason }]) => [id, value ?? reason]));
    // In totals: 11 valid as valid, 3 wrong as valid, 5 wrong as wrong, 1 valid as wrong.
    expect(values).toMatchObject({
      "prm-score": expect.closeTo(0.5 * (22 / 26) + 0.5 * (10 / 14), 15),
      "validity-f1": expect.closeTo(22 / 26, 15),
      "validity-negative-f1": expect.closeTo(10 / 14, 15),
      "validity-precision": 11 / 14,
      "validity-recall": 11 / 12,
      "validity-negative-precision": 5 / 6,
      "validity-negative-recall": 5 / 8,
      "validity-accuracy": 16 / 20,
      "validity-first-error": 4 / 5,
      "error-free-step-accuracy": 2 / 3,
      // Of 28 steps 18 are labelled as in gold: also those of the unanswered solution count.
      "step-accuracy": 18 / 28,
    });
    expect(Object.keys(card.scores)).toEqual([...track.metrics]);
  });

  it("score several solutions without an error by F1 alone, and correct ones by their steps only", () => {
    expect(card.slices.class?.multi_solutions?.["prm-score"]?.value).toBe(1);
    expect(card.slices.class?.multi_solutions?.["validity-negative-f1"]?.reason).toMatch(/^no wrong step got a label/);
    expect(card.slices.class?.correct?.["prm-score"]).toEqual({ reason: "no step got a label", scored: 0, unscored: 0 });
    expect(card.slices.class?.correct?.["error-free-step-accuracy"]?.value).toBe(2 / 3);
  });

  it("tell of missing labels and answers", () => {
    expect(card.coverage).toEqual({ items: 8, scored: 7, unscored: { unreadable: 1 }, share: 7 / 8 });
    expect(card.problems.map(({ kind, examples }) => [kind, examples.map(({ id }) => id)])).toEqual([
      ["labels-and-steps", ["deception_prm_train_p1_7"]],
      ["no-answer", ["correct_prm_train_p1_7"]],
    ]);
  });

  it("are cut as a reader of the field would", () => {
    expect(Object.entries(card.slices).map(([id, values]) => [id, Object.keys(values)])).toEqual([
      ["class", ["redundency", "circular", "confidence", "deception", "multi_solutions", "correct"]],
      ["group", ["simplicity", "soundness", "sensitivity", "correct"]],
      ["length", ["1-8"]],
    ]);
  });

  it("print as a scorecard of the schema", () => {
    expect(Scorecard.parse(JSON.parse(printScorecard(card)))).toEqual(card);
  });
});

type Item = (typeof gold)[number];
/** A submission that labels every item so. */
const saying = (labels: (item: Item) => readonly (number | boolean)[]) =>
  score([lines(...gold.map((item) => ({ id: item.id, prediction: { labels: labels(item) } })))]);
/** Gold's own labels, those of steps behind the last among them. */
const right = ({ steps, errors }: Item): boolean[] => Array.from({ length: Math.max(steps, ...errors) }, (_, i) => !errors.includes(i + 1));
const listed = (item: Item): boolean[] => right(item).slice(0, item.steps);

describe("a submission", () => {
  it("of gold has everything right, whether or not it labels what lies behind the last step", async () => {
    for (const { value } of Object.values((await saying(listed)).scores).slice(0, 10)) expect(value).toBe(1);
    const { scores, problems } = await saying(right);
    for (const { value } of Object.values(scores).slice(0, 10)) expect(value).toBe(1);
    expect(problems.map(({ kind }) => kind)).toEqual(["labels-and-steps"]);
  });

  it("that says nothing has no value in the official figures, and 0 in ours", async () => {
    const { scores } = await saying(() => []);
    expect(scores["prm-score"]).toMatchObject({ reason: "no step got a label" });
    expect([scores["step-accuracy"]?.value, scores["macro-f1"]?.value]).toEqual([0, 0]);
  });

  it("that calls every step valid has half its F1, and of one that calls every step wrong F1 is 0", async () => {
    const valid = await saying(({ steps }) => Array(steps).fill(1));
    expect(valid.scores["prm-score"]?.value).toBe((valid.scores["validity-f1"]?.value as number) / 2);
    const wrong = await saying(({ steps }) => Array(steps).fill(0));
    expect(wrong.scores["validity-f1"]?.value).toBe(0);
    expect(wrong.scores["validity-first-error"]?.value).toBe(1);
  });

  it("labels behind the last known step count as those of right steps", async () => {
    const id = "confidence_prm_test_p1_0";
    const { scores } = await score([lines({ id, prediction: { labels: [1, 0, 0, 1, 0] } })]);
    expect(scores["validity-recall"]?.value).toBe(2 / 3);
  });
});

describe("a known mistake is told with the score that mending gives", () => {
  it.each([
    ["scores-as-labels", (item: Item) => listed(item).map((label) => (label ? 0.9 : 0.2))],
    ["error-steps", (item: Item) => (item.errors.some((error) => error > 1) ? item.errors : listed(item))],
    ["turned-around", (item: Item) => listed(item).map((label) => !label)],
  ] as const)("%s", async (id, mistaken) => {
    const { scores, diagnoses } = await saying(mistaken);
    expect(scores["prm-score"]?.value).toBeLessThan(1);
    expect(diagnoses.map((one) => [one.id, one.mended["prm-score"]?.value])).toContainEqual([id, 1]);
  });

  it("and not seen where there is none", async () => {
    expect((await saying(listed)).diagnoses).toEqual([]);
    expect(card.diagnoses).toEqual([]);
  });
});

it("baselines label every step", () => {
  for (const { id, fit } of baselines) {
    const predict = fit(gold);
    for (const item of gold) {
      const { labels } = predict(item);
      expect(labels.length, id).toBe(item.steps);
      expect(labels.every((label) => label === 0 || label === 1)).toBe(true);
      expect(predict(item)).toEqual({ labels });
    }
  }
});
