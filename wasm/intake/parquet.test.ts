import { SourceNumber } from "@stepladder/schema";
import { type ColumnSource, parquetWriteBuffer } from "hyparquet-writer";
import { expect, test } from "vitest";
import { gzip, readAll } from "./testing.ts";

const LABELS = [
  { intermediate: ["a", "b"], final: "c" },
  { intermediate: [], final: "d" },
];

function parquet(columnData: ColumnSource[], rowGroupSize = 1): Uint8Array<ArrayBuffer> {
  return new Uint8Array(parquetWriteBuffer({ columnData, rowGroupSize }));
}

const IDS: ColumnSource = { name: "id", data: ["one", "two"], type: "STRING" };

test.each([
  ["JSON column", { name: "label", data: LABELS, type: "JSON" } as ColumnSource, LABELS],
  [
    "JSON text",
    { name: "label", data: LABELS.map((label) => JSON.stringify(label)), type: "STRING" } as ColumnSource,
    LABELS.map((l) => JSON.stringify(l)),
  ],
])("a label as %s", async (_, column, expected) => {
  const data = parquet([IDS, column]);
  const { records, files } = await readAll(["x.parquet", data]);
  expect(records).toEqual([
    { value: { id: "one", label: expected[0] }, file: "x.parquet", line: 1 },
    { value: { id: "two", label: expected[1] }, file: "x.parquet", line: 2 },
  ]);
  expect(files).toMatchObject([{ name: "x.parquet", bytes: data.length }]);
  const packed = await readAll(["x.parquet.gz", await gzip(data)]);
  expect(packed.records.map(({ value }) => value)).toEqual(records.map(({ value }) => value));
  expect(packed.files[0]!.sha256).toBe(files[0]!.sha256);
});

test("numbers as Python would read them", async () => {
  const { records } = await readAll([
    "x",
    parquet(
      [
        { name: "int", data: [1, 2], type: "INT32" },
        { name: "big", data: [7n, 2n ** 60n], type: "INT64" },
        { name: "float", data: [21, 0.5], type: "DOUBLE" },
      ],
      2,
    ),
  ]);
  expect(records.map(({ value }) => value)).toEqual([
    { int: 1, big: 7, float: new SourceNumber("21.0") },
    { int: 2, big: new SourceNumber("1152921504606846976"), float: new SourceNumber("0.5") },
  ]);
});

test("one bad value costs one row", async () => {
  const { records, problems } = await readAll(["x", parquet([{ name: "v", data: [Number.NaN, 1], type: "DOUBLE" }])]);
  expect(records).toHaveLength(1);
  expect(problems).toMatchObject([{ kind: "not-finite", field: "v", line: 1 }]);
});

test("a file cut short, and none at all", async () => {
  expect((await readAll(["x", parquet([IDS]).slice(0, -20)])).failure?.kind).toBe("damaged-parquet");
  expect((await readAll(["x", new TextEncoder().encode("PAR1")])).failure?.kind).toBe("damaged-parquet");
});
