import { readFile } from "node:fs/promises";
import type { StatesItem } from "@stepladder/schema";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { file, fixtures, goldItems, score } from "./testing.ts";

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

it("a table of predictions scores as the same records in JSONL", async () => {
  const quoted = (value: unknown) => `"${(typeof value === "string" ? value : JSON.stringify(value)).replaceAll('"', '""')}"`;
  const cells = joined.map(({ id, intermediate, final }) => [id, intermediate, final].map(quoted).join(","));
  const { scores, coverage } = await score([file("p.csv", ["id,intermediate,final", ...cells].join("\n"))]);
  expect(coverage.share).toBe(1);
  expect(scores["sequential-match"]?.value).toBe(1);
});
