import type { StatesItem } from "@stepladder/schema";
import { StatesPrediction } from "@stepladder/schema";
import { expect, it } from "vitest";
import { baselines } from "./baselines.ts";
import { vacant } from "./rules.ts";

const item: StatesItem = { id: "i", task: "t", init: ["s"], intermediate: [["a"], ["b"]], final: "c" };
const predicted = (id: string) => baselines.find((one) => one.id === id)?.fit([item])(item);

it("the empty answer is what an unreadable one is measured as", () => {
  expect(predicted("empty")).toBe(vacant);
  expect(vacant).toEqual({ intermediate: [], final: "" });
});

it("staying put has gold's number of states, all of them the given one", () => {
  expect(predicted("stay-put")).toEqual({ intermediate: [["s"], ["s"]], final: ["s"] });
});

it("every baseline makes predictions of the schema", () => {
  for (const { fit } of baselines) expect(StatesPrediction.safeParse(fit([item])(item)).success).toBe(true);
});
