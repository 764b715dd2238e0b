import type { StatesItem } from "@stepladder/schema";
import { StatesPrediction } from "@stepladder/schema";
import { expect, it } from "vitest";
import { empty, oracleFinalRepeated, stayPut, vacant } from "./baselines.ts";
import { finalRepeated } from "./diagnoses.ts";

const item: StatesItem = { id: "i", task: "t", init: ["s"], intermediate: [["a"], ["b"]], final: "c" };

it("the empty answer is what an unreadable one is measured as", () => {
  expect(empty.predict(item)).toBe(vacant);
  expect(vacant).toEqual({ intermediate: [], final: "" });
});

it("staying put has gold's number of states, all of them the given one", () => {
  expect(stayPut.predict(item)).toEqual({ intermediate: [["s"], ["s"]], final: ["s"] });
});

it("gold with its final state repeated is gold again once mended", () => {
  const { intermediate, final } = item;
  expect(finalRepeated.mend(oracleFinalRepeated.predict(item), { init: item.init })).toEqual({ intermediate, final });
});

it("every baseline makes predictions of the schema", () => {
  for (const { predict } of [empty, stayPut, oracleFinalRepeated]) expect(StatesPrediction.safeParse(predict(item)).success).toBe(true);
});
