import { readFile } from "node:fs/promises";
import type { StatesItem } from "@stepladder/schema";
import { recognise } from "@stepladder/wasm/host/recognise.ts";
import type { Source } from "@stepladder/wasm/intake/source.ts";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import procladder from "../procladder/track.ts";
import { exampleFiles, goldFiles, goldRows } from "./formats.ts";
import { file, fixtures, goldItems, score } from "./testing.ts";
import track from "./track.ts";

interface Row {
  readonly problem_name: string;
  readonly prompt: string;
  readonly label: { readonly init: unknown; readonly intermediate: readonly unknown[]; readonly final: unknown };
}

const rows = (await readFile(new URL("fixtures/gold.jsonl", import.meta.url), "utf8"))
  .trimEnd()
  .split("\n")
  .map((line): Row => JSON.parse(line));
const joined = (await goldItems(await fixtures("gold.jsonl"))) as StatesItem[];

describe("parquet", () => {
  const text = (name: string, data: readonly string[]) => ({ name, data: [...data], type: "STRING" as const });
  const names = (own: readonly Row[]) => [
    text(
      "problem_name",
      own.map((row) => row.problem_name),
    ),
    text(
      "prompt",
      own.map((row) => row.prompt),
    ),
  ];

  it("with the label as JSON text reads to the same gold as JSONL", async () => {
    const label = text(
      "label",
      rows.map((row) => JSON.stringify(row.label)),
    );
    const source = file("gold.parquet", parquetWriteBuffer({ columnData: [...names(rows), label] }));
    expect(await goldItems([source])).toEqual(joined);
  });

  it("with the label as a struct reads to the same gold as JSONL", async () => {
    // A struct has one type per field: text states here.
    const own = rows.filter(({ problem_name }) => /^task(?:01|16|22)/.test(problem_name));
    const label = { name: "label", data: own.map((row) => row.label) };
    const utf8 = (name: string) => ({ name, type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "OPTIONAL" }) as const;
    const source = file(
      "gold.parquet",
      parquetWriteBuffer({
        columnData: [...names(own).map(({ name, data }) => ({ name, data })), label],
        schema: [
          { name: "root", num_children: 3 },
          utf8("problem_name"),
          utf8("prompt"),
          { name: "label", num_children: 3, repetition_type: "OPTIONAL" },
          utf8("init"),
          { name: "intermediate", num_children: 1, converted_type: "LIST", repetition_type: "OPTIONAL" },
          { name: "list", num_children: 1, repetition_type: "REPEATED" },
          utf8("element"),
          utf8("final"),
        ],
      }),
    );
    expect(await goldItems([source])).toEqual(joined.filter(({ id }) => own.some((row) => row.problem_name === id)));
  });
});

describe("official files", () => {
  const at = (path: string) => ({ value: { init: "", intermediate: [], final: "x" }, file: path });

  it.each([
    ["experiment/e/dataset/task07/label/0012.json", "task07_0012"],
    ["task07/label/0012.json", "task07_0012"],
    ["all.zip/dataset/task23/label/0239.json", "task23_0239"],
  ])("%s is gold of %s", (path, id) => {
    expect([goldFiles.accepts(at(path)), exampleFiles.accepts(at(path))]).toEqual([true, false]);
    expect(goldFiles.read(at(path))?.id).toBe(id);
  });

  it.each([
    ["preds_json/m/task07/0012.json", "task07_0012"],
    ["m.zip/task01/0000.json", "task01_0000"],
    ["task01/0000.txt", "task01_0000"],
  ])("%s is a prediction for %s", (path, id) => {
    expect([goldFiles.accepts(at(path)), exampleFiles.accepts(at(path))]).toEqual([false, true]);
    expect(exampleFiles.read(at(path))).toMatchObject({ id, sample: undefined, prediction: { intermediate: [], final: "x" } });
  });

  it("prompt and config files are passed over", () => {
    for (const path of ["task07/prompt/0012.txt", "task07/config/0012.json"]) {
      expect(goldFiles.accepts(at(path)), path).toBe(true);
      expect(goldFiles.read(at(path)), path).toBeUndefined();
    }
  });

  it.each(["task7/0012.json", "task07/12.json", "task07/0012.jsonl", "task07/labels/0012.json", "mytask07/0012.json", "task07_0012.json"])(
    "%s is neither",
    (path) => {
      expect([goldFiles.accepts(at(path)), exampleFiles.accepts(at(path))]).toEqual([false, false]);
    },
  );
});

describe("official rows", () => {
  const label = { init: "s", intermediate: ["a"], final: "b" };
  const read = (value: object) => goldRows.read({ value, file: "f" });

  it("carry the prompt, and the name of the task in official words", () => {
    expect(read({ problem_name: "task19_0007", prompt: "p", label })).toEqual({
      id: "task19_0007",
      task: "DeleteChar",
      prompt: "p",
      ...label,
    });
  });

  it("may name their problem by task and example", () => {
    const row = { task_name: "task16", example_name: "0003", label };
    expect(goldRows.accepts({ value: row, file: "f" })).toBe(true);
    expect(read(row)).toMatchObject({ id: "task16_0003", task: "PushPop" });
    expect(goldRows.accepts({ value: { example_name: "0003", label }, file: "f" })).toBe(false);
  });

  it("keep a number of the label as it was written, also inside JSON text", () => {
    expect(() => read({ problem_name: "task21_0000", label: '{"intermediate": [], "final": 21.0}' })).toThrow(
      "label.final: expected a string, a whole number or a list, found 21.0",
    );
    expect(read({ problem_name: "task21_0000", label: '{"intermediate": [], "final": 21}' })).toMatchObject({ final: 21, init: null });
  });

  it("with a label that is not JSON are refused", () => {
    expect(() => read({ problem_name: "task21_0000", label: "{'final': 21}" })).toThrow("expected JSON");
  });
});

describe("recognise", () => {
  const told = async (sources: readonly Source[]) => {
    const { files, track: own } = await recognise([track, procladder], sources);
    return [own, [...new Set(files.map((one) => `${one.role} ${one.track} ${one.format}`))]];
  };

  it.each([
    ["gold.jsonl", [undefined, ["gold procbench official-rows"]]],
    ["official/dataset", [undefined, ["gold procbench official-files"]]],
    ["predictions.jsonl", ["procbench", ["prediction procbench records"]]],
    ["official/preds_json", ["procbench", ["prediction procbench example-files"]]],
    ["official/preds/chatty", ["procbench", ["prediction procbench example-files"]]],
    ["malformed/predictions.jsonl", ["procbench", ["prediction procbench records"]]],
  ])("tells %s", async (path, expected) => {
    expect(await told(await fixtures(path))).toEqual(expected);
  });

  it("tells gold as imported from that of the other track by its ids", async () => {
    const lines = (id: string) => JSON.stringify({ ...joined[0], id });
    expect(await told([file("items.jsonl", lines("task01_0000"))])).toEqual([undefined, ["gold procbench stepladder-gold"]]);
    expect(await told([file("items.jsonl", lines("pl-1-00000"))])).toEqual([undefined, ["gold procladder stepladder-gold"]]);
  });

  it("tells a whole experiment folder, file by file", async () => {
    const [own, kinds] = await told(await fixtures("official"));
    expect(own).toBe("procbench");
    expect(kinds).toEqual(["gold procbench official-files", "prediction procbench example-files"]);
  });
});

it("a table of predictions scores as the same records in JSONL", async () => {
  const quoted = (value: unknown) => `"${(typeof value === "string" ? value : JSON.stringify(value)).replaceAll('"', '""')}"`;
  const cells = joined.map(({ id, intermediate, final }) => [id, intermediate, final].map(quoted).join(","));
  const { scores, coverage } = await score([file("p.csv", ["id,intermediate,final", ...cells].join("\n"))]);
  expect(coverage.share).toBe(1);
  expect(scores["sequential-match"]?.value).toBe(1);
});
