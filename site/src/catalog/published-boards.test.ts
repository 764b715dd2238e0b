import { type FigureTable, Names, type Paper } from "@stepladder/schema";
import { expect, it } from "vitest";
import { publishedBoards } from "./published-boards.ts";

const names = Names.parse({
  schema: "stepladder/names/1",
  benchmarks: {
    rungs: { name: "Rungs", family: "climbing", missing: "items and answers" },
    scored: { name: "A scored one", family: "climbing", track: "procbench" },
  },
  metrics: {
    accuracy: { name: "Accuracy", unit: "%", better: "higher" },
    steps: { name: "Steps", unit: "steps", better: "lower" },
  },
  systems: {
    climber: { name: "Climber", kind: "model" },
    walker: { name: "Walker", kind: "model" },
    sitter: { name: "Sitter", kind: "baseline" },
  },
});

function paper(slug: string, figures: readonly Partial<FigureTable>[]): Paper {
  const table = {
    benchmark: "rungs",
    evidence: "published",
    source: "https://example.org",
    metrics: [{ metric: "accuracy", unit: "%" }],
  } as const;
  return { slug, figures: figures.map((one) => ({ ...table, ...one })) } as unknown as Paper;
}

it("gives one row per system and setting, one column per metric, the best by the first column first", () => {
  const metrics = [
    { metric: "accuracy", unit: "%" },
    { metric: "steps", unit: "steps" },
  ];
  const rows = [
    { system: "sitter", values: [null, "1"] },
    { system: "walker", setting: "greedy", values: ["40.0", "9"] },
    { system: "climber", values: ["70.5", null] },
    { system: "walker", values: ["9.5", "8"] },
  ];
  const [board] = publishedBoards([paper("a", [{ metrics, rows }])], names);
  expect(board).toMatchObject({ id: "rungs", name: "Rungs", missing: "items and answers", figures: 6, systems: 3, papers: ["a"] });
  expect(board?.columns).toEqual([
    { metric: "accuracy", title: "Accuracy", better: "higher", unit: "%" },
    { metric: "steps", title: "Steps", better: "lower", unit: "steps" },
  ]);
  const told = board?.versions[0]?.rows.map(({ system, setting, cells }) => [
    system.name,
    setting,
    ...cells.map(({ figures }) => figures.map(({ text }) => text).join()),
  ]);
  expect(told).toEqual([
    ["Climber", undefined, "70.5", ""],
    ["Walker", "greedy", "40.0", "9"],
    ["Walker", undefined, "9.5", "8"],
    ["Sitter", undefined, "", "1"],
  ]);
});

it("shows what contradicts side by side, and says so only where no rounding explains it", () => {
  const row = (value: string) => [{ system: "climber", values: [value] }];
  const cellOf = (...papers: Paper[]) => publishedBoards(papers, names)[0]?.versions[0]?.rows[0]?.cells[0];
  const told = cellOf(paper("a", [{ rows: row("46.0") }]), paper("b", [{ rows: row("46.46"), evidence: "rescored", where: "log" }]));
  expect(told?.contradicts).toBe(true);
  expect(told?.figures).toEqual([
    { text: "46.0", unit: "%", evidence: "published", paper: "a", source: "https://example.org" },
    { text: "46.46", unit: "%", evidence: "rescored", paper: "b", source: "https://example.org", where: "log" },
  ]);
  expect(cellOf(paper("a", [{ rows: row("46.5") }]), paper("b", [{ rows: row("46.46") }]))?.contradicts).toBe(false);
});

it("keeps versions of a set apart, and units that differ in the cells", () => {
  const rows = [{ system: "climber", values: ["50.0"] }];
  const [board] = publishedBoards(
    [
      paper("a", [{ rows }, { rows, version: "cleaned (18)" }]),
      paper("b", [{ rows: [{ system: "walker", values: [".612"] }], metrics: [{ metric: "accuracy", unit: "0-1" }] }]),
    ],
    names,
  );
  expect(board?.versions.map(({ version, rows: own }) => [version, own.length])).toEqual([
    [undefined, 2],
    ["cleaned (18)", 1],
  ]);
  expect(board?.columns[0]).not.toHaveProperty("unit");
  // A fraction stands where its percent does.
  expect(board?.versions[0]?.rows.map(({ system }) => system.id)).toEqual(["walker", "climber"]);
});

it("sorts boards by name, and knows what a track scores", () => {
  const rows = [{ system: "climber", values: ["50.0"] }];
  const boards = publishedBoards([paper("a", [{ rows }, { rows, benchmark: "scored" }])], names);
  expect(boards.map(({ name, track }) => [name, track])).toEqual([
    ["A scored one", "procbench"],
    ["Rungs", undefined],
  ]);
  expect(() => publishedBoards([paper("a", [{ rows: [{ system: "nobody", values: ["1"] }] }])], names)).toThrow(
    /expected a name for nobody/,
  );
});
