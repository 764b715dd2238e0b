import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { csv } from "./export.ts";
import { stepsChart } from "./steps.ts";
import { markup, standalone, svg } from "./svg.ts";
import * as theme from "./theme.ts";
import { whisker } from "./whisker.ts";

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

test("a drawing that leaves the page holds colours, not variables", () => {
  const text = standalone(stepsChart([{ title: "one", points: [{ x: 1, value: 1, items: 1 }] }], options));
  expect(text).not.toContain("var(");
  expect(text).toContain('stroke="#0072b2"');
});

test("a value beyond the scale stays inside the whisker", () => {
  expect(markup(whisker({ value: 2, low: -1, high: 3 }, [0, 1]))).toContain('cx="96%"');
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
  const named = [theme.INK, theme.MUTED, theme.LINE, theme.RULE, theme.ACCENT, ...theme.SERIES.map(({ color }) => color)];
  for (const color of named) {
    const [, name, light] = /^var\((--[\w-]+), (#[0-9a-f]{6})\)$/.exec(color) ?? [];
    expect(tokens).toContain(`${name}: light-dark(${light}, `);
  }
});
