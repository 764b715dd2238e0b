import { describe, expect, it } from "vitest";
import { gzip, readAll } from "./testing.ts";

const RUN = "q-1 Q0 d-1 1 0.5 mine\nq-1 Q0 d-2 2 -3e-2 mine\n";
const QRELS = "q-1 0 d-1 1\nq-1 0 d-2 0\n";
const ranked = [
  { query: "q-1", document: "d-1", rank: 1, score: 0.5, run: "mine" },
  { query: "q-1", document: "d-2", rank: 2, score: -0.03, run: "mine" },
];
const judged = [
  { query: "q-1", document: "d-1", relevance: 1 },
  { query: "q-1", document: "d-2", relevance: 0 },
];

describe("TREC", () => {
  it.each(["x", "x.trec", "run.txt", "x.run"])("runs are told by their first line, also as %s", async (name) => {
    const all = await readAll([name, RUN]);
    expect(all.records.map(({ value, line }) => [value, line])).toEqual(ranked.map((value, i) => [value, i + 1]));
    expect((await readAll([`${name}.gz`, await gzip(RUN)])).records.map(({ value }) => value)).toEqual(ranked);
  });

  it("lines may have tabs, blanks in a row, blank lines between and carriage returns", async () => {
    const { records, problems } = await readAll(["x", `${RUN.replaceAll(" ", "\t").replaceAll("\n", "  \r\n\r\n")}`]);
    expect([records.map(({ value }) => value), problems]).toEqual([ranked, []]);
  });

  it.each(["x", "x.qrels", "qrels.txt", "words-qrels.test.tsv.qrels"])("qrels are told too, as %s", async (name) => {
    expect((await readAll([name, QRELS])).records.map(({ value }) => value)).toEqual(judged);
  });

  it.each([
    ["x.txt", "turn 0 left 3\n", ["turn 0 left 3\n"]],
    [
      "x.tsv",
      "1\t0\t5\t3\n2\t0\t4\t4\n",
      [
        ["1", "0", "5", "3"],
        ["2", "0", "4", "4"],
      ],
    ],
  ])("%s with four words of which one is 0 is what its name says", async (name, text, expected) => {
    expect((await readAll([name, text])).records.map(({ value }) => value)).toEqual(expected);
  });

  it("tells lines that are none, and reads on", async () => {
    const { records, problems } = await readAll(["x", `${RUN}q-1 Q0 d 3 3 0.1 mine\nq-1 Q0 d-3 3 nan mine\nq-1 Q0 d-4 0.5 1 mine\n${RUN}`]);
    expect(records.map(({ line }) => line)).toEqual([1, 2, 6, 7]);
    expect(problems).toMatchObject([
      { kind: "wrong-columns", line: 3, expected: "6 fields: query Q0 document rank score run", found: "7: q-1 Q0 d 3 3 0.1 mine" },
      { kind: "wrong-field", line: 4, field: "score", expected: "a finite number", found: "nan" },
      { kind: "wrong-field", line: 5, field: "rank", expected: "a whole number", found: "0.5" },
    ]);
    expect((await readAll(["x", `${QRELS}q-1 0 d-3 high\n`])).problems).toMatchObject([{ line: 3, field: "relevance" }]);
  });
});
