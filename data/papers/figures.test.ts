import { Names, type Paper } from "@stepladder/schema";
import { expect, it } from "vitest";
import { differ, type Figure, type FigureRecord, gather, readFigure, tablesOf } from "./figures.ts";
import { foldName, idOfName, NameTable } from "./names.ts";
import { paperText } from "./write.ts";

const names = new NameTable(
  Names.parse({
    schema: "stepladder/names/1",
    benchmarks: {
      "ladder-qa": { name: "Ladder QA", family: "questions", aliases: ["LQA"] },
      ropes: { name: "Ropes", family: "questions" },
    },
    metrics: {
      accuracy: { name: "Accuracy", unit: "%", better: "higher", aliases: ["acc"] },
      steps: { name: "Steps", unit: "steps", better: "lower" },
    },
    systems: {
      "climber-7b": { name: "Climber-7B", kind: "model", aliases: ["Climber 7B (ours)"] },
      base: { name: "Base", kind: "part" },
    },
  }),
);

const row: FigureRecord = {
  paper: "ladder",
  benchmark: "LQA",
  system: "climber_7b",
  metric: "acc",
  value: "61.0",
  evidence: "published",
  source: "https://example.org",
};

function read(record: FigureRecord, line = 2): Figure {
  const figure = readFigure(record, line, names);
  if (!("system" in figure)) throw new Error(JSON.stringify(figure));
  return figure;
}

it("looks names up by any spelling, and keeps the digits that are printed", () => {
  expect(read(row)).toEqual({
    paper: "ladder",
    benchmark: "ladder-qa",
    system: "climber-7b",
    metric: "accuracy",
    value: "61.0",
    unit: "%",
    evidence: "published",
    source: "https://example.org",
    lines: [2],
  });
  expect(read({ ...row, system: "CLIMBER 7B (ours)", unit: "0-1", value: ".61", items: "40" })).toMatchObject({
    unit: "0-1",
    value: ".61",
    items: 40,
  });
  for (const value of ["29/334", "39-42", "76.5-83.0", "-51.9", ".480"]) expect(read({ ...row, value }).value).toBe(value);
});

it("tells every fault of a row, with its field and what is near", () => {
  const faults = readFigure({ ...row, system: "Climber-7C", value: "about 60", evidence: "seen", items: "0", source: " " }, 9, names);
  expect(faults).toEqual([
    { line: 9, field: "source", expected: "a value", found: "nothing" },
    { line: 9, field: "system", expected: expect.stringContaining('the nearest is "Climber-7B"'), found: '"Climber-7C"' },
    { line: 9, field: "value", expected: expect.stringContaining("29/334"), found: '"about 60"' },
    { line: 9, field: "evidence", expected: expect.stringContaining("published"), found: '"seen"' },
    { line: 9, field: "items", expected: expect.any(String), found: '"0"' },
  ]);
});

it("refuses a table in which one spelling means two things", () => {
  const { systems } = names.names;
  expect(() => new NameTable({ ...names.names, systems: { ...systems, other: { name: "climber 7b", kind: "model" } } })).toThrow(
    /climber7b.*climber-7b and other/,
  );
  expect(foldName("GPT_4o mini")).toBe(foldName("gpt-4o-mini"));
});

it("finds the system behind a name on a board, and the run of it", () => {
  expect(names.systemOf("Climber 7B, 1 shot")).toEqual({ id: "climber-7b", name: "Climber-7B", run: "1 shot" });
  expect(names.systemOf("base (64 s window)")).toEqual({ id: "base", name: "Base", run: "64 s window" });
  // The whole name goes before a part of it.
  expect(names.systemOf("Climber 7B (ours)")).toEqual({ id: "climber-7b", name: "Climber-7B", run: "" });
  expect(names.systemOf("Random, in order")).toEqual({ id: "random-in-order", name: "Random, in order", run: "" });
  expect(["I/O RL + UT RL", "Zhukov et al.", "Qwen2.5-Math-7B", "Plán é", "步骤"].map(idOfName)).toEqual([
    "i-o-rl-plus-ut-rl",
    "zhukov-et-al",
    "qwen2.5-math-7b",
    "plan-e",
    "u6b65-u9aa4",
  ]);
});

it("merges rows that say the same, with all places and the most digits", () => {
  const { figures, merged, contradictions } = gather([
    read({ ...row, value: "61", where: "Table 1" }, 2),
    read({ ...row, where: "Table 4" }, 3),
  ]);
  expect(figures).toMatchObject([{ value: "61.0", where: "Table 1; Table 4", lines: [2, 3] }]);
  expect(merged).toMatchObject([{ lines: [3] }]);
  expect(contradictions).toEqual([]);
});

it("keeps what contradicts side by side, and averages nothing", () => {
  const paper = read({ ...row, value: "61.0" }, 2);
  const rescored = read({ ...row, value: "61.46", evidence: "rescored" }, 3);
  const rounded = read({ ...row, value: "61.04", evidence: "rescored" }, 4);
  expect(gather([paper, rescored]).contradictions).toEqual([[paper, rescored]]);
  expect(gather([paper, rounded]).contradictions).toEqual([]);
  const twice = gather([paper, read({ ...row, value: "58.0" }, 5)]);
  expect(twice.contradictions).toHaveLength(1);
  expect(tablesOf(twice.figures)[0]?.rows.map(({ values }) => values)).toEqual([["61.0"], ["58.0"]]);
});

it("knows when two figures can be roundings of one number", () => {
  expect(differ({ value: "0.480", unit: "0-1" }, { value: "48.0", unit: "%" })).toBe(false);
  expect(differ({ value: "21.2", unit: "%" }, { value: "21.25", unit: "%" })).toBe(false);
  expect(differ({ value: "21.2", unit: "%" }, { value: "21.3", unit: "%" })).toBe(false);
  expect(differ({ value: "21.2", unit: "%" }, { value: "21.40", unit: "%" })).toBe(true);
  expect(differ({ value: "39-42", unit: "count" }, { value: "39-43", unit: "count" })).toBe(true);
});

it("makes a table for each benchmark, version, document and kind of evidence, rows and columns in the order of the file", () => {
  const figures = [
    read({ ...row, setting: "greedy" }, 2),
    read({ ...row, setting: "greedy", metric: "steps", value: "4" }, 3),
    read({ ...row, system: "Base", metric: "steps", value: "9" }, 4),
    read({ ...row, version: "cleaned" }, 5),
    read({ ...row, benchmark: "Ropes" }, 6),
  ];
  const tables = tablesOf(figures);
  expect(tables).toMatchObject([{ benchmark: "ladder-qa" }, { benchmark: "ladder-qa", version: "cleaned" }, { benchmark: "ropes" }]);
  expect(tables[0]).toMatchObject({
    metrics: [
      { metric: "accuracy", unit: "%" },
      { metric: "steps", unit: "steps" },
    ],
    rows: [
      { system: "climber-7b", setting: "greedy", values: ["61.0", "4"] },
      { system: "base", values: [null, "9"] },
    ],
  });
});

it("writes a row of figures on a line, and what is read again is the same", () => {
  const paper = {
    schema: "stepladder/paper/1",
    slug: "ladder",
    shelf: "starting",
    name: "Ladder",
    title: "Ladder",
    date: "2026-01",
    identifiers: {},
    links: [],
    about: "",
    kinds: ["method"],
    families: ["questions"],
    supervision: [],
    tracks: [],
    caveats: [],
    figures: tablesOf([read(row)]),
  } satisfies Paper;
  const text = paperText(paper);
  expect(text).toContain('\n    { "system": "climber-7b", "values": ["61.0"] }\n');
  expect(JSON.parse(text)).toEqual(paper);
  expect(JSON.parse(paperText({ ...paper, figures: [] }))).toEqual({ ...paper, figures: [] });
});
