import { readFile } from "node:fs/promises";
import { Scorecard } from "@stepladder/schema";
import { printScorecard } from "@stepladder/wasm/host/print.ts";
import { recognise } from "@stepladder/wasm/host/recognise.ts";
import { describe, expect, it } from "vitest";
import { file, fixtures, goldItems, lines, score } from "./testing.ts";
import track from "./track.ts";

const card = await score(await fixtures("predictions.jsonl"));
const told = ({ scores }: Pick<Scorecard, "scores">) =>
  Object.fromEntries(Object.entries(scores).map(([id, { value, reason }]) => [id, value ?? reason]));

describe("the fixtures", () => {
  it("have the scores that can be worked out by hand", () => {
    expect(told(card)).toEqual({
      // 13 pairs: 9 9, 8 7, 3 6, 10 9; 7 8, 2 6, 5 2; 8 8, 9 8; 6 7, 4 4, 7 5, 10 9. Of 3 6, 2 6 and 7 5 one alone is above 5.
      "grade-accuracy": 10 / 13,
      "grade-f1": (2 * 8) / (9 + 10),
      "grade-exact": 3 / 13,
      "grade-error": 18 / 13,
      // Sums 88 and 88, of squares 678 and 650, of products 642.
      "grade-correlation": expect.closeTo((13 * 642 - 88 * 88) / Math.sqrt((13 * 678 - 88 * 88) * (13 * 650 - 88 * 88)), 14),
      // Of the 12 steps of three successful trajectories.
      "kept-share": 8 / 12,
      "steps-graded": 14 / 15,
      "task-success": 3 / 3,
    });
    expect(Object.keys(card.scores)).toEqual([...track.metrics]);
    expect(card.coverage).toEqual({ items: 5, scored: 4, unscored: { "no-prediction": 1 }, share: 4 / 5 });
  });

  it("survive grade by grade: all that are graded at 0, what is kept at 6", () => {
    const curve = card.curves["grade-at-least"] ?? [];
    expect(curve.map(({ x }) => x)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect([curve[0]?.value, curve[6]?.value, curve[10]?.value]).toEqual([11 / 12, card.scores["kept-share"]?.value, 0]);
    for (const [k, { value, items }] of curve.entries()) {
      expect(value).toBeLessThanOrEqual(curve[k - 1]?.value ?? 1);
      expect(items).toBe(12);
    }
  });

  it("print as a scorecard of the schema, and no fixture names a place on a machine", async () => {
    expect(Scorecard.parse(JSON.parse(printScorecard(card)))).toEqual(card);
    for (const source of await fixtures(".")) {
      const text = await readFile(new URL(`fixtures/${source.name}`, import.meta.url), "utf8");
      expect(text, source.name).not.toMatch(/\/(?:home|work|Users|tmp)\//);
    }
  });

  it("have the same agreement in the layout of the release, lines naming trajectories", async () => {
    const released = await score(await fixtures("graded.jsonl"), await fixtures("official"));
    expect(told(released)).toEqual({ ...told(card), "task-success": "no trajectory has a verdict" });
    const items = await goldItems(await fixtures("gold.jsonl"));
    expect(await goldItems(await fixtures("official"))).toEqual(items.map((item) => ({ ...item, site: "" })));
  });
});

describe("files", () => {
  it.each([
    ["official/webstar.jsonl", "prediction webstar"],
    ["graded.jsonl", "prediction webstar"],
    ["tasks.jsonl", "gold webvoyager"],
    ["gold.jsonl", "gold stepladder-gold"],
    ["predictions.jsonl", "prediction records"],
    ["verdicts.jsonl", "prediction records"],
    ["malformed/predictions.jsonl", "prediction records"],
  ])("%s is recognised as %s", async (path, expected) => {
    const { files } = await recognise([track], await fixtures(path));
    expect(files.map(({ role, format, track: found }) => [found, `${role} ${format}`])).toEqual([["step-grades", expected]]);
  });

  it("of verdicts on tasks have a success, by site, and no agreement", async () => {
    const { scores, slices, extraction, coverage } = await score(await fixtures("verdicts.jsonl"), await fixtures("tasks.jsonl"));
    expect(scores["task-success"]).toMatchObject({ value: 1 / 2, scored: 2 });
    expect(scores["grade-accuracy"]?.reason).toBe("no step has a grade here and in gold");
    expect(slices.site?.Shop?.["task-success"]?.value).toBe(1 / 2);
    expect([extraction?.attempted, coverage.unscored]).toEqual([3, { unreadable: 1 }]);
  });

  it("that are malformed cost their item only, and each fault is told with its place", async () => {
    const { problems, coverage } = await score(await fixtures("malformed/predictions.jsonl"));
    expect(coverage.scored).toBe(1);
    const found = problems.flatMap(({ examples }) => examples.map(({ line, field, expected }) => [line, field, expected]));
    expect(found).toEqual(
      expect.arrayContaining([
        [1, "prediction.grades[1]", "a grade from 0 on"],
        [2, "prediction.grades[0]", "a whole number"],
        [3, "prediction", "grades, success or both"],
        [5, "prediction.success", "true or false"],
        [6, undefined, "the id of an item in gold"],
      ]),
    );
  });
});

it("grades to 100 are told, with the scores of a tenth of them", async () => {
  const grades = [
    [90, 80, 30, 100],
    [70, 20, 50],
    [80, 90],
  ];
  const { diagnoses } = await score([lines(...grades.map((one, i) => ({ id: `webstar:${i + 1}`, prediction: { grades: one } })))]);
  expect(diagnoses.map(({ id, items, mended }) => [id, items, mended["grade-exact"]?.value])).toEqual([["graded-to-100", 3, 1]]);
  expect(card.diagnoses).toEqual([]);
});

describe("the datasheet", async () => {
  const readme = await readFile(new URL("README.md", import.meta.url), "utf8");
  const code = [...readme.matchAll(/`(\{"(?:conversations|web_name|id)".+?\})`/g)].map(([, json]) => json as string);
  const [record = "", task = "", own = "", ...predictions] = code;

  it("has examples of gold that are read as they say", async () => {
    expect(code).toHaveLength(6);
    expect(await goldItems([file("g.jsonl", record)])).toEqual([JSON.parse(own)]);
    expect(await goldItems([file("g.jsonl", task)])).toEqual([{ id: "webstar:Shop--0", site: "Shop", grades: [] }]);
  });

  it("has examples of predictions that are scored as they say", async () => {
    const cards = await Promise.all(predictions.map((json) => score([file("p.jsonl", json)], [file("g.jsonl", own)])));
    const values = cards.map(({ scores }) => [scores["grade-error"]?.value, scores["task-success"]?.value]);
    expect(values).toEqual([
      [2, 1],
      [0, undefined],
      [undefined, 1],
    ]);
  });

  it("has texts whose grades and verdicts are drawn as it says", async () => {
    const { gradeOf, verdictOf } = await import("./rules.ts");
    const grades = ["Expected value: 7.5", "Expected value: 12", "Expected value: **8**", "Expected value: -3", "EXPECTED VALUE :4"];
    for (const text of grades) expect(readme).toContain(`\`${text}\``);
    expect(grades.map(gradeOf)).toEqual([7, 12, undefined, undefined, undefined]);
    expect(["NOT SUCCESS", "SUCCESS", "UNSUCCESSFUL", "Success"].map(verdictOf)).toEqual([false, true, true, undefined]);
  });

  it("has the published figures", async () => {
    const { publishedFigures } = await import("./published.ts");
    for (const { quoted } of publishedFigures)
      expect(readme).toContain(`${((quoted.scores["task-success"]?.value as number) * 100).toFixed(1)} %`);
  });
});
