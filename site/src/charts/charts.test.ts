import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { csv } from "./export.ts";
import { stepsChart } from "./steps.ts";
import { stripChart } from "./strip.ts";
import { markup, standalone, svg } from "./svg.ts";
import * as theme from "./theme.ts";
import { against, whisker } from "./whisker.ts";

const options = { width: 320, xTitle: "steps", yTitle: "%", label: "what to see" };

test("text in a drawing never becomes markup", () => {
  expect(markup(svg("text", { "aria-label": '"><script>' }, "<b>&"))).toBe(
    '<text aria-label="&#34;&#62;&#60;script&#62;">&#60;b&#62;&#38;</text>',
  );
});

test("neighbouring numbers of steps are joined by a riser, a missing one leaves a gap", () => {
  const points = [2, 3, 5].map((x) => ({ x, value: x / 10, items: 1 }));
  const path = /<path d="([^"]*)"/.exec(markup(stepsChart([{ title: "one", points }], options)))?.[1] ?? "";
  expect(path.match(/M/g)).toHaveLength(2);
  expect(path.match(/V/g)).toHaveLength(1);
});

test("small shares may have a scale of their own", () => {
  const drawn = markup(stepsChart([{ title: "one", points: [{ x: 1, value: 0.1, items: 1 }] }], { ...options, top: 0.1 }));
  for (const tick of ["0", "2.5", "5", "7.5", "10"]) expect(drawn).toContain(`>${tick}</text>`);
  expect(drawn).not.toContain(">100</text>");
  expect(/<path d="M[\d.]+,([\d.]+)H/.exec(drawn)?.[1]).toBe("24");
});

test("a drawing that leaves the page holds colours, not variables", () => {
  const text = standalone(stepsChart([{ title: "one", points: [{ x: 1, value: 1, items: 1 }] }], options));
  expect(text).not.toContain("var(");
  expect(text).toContain('stroke="#0072b2"');
  expect(text).toMatch(/^<svg [^>]*><rect width="100%" height="100%" fill="#ffffff"><\/rect>/);
  expect(text).not.toContain("style=");
});

test("a value beyond the scale is an arrow at its end, and an interval stays inside", () => {
  expect(markup(whisker({ value: 0.5, low: -1, high: 3 }, [0, 1]))).toContain('x1="4%" x2="96%"');
  const drawn = markup(whisker({ value: 2, low: -1, high: 3 }, [0, 1]));
  expect(drawn).not.toContain("<circle");
  expect(drawn).toContain('<svg x="96%"');
  expect(markup(whisker({ value: -1 }, [0, 1]))).toContain('<svg x="4%"');
  expect(markup(whisker({ value: 1 }, [0, 1]))).toContain('cx="96%"');
});

test("dots that would touch are stacked, quoted ones are open, and baselines are lines", () => {
  const mark = (name: string, value: number, kind: "scored" | "quoted" | "baseline", named = false) => ({ name, value, kind, named });
  const marks = [mark("A", 0.5, "scored", true), mark("B", 0.501, "scored"), mark("C", 0.9, "quoted"), mark("G", 0.2, "baseline", true)];
  const shown = { width: 640, share: true, xTitle: "accuracy, %", label: "what to see", show: (value: number) => `${value * 100} %` };
  const text = markup(stripChart(marks, shown));
  const dots = [...text.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="4.5" fill="([^"]*)"/g)].map(([, cx, cy, fill]) => ({
    cx,
    cy,
    fill,
  }));
  expect(dots).toHaveLength(3);
  expect(dots[0]?.cy).not.toBe(dots[1]?.cy);
  expect(dots[0]?.cy).toBe(dots[2]?.cy);
  expect(dots.map(({ fill }) => fill?.startsWith("var(--paper"))).toEqual([false, false, true]);
  expect(text).toContain("G (baseline): 20 %");
  expect(text.match(/<text[^>]*>A 50 %/)).not.toBeNull();
});

test("values of no share have an axis of their own", () => {
  const marks = [1.2, 3.4].map((value, i) => ({ name: String(i), value, kind: "scored" as const }));
  const text = markup(stripChart(marks, { width: 640, share: false, xTitle: "edits", label: "what to see", show: String }));
  expect(text).toMatch(/>1\.5<\/text>/);
  expect(text).not.toContain("NaN");
});

test("an entry beside the best: a dot and an open diamond", () => {
  expect(markup(against(0.5, 0.75, [0, 1]))).toMatch(/<svg x="73%".*<circle cx="50%"/);
  expect(markup(against(0.5, undefined, [0, 1]))).not.toContain("<path");
});

test("cells with commas, quotes and line ends are quoted", () => {
  expect(
    csv([
      ["a,b", 'c"d', 1],
      ["e\nf", "", 0.5],
    ]),
  ).toBe('"a,b","c""d",1\r\n"e\nf",,0.5\r\n');
});

test("the colours of drawings are those of the page", () => {
  const tokens = readFileSync(new URL("../styles/tokens.css", import.meta.url), "utf8");
  const named = [theme.INK, theme.MUTED, theme.LINE, theme.RULE, theme.ACCENT, theme.ON_ACCENT, ...theme.SERIES.map(({ color }) => color)];
  for (const color of named) {
    const [, name, light] = /^var\((--[\w-]+), (#[0-9a-f]{6})\)$/.exec(color) ?? [];
    expect(tokens).toContain(`${name}: light-dark(${light}, `);
  }
});
