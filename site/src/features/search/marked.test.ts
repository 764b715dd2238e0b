import { expect, test } from "vitest";
import { fold } from "./fold.ts";
import { excerpt, partsOf } from "./marked.ts";

const marks = (text: string, ...sought: string[]): string[] =>
  partsOf(text, sought.map(fold)).flatMap(([part, isFound]) => (isFound ? [part] : []));

test("what was found is marked as it was written, accents and hyphens included, and words only from their beginning", () => {
  expect(marks("Qwen2.5-Math 7B", "qwen 2.5")).toEqual(["Qwen2.5"]);
  expect(marks("Café au lait, cafe\u0301s", "cafe")).toEqual(["Café", "cafe\u0301"]);
  expect(marks("Step-wise steps, a footstep", "step")).toEqual(["Step", "step"]);
  expect(marks("prefix accuracy", "prefix accuracy", "accuracy")).toEqual(["prefix accuracy"]);
});

test("the parts are the text, whatever is sought", () => {
  for (const text of ["", "GPT-4o 😀 mini", "<b>ﬁx</b> &amp;"])
    for (const sought of ["gpt", "fix", "mini", "b", "😀"])
      expect(
        partsOf(text, [fold(sought)])
          .map(([part]) => part)
          .join(""),
      ).toBe(text);
});

test("a long text is cut between words around what was found", () => {
  const long = `${"before ".repeat(60)}needle${" after".repeat(60)}`;
  const shown = excerpt(long, [fold("needle")]);
  expect(shown).toMatch(/^… (before )+needle( after)+ …$/);
  expect(shown.length).toBeLessThan(240);
  expect(excerpt(long, [fold("nowhere")])).toMatch(/^(before )+…$/);
  expect(excerpt("short", [fold("nowhere")])).toBe("short");
});
