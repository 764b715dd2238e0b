import { describe, expect, it } from "vitest";
import { file, fixtures, goldItems, refusal, score } from "./testing.ts";

const joined = await fixtures("predictions.jsonl");
const card = await score(joined);

describe("gold", () => {
  it("as rows, as the official folder and as imported gives the same card but for its hash", async () => {
    const rowsGold = await fixtures("gold.jsonl");
    const imported = (await goldItems(rowsGold)).map((item) => `${JSON.stringify(item)}\n`).join("");
    const { hashes, ...expected } = card;
    for (const gold of [await fixtures("official/dataset"), await fixtures("official"), [file("items.jsonl", imported)]]) {
      const { hashes: own, ...same } = await score(joined, gold);
      expect(same).toEqual(expected);
      expect(own.gold).not.toBe(hashes.gold);
      expect(own.predictions).toBe(hashes.predictions);
    }
  });

  it("that is wrong somewhere is refused as a whole, with every fault", async () => {
    const problems = await refusal(score(joined, await fixtures("malformed/gold.jsonl")));
    expect(problems.map(({ id, line, field, found }) => [line, id, field, found])).toEqual([
      [2, "task21_0005", "label.intermediate[1]", "10.5"],
      [3, "task16_0004", "label.intermediate[1]", "null"],
      [4, "task23_0007", "label.final", "nothing"],
    ]);
  });

  it("with a label file that cannot be read is refused; whatever else lies in the folder is passed over", async () => {
    const gold = await fixtures("official/dataset");
    const beside = [file("README.md", "# notes"), file("scores.csv", '"no end'), file("logo.bin", "PARE")];
    expect((await score(joined, [...gold, ...beside])).coverage.items).toBe(8);
    for (const content of ['{"init": "c",', "", "[1,"]) {
      const broken = file("task01/label/0001.json", content);
      expect(await refusal(score(joined, [...gold, broken])), content).toMatchObject([{ file: "task01/label/0001.json" }]);
    }
  });
});

describe("predictions", () => {
  it("as one file per example give the same scores as joined", async () => {
    for (const path of ["official/preds_json/tidy", "official/preds_json"]) {
      const { scores, items, diagnoses, coverage } = await score(await fixtures(path));
      expect({ scores, items, diagnoses, coverage }).toEqual({
        scores: card.scores,
        items: card.items,
        diagnoses: card.diagnoses,
        coverage: card.coverage,
      });
    }
  });

  it("as one file per example may have an empty or broken one: it costs its item", async () => {
    const folder = (await fixtures("official/preds_json/tidy")).filter(
      ({ name }) => !name.startsWith("task01") && !name.startsWith("task04"),
    );
    const { coverage, items, problems } = await score([...folder, file("task01/0000.json", ""), file("task04/0001.json", "{")]);
    expect(coverage).toMatchObject({ scored: 5, unscored: { unreadable: 1, "no-prediction": 2 } });
    expect(items[0]).toMatchObject({ id: "task01_0000", unscored: "unreadable" });
    expect(problems.flatMap(({ examples }) => examples.map((one) => [one.kind, one.file])).slice(0, 2)).toEqual([
      ["empty-answer", "task01/0000.json"],
      ["not-json", "task04/0001.json"],
    ]);
    expect(await refusal(score([file("p.jsonl", "")]))).toMatchObject([{ kind: "empty", file: "p.jsonl" }]);
  });

  it("as model text say how many were extracted, by which rule", async () => {
    const { extraction, coverage, items, problems } = await score(await fixtures("official/preds/chatty"));
    expect(extraction).toEqual({ attempted: 5, extracted: 4, rules: { "fenced-json": 1, json: 1, labelled: 1, "python-literal": 1 } });
    expect(coverage.unscored).toEqual({ "no-prediction": 3, unreadable: 1 });
    expect(items.filter(({ statistics }) => statistics["sequential-match"] === 1).map(({ id }) => id)).toEqual([
      "task01_0000",
      "task04_0001",
      "task07_0002",
      "task13_0003",
    ]);
    expect(problems.map(({ kind, count }) => [kind, count])).toEqual([
      ["missing-prediction", 3],
      ["nothing-extracted", 1],
    ]);
  });

  it("that are malformed cost their item only, and each fault is told with its place", async () => {
    const { problems, coverage, scores } = await score(await fixtures("malformed/predictions.jsonl"));
    expect(problems.flatMap(({ kind, examples }) => examples.map(({ line, id, field }) => [kind, line, id, field])).slice(0, 8)).toEqual([
      ["doubled-id", 9, "task01_0000", undefined],
      ["no-id", 3, undefined, "id"],
      ["not-an-object", 7, undefined, undefined],
      ["not-json", 2, undefined, undefined],
      ["unknown-id", 8, "task09_0239", undefined],
      ["wrong-field", 4, "task07_0002", "prediction.intermediate"],
      ["wrong-field", 5, "task13_0003", "prediction.final"],
      ["wrong-sample", 6, "task16_0004", "sample"],
    ]);
    expect(problems.slice(7).map(({ kind, count }) => [kind, count])).toEqual([["missing-prediction", 4]]);
    expect(coverage).toEqual({ items: 8, scored: 1, unscored: { "no-prediction": 4, unreadable: 3 }, share: 1 / 8 });
    // The unreadable task16_0004 counts as empty, and its final state is.
    expect(scores["final-match"]?.value).toBe(2 / 8);
  });

  it("for another release or another benchmark are refused by name", async () => {
    const line = (id: string) => file("p.jsonl", JSON.stringify({ id, prediction: { intermediate: [], final: "" } }));
    expect(await refusal(score([line("task05_0100")]))).toMatchObject([{ kind: "wrong-split" }]);
    expect(await refusal(score([line("pl-1-00000")]))).toMatchObject([{ kind: "wrong-track", expected: "ids of ProcBench" }]);
  });

  it("keep the difference between 21 and 21.0 through every layout", async () => {
    const gold = [file("g.jsonl", '{"problem_name":"task01_0000","label":{"init":"","intermediate":[],"final":"21"}}')];
    const sequential = async (name: string, text: string) => (await score([file(name, text)], gold)).scores["sequential-match"]?.value;
    for (const [number, expected] of [
      ["21", 1],
      ["21.0", 0],
    ] as const) {
      expect(await sequential("p.jsonl", `{"id":"task01_0000","intermediate":[],"final":${number}}`)).toBe(expected);
      expect(await sequential("m/task01/0000.json", `{"intermediate":[],"final":${number}}`)).toBe(expected);
      expect(await sequential("m/task01/0000.txt", `{"intermediate":[],"final":${number}}`)).toBe(expected);
      expect(await sequential("p.csv", `id,output\ntask01_0000,"{""intermediate"": [], ""final"": ${number}}"\n`)).toBe(expected);
    }
  });
});
