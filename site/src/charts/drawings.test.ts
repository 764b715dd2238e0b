import { expect, test } from "vitest";
import { COST, frontData } from "./data/front.ts";
import { outcomesData } from "./data/outcomes.ts";
import { rankingData } from "./data/ranking.ts";
import { ACCURACY, baseline, comparison, EDITS, THREE } from "./data/testing.ts";
import { frontChart } from "./front.ts";
import { heatChart } from "./heat.ts";
import { lengthsChart } from "./lengths.ts";
import { outcomesChart } from "./outcomes.ts";
import { pairsChart } from "./pairs.ts";
import { placesChart } from "./places.ts";
import { rankingChart } from "./ranking.ts";
import { markup, type SvgNode, standalone } from "./svg.ts";
import { titled } from "./titled.ts";

const ranked = rankingData([...THREE, baseline("Guess", 0.6), baseline("Nothing", 0)]);
const names = ranked.systems.map(({ name }) => name);
const pairs = [comparison(0, 1, 0.02, 0.5), comparison(0, 2, 0.22, 0.001), comparison(1, 2, 0.2, 0.001)];
const points = [{ value: 0.9, low: 0.8, high: 1 }, undefined, { value: 0.5, low: 0.4, high: 0.6 }];
const bins = [1, 2, 3].map((from) => ({ from, to: from, items: 30 * from }));
const items = outcomesData(
  names,
  [
    [1, 0.5, 0],
    [1, 0, Number.NaN],
    [1, 1, 0],
  ].map((own) => Float64Array.from(own)),
  ["x", "y", "z"],
  ACCURACY,
);
const options = (width: number) => ({ width, metric: ACCURACY, label: "what to see" });

const charts: Record<string, (width: number) => SvgNode> = {
  ranking: (width) => rankingChart(ranked, options(width)),
  places: (width) => placesChart(ranked, options(width)),
  pairs: (width) => pairsChart({ systems: names, pairs }, options(width)),
  front: (width) => frontChart(frontData(COST, ranked.systems, [0.5, 20, 300], pairs), options(width)),
  lengths: (width) => lengthsChart({ bins, systems: names.map((name) => ({ name, points })) }, options(width)),
  heat: (width) =>
    heatChart(
      { slice: { id: "s", title: "S" }, values: ["u", "v"], systems: names.map((name) => ({ name, scores: [0.3, undefined] })) },
      options(width),
    ),
  outcomes: (width) => outcomesChart(items, options(width)),
};

test.each(Object.entries(charts))("%s is drawn on wide and narrow pages alike: all names, one label, only numbers", (_, draw) => {
  for (const width of [720, 288]) {
    const node = draw(width);
    const text = markup(node);
    expect(text).not.toMatch(/NaN|Infinity|undefined/);
    expect(node.attributes).toMatchObject({ role: "img", "aria-label": "what to see" });
    for (const name of names) expect(text).toContain(name);
    expect(markup(draw(width))).toBe(text);
    expect(standalone(node)).not.toContain("var(");
  }
});

const count = (node: SvgNode, pattern: RegExp): number => markup(node).match(pattern)?.length ?? 0;

test("a ranking has a dot for each system and one line for the baseline that matters", () => {
  expect(count(rankingChart(ranked, options(720)), /<circle/g)).toBe(3);
  expect(count(rankingChart(ranked, options(720)), /stroke-dasharray/g)).toBe(1);
  expect(markup(rankingChart(ranked, options(720)))).toContain("1 (1-2)");
});

test("a system whose interval would have no width is a dot alone", () => {
  const [first, ...others] = ranked.systems;
  const { low: _, high: __, ...sure } = first as (typeof ranked.systems)[0];
  const data = { ...ranked, systems: [sure, ...others] };
  const whiskers = /v8M/g;
  expect([count(rankingChart(ranked, options(720)), whiskers), count(rankingChart(data, options(720)), whiskers)]).toEqual([3, 2]);
  expect(markup(rankingChart(data, options(720)))).not.toMatch(/NaN|undefined/);
  const front = frontChart(frontData(COST, data.systems, [0.5, 20, 300], pairs), options(720));
  expect(markup(front)).not.toMatch(/NaN|undefined/);
  expect(count(front, /<circle/g)).toBe(3);
});

test("bars of places are as high as the share of draws", () => {
  const heights = [...markup(placesChart(ranked, options(720))).matchAll(/height="([\d.]+)" fill="var\(--(accent|muted)/g)].map(
    ([, height]) => Number(height),
  );
  expect(heights).toEqual([17.6, 4.4, 4.4, 17.6, 22]);
});

test("pairs that are told apart are filled and starred, others outlined", () => {
  const text = markup(pairsChart({ systems: names, pairs }, options(720)));
  expect(text.match(/[+−][\d.]+\*/g)).toEqual(["+22.0*", "+20.0*"]);
  expect(text.match(/<rect[^>]*fill="transparent"/g)).toHaveLength(1);
});

test("systems on the front are filled dots, those off it open ones", () => {
  const text = markup(frontChart(frontData(COST, ranked.systems, [0.5, 20, 300], pairs), options(720)));
  expect([...text.matchAll(/<circle[^>]*fill="var\(--(\w+)/g)].map(([, fill]) => fill)).toEqual(["accent", "accent", "paper"]);
});

test("a missing bin breaks the stair of a curve", () => {
  const text = markup(lengthsChart({ bins, systems: [{ name: "A", points }] }, options(720)));
  const stair = /<path d="([^"]*)" fill="none" stroke="var\(--series-1/.exec(text)?.[1] ?? "";
  expect(stair.match(/M/g)).toHaveLength(2);
  expect(stair).not.toContain("V");
});

test("where lower is better, the lowest value has the strongest ground", () => {
  const data = { slice: { id: "s", title: "S" }, values: ["u", "v"], systems: [{ name: "A", scores: [1, 9] }] };
  const grounds = (metric: typeof ACCURACY) =>
    [...markup(heatChart(data, { width: 720, metric, label: "" })).matchAll(/fill-opacity="([\d.]+)"/g)].map(([, opacity]) =>
      Number(opacity),
    );
  expect(grounds(EDITS)).toEqual([0.95, 0.05]);
  expect(grounds({ ...EDITS, better: "higher" })).toEqual([0.05, 0.95]);
});

test("outcomes: runs of like columns are one path for each shade, and what is missing is a line", () => {
  const text = markup(outcomesChart(items, options(720)));
  expect(count(outcomesChart(items, options(720)), /<path d="M[^"]*z/g)).toBeGreaterThan(2);
  expect(text).toMatch(/<path d="M\d+,9h\d+" stroke/);
});

test("a drawing that leaves the page takes its title, in lines that fit, and its source along", () => {
  const title = "Alpha leads by far, and there is very much more to be said about it than one line of a narrow drawing can hold";
  const node = titled(rankingChart(ranked, options(288)), title, "source");
  const lines = node.children
    .filter((child) => typeof child !== "string" && child.tag === "text")
    .map((child) => (child as SvgNode).children[0]);
  expect(lines.slice(0, -1).join(" ")).toBe(title);
  expect(lines.length).toBeGreaterThan(3);
  expect(lines.at(-1)).toBe("source");
  expect(Number(node.attributes.height)).toBeGreaterThan(Number(rankingChart(ranked, options(288)).attributes.height) + 60);
});
