import { type Tree, trajectoriesOf } from "@stepladder/wasm/credit/contract.ts";
import { expect, it } from "vitest";
import { MOST_STEPS, NEW_STEP } from "./fields.ts";
import { readTree, readTreeText } from "./read.ts";
import { addAfter, addBranch, edit, inWalkOrder, remove } from "./tree.ts";
import { within } from "./use-lab.ts";

const step = (text: string, parent?: number, outcome?: number) => ({
  ...NEW_STEP,
  text,
  ...(parent === undefined ? {} : { parent }),
  ...(outcome === undefined ? {} : { outcome }),
});
/** a → b → c (1), a → d (0). */
const tree: Tree = { question: "q", steps: [step("a"), step("b", 0), step("c", 1, 1), step("d", 0, 0)] };

/** The trajectories by their texts, each with its outcome. */
const told = (one: Tree): string[] =>
  trajectoriesOf(one).map((path) => `${path.map((at) => one.steps[at]?.text).join(" ")} ${one.steps[path.at(-1) as number]?.outcome}`);

it("a step comes between one and what follows it, and an end hands its outcome on", () => {
  const between = addAfter(tree, 0);
  expect(told(between.tree)).toEqual(["a New step b c 1", "a New step d 0"]);
  expect(between.tree.steps[between.at]?.text).toBe("New step");
  const behind = addAfter(tree, 2);
  expect(told(behind.tree)).toEqual(["a b c New step 1", "a d 0"]);
  expect(behind.at).toBe(3);
  expect(behind.tree.steps[2]).not.toHaveProperty("outcome");
});

it("a branch ends a trajectory of its own, also at the question", () => {
  const branch = addBranch(tree, 1);
  expect(told(branch.tree)).toEqual(["a b c 1", "a b New step 0", "a d 0"]);
  expect(branch.at).toBe(3);
  expect(told(addBranch(tree, -1).tree)).toEqual(["a b c 1", "a d 0", "New step 0"]);
});

it("what follows a removed step follows the one before, and an end's outcome stays", () => {
  expect(told(remove(tree, 1).tree)).toEqual(["a c 1", "a d 0"]);
  expect(told(remove(tree, 2).tree)).toEqual(["a b 1", "a d 0"]);
  expect(remove(tree, 2).at).toBe(1);
  expect(told(remove(tree, 3).tree)).toEqual(["a b c 1"]);
  expect(told(remove(tree, 0).tree)).toEqual(["b c 1", "d 0"]);
  const one = { question: "q", steps: [step("a", undefined, 1)] };
  expect(remove(one, 0).tree).toBe(one);
});

it("steps are put in the order of a walk, which changes nothing else", () => {
  const mixed: Tree = { question: "q", steps: [step("a"), step("d", 0), step("b", 0), step("e", 1, 0), step("c", 2, 1)] };
  const walked = inWalkOrder(mixed);
  expect(walked.steps.map(({ text }) => text)).toEqual(["a", "d", "e", "b", "c"]);
  expect(told(walked)).toEqual(told(mixed));
  expect(inWalkOrder(walked)).toEqual(walked);
});

it("a chosen step is on the trajectory, and a trajectory alone is looked at from its first step", () => {
  const roots = addBranch(tree, -1).tree;
  const at = (trajectory: number, chosen?: number) => {
    const state = within({ tree: roots, methods: [], settings: {}, trajectory, step: chosen });
    return [state.trajectory, state.step];
  };
  expect([at(2), at(1), at(9)]).toEqual([
    [2, 4],
    [1, 0],
    [2, 4],
  ]);
  expect([at(2, 3), at(0, 4), at(0, 9), at(1, 0)]).toEqual([
    [1, 3],
    [2, 4],
    [2, 4],
    [1, 0],
  ]);
});

it("every edit leaves a tree that can be read again", () => {
  for (const edited of [addAfter(tree, 2), addBranch(tree, 2), addBranch(tree, -1), remove(tree, 0)])
    expect(readTree(JSON.parse(JSON.stringify(edited.tree)))).toEqual({ tree: edited.tree });
  expect(edit(tree, 3, { outcome: 0.5 }).steps[3]?.outcome).toBe(0.5);
});

it.each([
  ["{", "The tree is no JSON"],
  ["3", "Expected a tree such as"],
  ["null", "Expected a tree such as"],
  ['{"question": "q", "steps": []}', `Expected 1 to ${MOST_STEPS} steps, found 0.`],
  ['{"question": "q", "steps": [7]}', "Step 1: expected an object, found 7."],
  [JSON.stringify({ ...tree, steps: [{ ...tree.steps[0], reward: 1 }] }), "Step 1: expected no field reward; the fields are parent, text"],
  [JSON.stringify({ ...tree, steps: [step("a", 0, 1)] }), "Step 1: expected no parent, for it is the first, found 0."],
  [JSON.stringify({ ...tree, steps: [step("a"), step("b", 1, 1)] }), "Step 2: expected as parent the index of an earlier step, 0 to 0"],
  [JSON.stringify({ ...tree, steps: [step("a")] }), "Step 1: expected an outcome, for no step follows it."],
  [JSON.stringify({ ...tree, steps: [step("a", undefined, 1), step("b", 0, 1)] }), "Step 1: expected no outcome, for a step follows it."],
  [
    JSON.stringify({ ...tree, steps: [{ ...step("a", undefined, 1), tokens: 1.5 }] }),
    "Step 1: expected tokens to be a whole number, 1 or more, found 1.5.",
  ],
  [
    JSON.stringify({ ...tree, steps: [{ ...step("a", undefined, 1), executed: 1 }] }),
    "Step 1: expected executed to be true or false, found 1.",
  ],
  [JSON.stringify({ ...tree, question: "x".repeat(301) }), "The question: expected at most 300 letters, found 301."],
  [JSON.stringify({ steps: tree.steps }), "The question: expected at most 300 letters, found nothing."],
])("%s is refused with one message", (json, fault) => {
  expect(readTreeText(json)).toEqual({ fault: expect.stringContaining(fault) });
});
