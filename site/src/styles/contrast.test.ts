import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { LEVELS } from "../charts/theme.ts";

const tokens = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const colors = new Map(
  Array.from(tokens.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g), ([, name, light, dark]) => [name, [light, dark]] as const),
);

/** Relative luminance and contrast as WCAG 2 defines them. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

const pairs = [
  ...["ink", "muted", "accent", "good", "bad", "warn"].flatMap((text) => ["paper", "raised"].map((ground) => [text, ground, 4.5] as const)),
  ...["ink", "muted", "accent"].map((text) => [text, "wash", 4.5] as const),
  ["on-accent", "accent", 4.5] as const,
  ...["line", "series-1", "series-2", "series-3", "series-4", "series-5", "series-6"].map((line) => [line, "paper", 3] as const),
];

test.each(pairs)("%s on %s reaches %d:1, light and dark", (front, ground, least) => {
  for (const theme of [0, 1] as const) {
    expect(contrast(colors.get(front)?.[theme] ?? "", colors.get(ground)?.[theme] ?? "")).toBeGreaterThanOrEqual(least);
  }
});

/** A colour over another, as a browser lays it. */
function over(front: string, ground: string, opacity: number): string {
  const part = (hex: string, at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  return `#${[1, 3, 5]
    .map((at) =>
      Math.round(part(ground, at) + (part(front, at) - part(ground, at)) * opacity)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

test.each(LEVELS)(
  "numbers on the ground of level $opacity of a heat map reach 4.5:1, light and dark, and as a file",
  ({ opacity, ink }) => {
    const text = /--([\w-]+)/.exec(ink)?.[1] ?? "";
    const of = (name: string, theme: number): string => colors.get(name)?.[theme] ?? "";
    const grounds = [[0, of("paper", 0)] as const, [1, of("paper", 1)] as const, [0, "#ffffff"] as const];
    for (const [theme, paper] of grounds) {
      expect(contrast(of(text, theme), over(of("accent", theme), paper, opacity))).toBeGreaterThanOrEqual(4.5);
    }
  },
);
