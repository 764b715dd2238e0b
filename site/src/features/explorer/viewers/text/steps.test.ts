import { expect, it } from "vitest";
import { align } from "./align.ts";
import { commonGrams } from "./grams.ts";
import { remarksOf, textRows, textSteps } from "./steps.ts";

const tea = ["Boil the water.", "Put the tea bag into a cup.", "Pour the water over the bag.", "Take the bag out."];

it("aligns steps by their words, in order where that can be", () => {
  expect(align(tea, ["Boil some water.", "Pour the water over the bag.", "Stir."])).toEqual([
    { reference: 0, generated: 0 },
    { reference: 2, generated: 1 },
  ]);
  expect(align(["Wait.", "Wait."], ["Wait.", "Wait."]).map(({ generated }) => generated)).toEqual([0, 1]);
  expect(align(tea, [])).toEqual([]);
});

it("pairs a step that was moved, and says that it was", () => {
  const panel = { kind: "text", title: "", reference: tea, generated: [tea[3], tea[0], tea[1], tea[2]] as string[] } as const;
  const rows = textRows(panel);
  expect(rows.map(({ reference, generated, crossed }) => [reference, generated, crossed])).toEqual([
    [0, 1, false],
    [1, 2, false],
    [2, 3, false],
    [3, 0, true],
  ]);
  expect(textSteps(panel)).toEqual({ count: 4, errors: [3] });
});

it("puts a step without a partner behind the one before it, and takes pairs that are known", () => {
  const panel = {
    kind: "text",
    title: "",
    reference: ["a", "b"],
    generated: ["x", "b", "y"],
    pairs: [{ reference: 1, generated: 1 }],
    notes: [
      { of: "generated", step: 1, verdict: "bad", text: "no" },
      { of: "generated", verdict: "bad", text: "all of it" },
    ],
  } as const;
  expect(textRows(panel)).toEqual([
    { generated: 0, crossed: false, remarks: [] },
    { reference: 0, crossed: false, remarks: [] },
    { reference: 1, generated: 1, crossed: false, remarks: [0] },
    { generated: 2, crossed: false, remarks: [] },
  ]);
  expect(textSteps(panel).errors).toEqual([0, 1, 2, 3]);
  expect(textSteps({ ...panel, generated: undefined as never, pairs: [], notes: [] }).errors).toEqual([]);
});

it("says once what is said of several steps", () => {
  const note = { verdict: "bad", text: "too hot" } as const;
  const panel = {
    kind: "text",
    title: "",
    reference: tea,
    generated: tea,
    notes: [
      { ...note, of: "generated", step: 1 },
      { ...note, of: "reference", step: 0 },
      { ...note, of: "reference", step: 1 },
    ],
  } as const;
  expect(remarksOf(panel)).toEqual([{ ...note, on: panel.notes }]);
  expect(textRows(panel).map(({ remarks }) => remarks)).toEqual([[0], [0], [], []]);
  expect(textSteps(panel).errors).toEqual([0, 1]);
});

it("marks the longest n-grams that both texts have, and loses no letter", () => {
  const [own, other] = commonGrams("Pour the hot water over the leaves.", "Then pour the water over them.");
  expect(own.filter(({ common }) => common).map(({ text }) => text)).toEqual(["Pour the", "water over"]);
  expect(other.filter(({ common }) => common).map(({ text }) => text)).toEqual(["pour the water over"]);
  expect(own.map(({ text }) => text).join("")).toBe("Pour the hot water over the leaves.");
  const long = "word ".repeat(5000);
  expect(
    commonGrams(long, long)[0]
      .map(({ text }) => text)
      .join(""),
  ).toBe(long);
});

it("aligns a thousand steps with a thousand in a moment", () => {
  const steps = Array.from({ length: 1000 }, (_, i) => `Turn the screw number ${i} by ${i % 7} turns to the left`);
  const start = performance.now();
  const pairs = align(steps, steps.toSpliced(500, 1));
  expect(pairs.filter(({ reference, generated }) => generated === reference - Number(reference > 500)).length).toBe(999);
  expect(performance.now() - start).toBeLessThan(5000);
});
