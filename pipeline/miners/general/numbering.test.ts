import { describe, expect, it } from "vitest";
import { numbered, unnumbered } from "./numbering.ts";

describe("numbered", () => {
  it.each([
    ["1. Open the box", 1, "plain", "Open the box"],
    ["12) Close it", 12, "plain", "Close it"],
    ["(3) Wait", 3, "plain", "Wait"],
    ["2", 2, "plain", ""],
    ["Step 4: Wait", 4, "word", "Wait"],
    ["Step 2 of 7 – Cut", 2, "word", "Cut"],
    ["Schritt 1 Mehl sieben", 1, "word", "Mehl sieben"],
    ["Étape 3 : Servir", 3, "word", "Servir"],
    ["Шаг 2. Нажмите", 2, "word", "Нажмите"],
    ["第3步：搅拌", 3, "word", "搅拌"],
  ] as const)("%s", (text, number, style, rest) => {
    expect(numbered(text)).toEqual({ number, style, rest });
  });

  it.each(["1.5 cups of flour", "2 eggs", "1997 was warm", "Stepping out", "Step by step", "A. Open"])("%s is not", (text) => {
    expect(numbered(text)).toBeUndefined();
  });
});

describe("unnumbered", () => {
  it.each([
    ["2. Stir", 2, "Stir"],
    ["• Stir", 1, "Stir"],
    ["3. Stir", 2, "3. Stir"],
    ["2 eggs go in", 2, "2 eggs go in"],
  ])("%s as step %i", (text, number, expected) => {
    expect(unnumbered(text, number)).toBe(expected);
  });
});
