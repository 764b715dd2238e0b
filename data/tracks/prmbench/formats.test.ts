import { readFile } from "node:fs/promises";
import { recognise } from "@stepladder/wasm/host/recognise.ts";
import { describe, expect, it } from "vitest";
import agentprocessbench from "../agentprocessbench/track.ts";
import processbench from "../processbench/track.ts";
import { thresholded } from "./scores.ts";
import { file, fixtures, goldItems, lines, refusal, score } from "./testing.ts";
import track from "./track.ts";

const card = await score(await fixtures("predictions.jsonl"));
/** What does not hang on how the predictions were written. */
const told = ({ scores, slices, coverage, items }: typeof card) => ({ scores, slices, coverage, items });

it("scores become labels as in the official models", () => {
  expect(thresholded([0.9, 0.5, 0.51], 0.5, "level")).toEqual([1, 0, 1]);
  expect(thresholded([-0.04, -0.2, -0.2], -0.05, "difference")).toEqual([1, 0, 1]);
  expect(thresholded([-0.05], -0.05, "difference")).toEqual([0]);
});

describe("gold", () => {
  it("in the official layout is the same as imported, whatever order its files stand in", async () => {
    const official = await fixtures("official/gold");
    const items = await goldItems(await fixtures("gold.jsonl"));
    expect(await goldItems(official)).toEqual(items);
    expect(await goldItems(official.toReversed())).toEqual(items);
  });

  it("is the first of rows with one id, and correct solutions come from rows of redundancy", async () => {
    const row = (steps: number) => ({
      idx: "prm_test_p1_5",
      classification: "redundency",
      original_question: "q",
      original_process: ["a"],
      modified_process: Array(steps).fill("s"),
      error_steps: [2],
    });
    const items = await goldItems([lines(row(3), row(4))]);
    expect(items.map(({ id, steps }) => [id, steps])).toEqual([
      ["redundency_prm_test_p1_5", 3],
      ["correct_prm_test_p1_5", 1],
    ]);
    expect(await refusal(goldItems([lines({ ...row(3), classification: "typo" })]))).toMatchObject([{ field: "idx" }]);
    expect(await refusal(goldItems([lines({ ...row(3), error_steps: [0] })]))).toMatchObject([{ field: "errors[0]", found: "0" }]);
  });

  it("that is wrong somewhere is refused as a whole, with every fault", async () => {
    const problems = await refusal(score(await fixtures("predictions.jsonl"), await fixtures("malformed/gold.jsonl")));
    expect(problems.map(({ line, field, found }) => [line, field, found])).toEqual([
      [2, "errors[0]", "0"],
      [3, "steps", "0"],
      [4, "errors[0]", "2"],
      [5, "question", "an empty text"],
    ]);
  });

  it("given as predictions is refused, not scored as a perfect critic", async () => {
    for (const gold of [await fixtures("gold.jsonl"), await fixtures("official/gold")]) {
      expect(await refusal(score(gold, gold))).toMatchObject(gold.map(() => ({ kind: "gold-given" })));
    }
  });
});

describe("predictions", () => {
  it.each(["mine.jsonl", "mine_logs.jsonl"])("as the official runs write them (%s) score as the same under our ids", async (name) => {
    expect(told(await score(await fixtures(`official/predictions/${name}`)))).toEqual(told(card));
  });

  it("labels of redundancy count in two classes only, and a label there is turned around", async () => {
    const record = (idx: string) => ({
      idx,
      scores: { step_level_validity_labels: [1, 1, 1, 1], step_level_redundancy_labels: [0, 1, 0, 1] },
    });
    const { items } = await score([lines(record("redundency_prm_test_p1_0"), record("deception_prm_train_p1_7"))]);
    const of = (id: string) => items.find((item) => item.id === id)?.statistics;
    expect(of("redundency_prm_test_p1_0")).toMatchObject({ "incorrect-as-incorrect": 1, "correct-as-incorrect": 1 });
    expect(of("deception_prm_train_p1_7")).toMatchObject({ "incorrect-as-correct": 2, "correct-as-correct": 2 });
  });

  it("of one item twice are told, and the first is scored, as officially", async () => {
    const record = (label: boolean) => ({ idx: "multi_solutions_prm_test_p12_3", scores: { step_level_validity_labels: [label, label] } });
    const { scores, problems } = await score([lines(record(true), record(false))]);
    expect(scores["validity-recall"]?.value).toBe(1);
    expect(problems.map(({ kind }) => kind)).toContain("doubled-id");
  });

  it("a number that is neither 0 nor 1 is not valid, and flags no first error", async () => {
    const { items } = await score([lines({ id: "confidence_prm_test_p1_0", prediction: { labels: [0.7, 0.2, 0] } })]);
    const { statistics } = items.find(({ id }) => id === "confidence_prm_test_p1_0") ?? {};
    expect(statistics).toMatchObject({
      "correct-as-other": 1,
      "incorrect-as-other": 1,
      "first-error-answered": 1,
      "first-error-flagged": 0,
    });
  });

  it("in a table carry their labels as JSON text", async () => {
    const { scores } = await score([file("p.csv", 'id,labels\nconfidence_prm_test_p1_0,"[true, false, false]"\n')]);
    expect(scores["prm-score"]?.value).toBe(1);
  });

  it.each([
    ["no threshold", { scores: [0.1] }, "prediction.threshold"],
    ["an unknown comparison", { scores: [0.1], threshold: 0, compare: "rise" }, "prediction.compare"],
    ["nothing", {}, "prediction.labels"],
    ["a null among labels", { labels: [true, null] }, "prediction.labels"],
  ])("with %s say what is wrong with them", async (_, prediction, field) => {
    expect(await refusal(score([lines({ id: "confidence_prm_test_p1_0", prediction })]))).toMatchObject([{ kind: "wrong-field", field }]);
  });

  it("that are malformed cost their item only, and each fault is told with its place", async () => {
    const { problems, coverage } = await score(await fixtures("malformed/predictions.jsonl"));
    const faults = problems.filter(({ severity }) => severity === "error").flatMap(({ examples }) => examples);
    expect(faults.map(({ kind, line, id, field }) => [kind, line, id, field])).toEqual([
      ["no-id", 5, undefined, "id"],
      ["not-an-object", 6, undefined, undefined],
      ["not-json", 2, undefined, undefined],
      ["unknown-id", 7, "correct_prm_test_p1_9", undefined],
      ["wrong-field", 3, "circular_prm_test_p1_0", "scores.step_level_validity_labels"],
      ["wrong-field", 4, "redundency_prm_test_p1_0", "scores.step_level_validity_labels"],
      ["wrong-field", 8, "deception_prm_train_p1_7", "scores.step_level_validity_labels"],
    ]);
    expect(coverage).toEqual({ items: 8, scored: 1, unscored: { "no-prediction": 4, unreadable: 3 }, share: 1 / 8 });
  });
});

describe("recognise", () => {
  it.each([
    ["gold.jsonl", "gold prmbench stepladder-gold"],
    ["official/gold", "gold prmbench official-gold"],
    ["official/predictions", "prediction prmbench official-results"],
    ["predictions.jsonl", "prediction prmbench records"],
    ["malformed/predictions.jsonl", "prediction prmbench official-results"],
  ])("tells %s", async (path, expected) => {
    const { files } = await recognise([agentprocessbench, processbench, track], await fixtures(path));
    expect([...new Set(files.map(({ role, track: own, format }) => `${role} ${own} ${format}`))]).toEqual([expected]);
  });

  it("owns ids of its own form only", () => {
    expect(["correct_prm_test_p2_87", "multi_solutions_prm_test_p12_3"].every((id) => track.owns(id))).toBe(true);
    expect(["prm_test_p2_87", "correct_prm_dev_p1_1", "typo_prm_test_p1_1", "correct_prm_test_p2_87\n"].some((id) => track.owns(id))).toBe(
      false,
    );
  });

  it("shape alone is looked at, and nothing throws", () => {
    for (const value of [
      undefined,
      null,
      1,
      "text",
      [],
      {},
      { idx: "x", scores: 1 },
      { id: 1, prediction: null },
      { labels: {}, id: {} },
    ]) {
      for (const format of [...track.goldFormats, ...track.formats]) {
        expect(() => format.accepts({ value, file: "f.jsonl" }), `${format.id} ${JSON.stringify(value)}`).not.toThrow();
      }
    }
  });
});

it("no fixture names a place on a machine", async () => {
  for (const source of await fixtures(".")) {
    const text = await readFile(new URL(`fixtures/${source.name}`, import.meta.url), "utf8");
    expect(text, source.name).not.toMatch(/\/(?:home|work|Users|tmp)\//);
  }
});
