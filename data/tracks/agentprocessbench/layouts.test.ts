import { readFile } from "node:fs/promises";
import type { LabelsItem } from "@stepladder/schema";
import { recognise } from "@stepladder/wasm/host/recognise.ts";
import { describe, expect, it } from "vitest";
import procbench from "../procbench/track.ts";
import { file, fixtures, goldItems, refusal, score } from "./testing.ts";
import track from "./track.ts";

const joined = await fixtures("predictions.jsonl");
const card = await score(joined);
const rowsGold = await fixtures("gold.jsonl");

/** What does not hang on how the predictions were written. */
const told = ({ scores, slices, coverage, items }: typeof card) => ({ scores, slices, coverage, items });

describe("gold", () => {
  it("as rows, in the official folder and as imported gives the same card but for its hash", async () => {
    const imported = (await goldItems(rowsGold)).map((item) => `${JSON.stringify(item)}\n`).join("");
    for (const gold of [await fixtures("official/AnswerOnly"), [file("items.jsonl", imported)]]) {
      expect(told(await score(joined, gold))).toEqual(told(card));
    }
  });

  it("keeps question and set of a trajectory, whose id tells its place", async () => {
    expect((await goldItems(rowsGold))[7]).toEqual({
      id: "tau2:49:4",
      dataset: "tau2",
      question: "tau2:49",
      labels: { 2: 1, 4: -1, 6: 1 },
      final: 1,
    });
  });

  it("comes in the official order, whatever order the files stand in", async () => {
    const ids = (await goldItems((await fixtures("official/AnswerOnly")).toReversed())).map((item) => (item as LabelsItem).id);
    expect(ids).toEqual(Object.values(card.items).map(({ id }) => id));
  });

  it("is taken once where trajectories lie beside the rows, and from the trajectories where they are alone", async () => {
    const whole = await fixtures("official");
    expect(await goldItems(whole)).toEqual(await goldItems(rowsGold));
    const alone = await goldItems(await fixtures("official/AgentProcessBench"));
    expect(alone).toEqual((await goldItems(rowsGold)).slice(0, 2));
  });

  it("is refused where a trajectory and its row disagree, or a row is there twice", async () => {
    const [line = ""] = (await readFile(new URL("fixtures/official/AgentProcessBench/hotpotqa.jsonl", import.meta.url), "utf8")).split(
      "\n",
    );
    const other = file("hotpotqa.jsonl", line.replace('"final_label":-1', '"final_label":1'));
    expect(await refusal(goldItems([...rowsGold, other]))).toMatchObject([
      { kind: "doubled-gold", id: "hotpotqa:0:0", file: "hotpotqa.jsonl", expected: "the same labels in the row and in the trajectory" },
    ]);
    expect(await refusal(goldItems([...rowsGold, ...(await fixtures("official/AnswerOnly/tau2_final.jsonl"))]))).toMatchObject([
      { kind: "doubled-gold", id: "tau2:0:0", line: 1 },
      { kind: "doubled-gold", id: "tau2:49:4", line: 2 },
    ]);
  });

  it("that is wrong somewhere is refused as a whole, with every fault", async () => {
    const problems = await refusal(score(joined, await fixtures("malformed/gold.jsonl")));
    expect(problems.map(({ line, id, field, found }) => [line, id, field, found])).toEqual([
      [3, "hotpotqa:0:0", undefined, "the trajectory again"],
      [2, "hotpotqa:0:1", "labels.2", "null"],
      [4, "gaia_dev:0:0", "labels.two", "1"],
      [5, undefined, "total_index", "1000, by the record or from its query_index and sample_index"],
      [6, "tau2:49:4", "final", "2"],
    ]);
  });

  it("given as predictions is refused, not scored as a perfect judge", async () => {
    for (const gold of [rowsGold, [file("g.jsonl", JSON.stringify((await goldItems(rowsGold))[0]))]]) {
      expect(await refusal(score(gold, gold))).toMatchObject([{ kind: "gold-given" }]);
    }
  });
});

describe("predictions", () => {
  it("in the official layout, one file per set, score as the same under our ids", async () => {
    const official = await score(await fixtures("official/results/Mine"));
    expect(told(official)).toEqual(told(card));
    expect(official.problems.map(({ kind, count, examples }) => [kind, count, examples[0]?.id])).toEqual([
      ["missing-prediction", 1, "tau2:49:4"],
      ["no-answer", 1, "hotpotqa:0:1"],
      ["odd-label", 1, "tau2:0:0"],
      ["revised-record", 1, "hotpotqa:0:0"],
    ]);
  });

  it("are warned of where a label is none of gold's, and refused where labels are no labels at all", async () => {
    const record = (labels: unknown) => file("p.jsonl", `${JSON.stringify({ id: "tau2:0:0", prediction: { labels } })}\n`);
    for (const odd of ["correct", 1.5, [1], 2, ""]) {
      const { problems } = await score([record({ 1: 1, 3: odd })]);
      expect(problems.find(({ kind }) => kind === "odd-label")?.examples, JSON.stringify(odd)).toMatchObject([
        { severity: "warning", id: "tau2:0:0", field: "prediction.labels.3", expected: "-1, 0 or 1" },
      ]);
    }
    for (const plain of [{ 1: null }, { 1: "-1", 3: true }, [1, 0, null], {}]) {
      expect((await score([record(plain)])).problems.map(({ kind }) => kind)).not.toContain("odd-label");
    }
    for (const text of ["1,1,-1", "7"])
      expect(await refusal(score([record(text)]))).toMatchObject([{ kind: "wrong-field", field: "prediction.labels" }]);
  });

  it("with all sets in one file score the same", async () => {
    const parts = await Promise.all(
      (await fixtures("official/results/Mine")).map(async ({ name }) =>
        readFile(new URL(`fixtures/official/results/Mine/${name}`, import.meta.url), "utf8"),
      ),
    );
    // Without a file name to tell it, a record names its set or its place.
    expect(told(await score([file("mine.jsonl", parts.join(""))]))).toEqual(told(card));
  });

  it("take their set from the file where the record does not name it", async () => {
    const line = JSON.stringify({ query_index: 0, sample_index: 0, step_labels: { 2: 1, 4: 1, 6: 1 }, comment: "" });
    const { items } = await score([file("tau2__a__b.jsonl", line)]);
    expect(items.find(({ id }) => id === "tau2:0:0")?.statistics["exact-match"]).toBe(1);
    expect(await refusal(score([file("mine.jsonl", line)]))).toMatchObject([{ kind: "wrong-field", field: "dataset" }]);
  });

  it("are grouped by the run that official file names tell", () => {
    const system = (name: string) => track.formats[0]?.system?.(name);
    expect(system("results/Mine/gaia_dev__blind_mine.jsonl")).toBe("blind_mine");
    expect(system("hotpotqa__a__b.jsonl.gz")).toBe("a__b");
    expect(system("predictions_compact/Qwen3-4B.jsonl.gz")).toBeUndefined();
  });

  it("in a table carry their labels as JSON text", async () => {
    const { items } = await score([file("p.csv", 'id,labels\nhotpotqa:0:0,"{""2"": 1, ""4"": 1, ""6"": -1}"\n')]);
    expect(items[0]?.statistics["exact-match"]).toBe(1);
  });

  it("that are malformed cost their item only, and each fault is told with its place", async () => {
    const { problems, coverage } = await score(await fixtures("malformed/predictions.jsonl"));
    const faults = problems.filter(({ severity }) => severity === "error").flatMap(({ examples }) => examples);
    expect(faults.map(({ kind, line, id, field }) => [kind, line, id, field])).toEqual([
      ["no-id", 3, undefined, "query_index"],
      ["no-id", 11, undefined, "query_index"],
      ["not-an-object", 8, undefined, undefined],
      ["not-json", 2, undefined, undefined],
      ["unknown-id", 10, "tau2:0:3", undefined],
      ["wrong-field", 4, "hotpotqa:0:1", "step_labels"],
      ["wrong-field", 5, "gaia_dev:0:0", "step_labels.4"],
      ["wrong-field", 6, undefined, "dataset"],
      ["wrong-field", 7, undefined, "total_index"],
      ["wrong-field", 9, "gaia_dev:0:2", "step_labels[0]"],
    ]);
    expect(coverage).toEqual({ items: 8, scored: 1, unscored: { "no-prediction": 4, unreadable: 3 }, share: 1 / 8 });
  });

  it("under our ids say what is wrong with them", async () => {
    const fault = async (record: object) => (await refusal(score([file("p.jsonl", JSON.stringify(record))])))[0];
    expect(await fault({ id: "hotpotqa:0:0", prediction: {} })).toMatchObject({ field: "prediction.labels", found: "nothing" });
    expect(await fault({ id: "hotpotqa:0:0", prediction: "all fine" })).toMatchObject({ field: "prediction.labels", found: "all fine" });
    expect(await fault({ id: "hotpotqa:0:0", prediction: { labels: 3 } })).toMatchObject({ field: "prediction.labels", found: "3" });
    expect(await fault({ id: "hotpotqa:0:0", sample: -1, prediction: { labels: {} } })).toMatchObject({ field: "sample" });
    expect(await fault({ id: "hotpotqa:1:0", prediction: { labels: {} } })).toMatchObject({ kind: "wrong-split" });
    expect(await fault({ id: "task01_0000", prediction: { labels: {} } })).toMatchObject({ kind: "wrong-track" });
  });
});

describe("recognise", () => {
  it.each([
    ["gold.jsonl", "gold agentprocessbench official-gold"],
    ["official/AnswerOnly", "gold agentprocessbench official-gold"],
    ["official/AgentProcessBench", "gold agentprocessbench official-gold"],
    ["official/results", "prediction agentprocessbench judgments"],
    ["predictions.jsonl", "prediction agentprocessbench records"],
    ["malformed/predictions.jsonl", "prediction agentprocessbench judgments"],
  ])("tells %s", async (path, expected) => {
    const { files } = await recognise([procbench, track], await fixtures(path));
    expect([...new Set(files.map(({ role, track: own, format }) => `${role} ${own} ${format}`))]).toEqual([expected]);
  });

  it("tells gold as imported", async () => {
    const lines = (await goldItems(rowsGold)).map((item) => JSON.stringify(item)).join("\n");
    const { files } = await recognise([procbench, track], [file("items.jsonl", lines)]);
    expect(files).toMatchObject([{ role: "gold", track: "agentprocessbench", format: "stepladder-gold" }]);
  });

  it("owns ids of its own form only", () => {
    const own = ["hotpotqa:0:0", "gaia_dev:49:4", "bfcl:7:1", "tau2:10:2"];
    const foreign = [
      "task01_0000",
      "pl-1-00000",
      "hotpotqa:0",
      "hotpotqa:0:5",
      "hotpotqa:100:0",
      "xhotpotqa:0:0",
      "webshop:0:0",
      "hotpotqa:0:0\n",
    ];
    expect(own.filter((id) => track.owns(id))).toEqual(own);
    expect(foreign.filter((id) => track.owns(id))).toEqual([]);
  });
});

describe("whatever a record holds", () => {
  const labels = (json: string) => `{"dataset":"hotpotqa","query_index":0,"sample_index":0,"comment":"","step_labels":${json}}`;

  it.each([
    ["numbers that nobody can hold", `{"2":1e400,"4":-1e308,"6":${"9".repeat(400)},"8":-0,"10":-0.0}`],
    ["keys that nobody counts", `{"${"9".repeat(5000)}":-1,"1e3":-1,"":-1,"-":-1,"constructor":-1,"toString":1,"99999999999":-1}`],
    ["values of every kind", '{"2":{},"4":[[]],"6":"","8":"\\u0000","10":"\\ud800","12":null,"14":false}'],
    ["a hundred thousand labels", `{${Array.from({ length: 1e5 }, (_, i) => `"${i}":-1`).join()}}`],
    ["text of blanks", `{"2":"${" ".repeat(1e6)}x"}`],
    ["dashes before a digit", `{"2":"${"-".repeat(1e6)}x"}`],
  ])("%s: scored in good time", async (_, json) => {
    const start = performance.now();
    const { items, problems } = await score([file("p.jsonl", labels(json))]);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    for (const value of Object.values(items[0]?.statistics ?? {})) expect(Number.isInteger(value)).toBe(true);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it("a reserved key is refused", async () => {
    expect(await refusal(score([file("p.jsonl", labels('{"__proto__":1}'))]))).toMatchObject([{ kind: "reserved-key" }]);
  });

  it("shape alone is looked at, and nothing throws", () => {
    for (const value of [undefined, null, 1, "text", [], {}, { step_labels: null }, { id: 1, prediction: null }, { labels: {}, id: {} }]) {
      for (const format of [...track.goldFormats, ...track.formats]) {
        expect(() => format.accepts({ value, file: "f.jsonl" }), `${format.id} ${JSON.stringify(value)}`).not.toThrow();
      }
    }
  });
});
