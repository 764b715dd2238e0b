import { SourceNumber } from "@stepladder/schema";
import { expect, it } from "vitest";
import { finalVote, statesContext } from "./diagnoses.ts";

const context = (final: number | string | unknown[]) => statesContext({ id: "i", task: "t", init: "", intermediate: [], final });
const vote = (final: unknown, gold: number | string | unknown[]) => finalVote({ intermediate: [], final }, context(gold));

it("two answers that gold's matcher calls equal are one vote", () => {
  expect(vote("05", 5)).toBe(vote(new SourceNumber("5.9"), 5));
  expect(vote("21", "x")).toBe(vote(21, "x"));
  expect(vote("ab", ["c"])).toBe(vote(["a", "b"], ["c"]));
});

it("answers that differ are two, also where neither can equal gold", () => {
  expect(vote("6", 5)).not.toBe(vote("5", 5));
  expect(vote("five", 5)).not.toBe(vote("six", 5));
});
