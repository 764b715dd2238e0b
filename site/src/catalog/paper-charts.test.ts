import { type FigureTable, Names, type Paper } from "@stepladder/schema";
import { expect, it } from "vitest";
import { printedChart } from "../charts/printed.ts";
import { markup } from "../charts/svg.ts";
import { paperCharts } from "./paper-charts.ts";
import { publishedBoards } from "./published-boards.ts";

const systems = ["climber", "climber-plus", ...Array.from({ length: 9 }, (_, i) => `walker-${i}`)];
const names = Names.parse({
  schema: "stepladder/names/1",
  benchmarks: {
    rungs: { name: "Rungs", family: "climbing", missing: "items" },
    ropes: { name: "Ropes", family: "climbing", missing: "items" },
  },
  metrics: {
    accuracy: { name: "Accuracy", unit: "%", better: "higher" },
    falls: { name: "Falls", unit: "", better: "lower" },
  },
  systems: {
    ...Object.fromEntries(systems.map((id) => [id, { name: id === "climber-plus" ? "Climber+" : id, kind: "method" }])),
    "walker-climber": { name: "Walker + Climber", kind: "method" },
  },
});

function chartsOf(figures: readonly Partial<FigureTable>[]) {
  const table = {
    benchmark: "rungs",
    evidence: "published",
    source: "https://example.org",
    metrics: [{ metric: "accuracy", unit: "%" }],
  } as const;
  const paper = { slug: "climber", name: "Climber", figures: figures.map((one) => ({ ...table, ...one })) } as unknown as Paper;
  return paperCharts(paper, publishedBoards([paper], names));
}

it("draws the best rows of each benchmark, and always the paper's own", () => {
  const rows = systems.map((system, i) => ({ system, values: [`${20 + 5 * ((i + 9) % systems.length)}.0`] }));
  const [chart, ...others] = chartsOf([{ rows }]);
  expect(others).toEqual([]);
  expect([chart?.title, chart?.says, chart?.more]).toEqual(["Rungs", "Climber+ has the highest accuracy (%) of 11", 3]);
  expect(chart?.rows.filter(({ own }) => own).map(({ name }) => name)).toEqual(["Climber+", "climber"]);
  expect(chart?.rows.map(({ marks }) => marks[0]?.value)).toEqual(
    chart?.rows.map(({ marks }) => marks[0]?.value).toSorted((a = 0, b = 0) => b - a),
  );
});

it("gives each setting of the same systems a chart of its own, and one setting beside another else", () => {
  const both = (setting: string, a: string, b: string) => [
    { system: "climber", setting, values: [a] },
    { system: "walker-1", setting, values: [b] },
  ];
  expect(chartsOf([{ rows: [...both("long", "3", "4"), ...both("short", "2", "2")] }]).map(({ title, says }) => [title, says])).toEqual([
    ["Rungs, long", "walker-1 has the highest accuracy (%) of 2"],
    ["Rungs, short", "climber and walker-1 have the highest accuracy (%) of 2"],
  ]);
  const lone = chartsOf([
    {
      rows: [
        { system: "climber", setting: "3B", values: ["1"] },
        { system: "climber", setting: "7B", values: ["2"] },
      ],
    },
  ]);
  expect(lone.map(({ rows }) => rows.map(({ name }) => name))).toEqual([["climber, 7B", "climber, 3B"]]);
});

it("takes benchmarks in turn, in the paper's order; nothing stands beside nothing", () => {
  const metrics = [
    { metric: "accuracy", unit: "%" },
    { metric: "falls", unit: "" },
  ];
  const rows = [
    { system: "climber", values: ["60", "1"] },
    { system: "walker-1", values: ["50", "4"] },
  ];
  const charts = chartsOf([
    { metrics, rows },
    { benchmark: "ropes", rows: rows.map(({ system, values }) => ({ system, values: values.slice(0, 1) })) },
  ]);
  expect(charts.map(({ title, says }) => [title, says])).toEqual([
    ["Rungs, Accuracy", "climber has the highest accuracy (%) of 2"],
    ["Ropes", "climber has the highest accuracy (%) of 2"],
    ["Rungs, Falls", "climber has the lowest falls of 2"],
  ]);
  expect(chartsOf([{ rows: rows.slice(0, 1).map(({ system }) => ({ system, values: ["60"] })) }])).toEqual([]);
});

it("tells counts of so many in percent of them, and knows the paper's own name behind a plus", () => {
  const counted = (values: [string, string]) =>
    chartsOf([
      {
        metrics: [{ metric: "falls", unit: "count" }],
        rows: [
          { system: "walker-1", values: [values[0]] },
          { system: "walker-climber", values: [values[1]] },
        ],
      },
    ])[0];
  const chart = counted(["60/200", "50/200"]);
  expect(chart?.says).toBe("Walker + Climber has the lowest falls (% of 200) of 2");
  expect(chart?.rows.map(({ own, marks }) => [own, ...marks])).toEqual([
    [true, { value: 25, text: "50/200" }],
    [false, { value: 30, text: "60/200" }],
  ]);
  expect(counted(["60/200", "5/100"])?.says).toContain("(%)");
  expect(counted(["60", "50"])?.says).toContain("(count)");
});

it("draws every row with its printed figure, and contradicting ones side by side", () => {
  const rows = [
    { system: "climber", values: ["46.0"] },
    { system: "walker-1", values: ["40"] },
  ];
  const [chart] = chartsOf([{ rows }, { rows: [{ system: "climber", values: ["48.46"] }], evidence: "rescored" }]);
  const drawn = markup(printedChart(chart?.rows ?? [], { width: 288, label: "what to see" }));
  expect(drawn).toContain("46.0 ≠ 48.46");
  const [rounded] = chartsOf([{ rows }, { rows: [{ system: "climber", values: ["46.04"] }], evidence: "rescored" }]);
  expect(markup(printedChart(rounded?.rows ?? [], { width: 288, label: "what to see" }))).toContain("46.0 or 46.04");
  expect(drawn.match(/<circle/g)).toHaveLength(3);
  expect(drawn).not.toMatch(/NaN|undefined|style=/);
});
