import type { StatesItem } from "@stepladder/schema";
import { StatesPrediction } from "@stepladder/schema";
import { expect, it } from "vitest";
import { empty, stayPut, vacant } from "./baselines.ts";

const item: StatesItem = { id: "i", task: "t", init: ["s"], intermediate: [["a"], ["b"]], final: "c" };

it("the empty answer is what an unreadable one is measured as", () => {
  expect(empty.fit([item])(item)).toBe(vacant);
  expect(vacant).toEqual({ intermediate: [], final: "" });
});

it("staying put has gold's number of states, all of them the given one", () => {
  expect(stayPut.fit([item])(item)).toEqual({ intermediate: [["s"], ["s"]], final: ["s"] });
});

it("every baseline makes predictions of the schema", () => {
  for (const { fit } of [empty, stayPut]) expect(StatesPrediction.safeParse(fit([item])(item)).success).toBe(true);
});
