import { existsSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadCreditKernels } from "../host/node.ts";
import type { Read } from "./columns.ts";
import { siblings } from "./columns.ts";
import { type Credit, defaultsOf, type Method, type Step, type Tree, trajectoriesOf } from "./contract.ts";
import { example } from "./example.ts";
import { methods } from "./index.ts";

const kernels = await loadCreditKernels();

const run = (method: Method, tree: Tree, values = {}): Credit => method.run(kernels, tree, { ...defaultsOf(method), ...values });
const byId = (id: string): Method => methods.find((method) => method.id === id) as Method;

const share = fc.double({ min: 0, max: 1, noNaN: true });
const drawn = fc.record({
  text: fc.constant("step"),
  tokens: fc.integer({ min: 1, max: 50 }),
  score: share,
  accuracy: fc.constantFrom(0, 0.2, 0.6, 1),
  confidence: share,
  executed: fc.boolean(),
  prior: share,
  visits: fc.integer({ min: 0, max: 20 }),
});

/** A tree whose steps follow earlier ones, or none; those that nothing follows end a trajectory. */
const trees: fc.Arbitrary<Tree> = fc.array(fc.tuple(drawn, fc.nat(), share), { minLength: 1, maxLength: 12 }).map((draws) => {
  const linked = draws.map(([step, parent], s): Step => (parent % (s + 1) === s ? step : { ...step, parent: parent % (s + 1) }));
  return grown(
    linked,
    draws.map(([, , outcome]) => outcome),
  );
});

function grown(steps: readonly Step[], outcomes: readonly number[]): Tree {
  const followed = new Set(steps.map(({ parent }) => parent));
  return { question: "?", steps: steps.map((step, s) => (followed.has(s) ? step : { ...step, outcome: outcomes[s] as number })) };
}

/** The same tree with its steps in another order, parents still first; and where each step now stands. */
function reordered(tree: Tree, ranks: readonly number[]): { tree: Tree; places: number[] } {
  const order: number[] = [];
  const left = new Set(tree.steps.keys());
  while (left.size > 0) {
    const free = [...left].filter((step) => !left.has(tree.steps[step]?.parent ?? -1));
    const next = free.toSorted((a, b) => (ranks[a] as number) - (ranks[b] as number))[0] as number;
    left.delete(next);
    order.push(next);
  }
  const places = tree.steps.map((_, step) => order.indexOf(step));
  const steps = order.map((step) => {
    const { parent, ...own } = tree.steps[step] as Step;
    return parent === undefined ? own : { ...own, parent: places[parent] as number };
  });
  return { tree: { ...tree, steps }, places };
}

describe.each(methods.map((method) => ({ id: method.id, method })))("$id", ({ method }) => {
  it("says what it is", () => {
    expect(method.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(existsSync(new URL(`../../data/papers/${method.paper}.json`, import.meta.url)), `data/papers/${method.paper}.json`).toBe(true);
    for (const { low, value, high, step, id } of method.settings) {
      expect(value, id).toBeGreaterThanOrEqual(low);
      expect(value, id).toBeLessThanOrEqual(high);
      for (const end of [value, high]) expect(Math.abs(Math.round((end - low) / step) - (end - low) / step), id).toBeLessThan(1e-9);
    }
    expect(new Set(method.settings.map(({ id }) => id)).size).toBe(method.settings.length);
  });

  it("gives every step of every trajectory a number or none, leaves no memory taken and speaks of steps that there are", () => {
    const ends = method.settings.flatMap(({ id, low, high }) => [{ [id]: low }, { [id]: high }]);
    fc.assert(
      fc.property(trees, fc.constantFrom({}, ...ends), (tree, values) => {
        const mark = kernels.arena.mark();
        const credit = run(method, tree, values);
        expect(kernels.arena.mark()).toBe(mark);
        expect(credit.values.map(({ length }) => length)).toEqual(trajectoriesOf(tree).map(({ length }) => length));
        for (const value of credit.values.flatMap((steps) => [...steps])) expect(Math.abs(value)).not.toBe(Number.POSITIVE_INFINITY);
        for (const step of credit.marks?.keys() ?? []) expect(tree.steps[step]).toBeDefined();
        for (const { name, value } of credit.facts ?? []) expect(value, name).toSatisfy(Number.isFinite);
      }),
    );
  });

  it("does not ask how steps stand in the list", () => {
    const ranks = fc.array(fc.nat(), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(trees, ranks, (tree, order) => {
        const other = reordered(tree, order);
        const found = new Map(trajectoriesOf(other.tree).map((steps, t) => [steps.at(-1), run(method, other.tree).values[t]]));
        const own = run(method, tree).values;
        for (const [t, steps] of trajectoriesOf(tree).entries()) {
          const theirs = found.get(other.places[steps.at(-1) as number]) as Float64Array;
          for (const [s, value] of (own[t] as Float64Array).entries())
            expect(alike(theirs[s] as number, value), `${theirs[s]} for ${value}`).toBe(true);
        }
      }),
    );
  });

  it("reads what it says, and nothing else", () => {
    const told = (tree: Tree) => JSON.stringify(choices(method).map((values) => plain(run(method, tree, values))));
    const own = told(example);
    const read = FIELDS.filter((field) => {
      const steps = example.steps.map((step, s) => change(step, field, s));
      return told({ ...example, steps }) !== own;
    });
    expect(read).toEqual(FIELDS.filter((field) => method.reads.includes(field)));
  });
});

const FIELDS: readonly Read[] = ["tokens", "score", "accuracy", "confidence", "executed", "prior", "visits", "outcome"];
const plain = ({ values, marks, facts }: Credit) => [values.map((steps) => [...steps]), [...(marks ?? [])], facts];
const alike = (a: number, b: number) => Object.is(a, b) || Math.abs(a - b) < 1e-9;

/** Every combination of those settings that are whole numbers. */
function choices({ settings }: Method): Record<string, number>[] {
  return settings
    .filter(({ step }) => step === 1)
    .reduce<Record<string, number>[]>(
      (all, { id, low, high }) => all.flatMap((values) => Array.from({ length: high - low + 1 }, (_, n) => ({ ...values, [id]: low + n }))),
      [{}],
    );
}

/** Another value of one field. */
function change(step: Step, field: Read, s: number): Step {
  const value = step[field];
  if (value === undefined) return step;
  if (typeof value === "boolean") return { ...step, [field]: !value };
  return { ...step, [field]: field === "tokens" || field === "visits" ? value + 1 + (s % 3) : (value + 0.4 + 0.05 * (s % 3)) % 1 };
}

const sum = (values: Iterable<number>) => [...values].reduce((all, value) => all + value, 0);

describe("sums", () => {
  /** The credit of each step where it is the same in all trajectories. */
  function bySteps(id: string, tree: Tree): number[] {
    const values: number[] = [];
    for (const [t, steps] of trajectoriesOf(tree).entries())
      for (const [s, step] of steps.entries()) values[step] = run(byId(id), tree).values[t]?.[s] as number;
    return values;
  }

  it.each(["slate", "portool-fork"])("advantages of %s add up to 0 at every fork", (id) => {
    fc.assert(
      fc.property(trees, (tree) => {
        const values = bySteps(id, tree);
        for (const fork of siblings(tree)) {
          const all = sum(fork.map((step) => values[step] as number));
          if (fork.length > 1 || id === "portool-fork") expect(all).toBeCloseTo(0, 6);
          else expect(all).toBeNaN();
        }
      }),
      { numRuns: 50 },
    );
  });

  it("advantages of whole trajectories add up to 0 over the trajectories", () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const first = (id: string, values = {}) => run(byId(id), tree, values).values.map(([own]) => own as number);
        expect(sum(first("portool-trajectory"))).toBeCloseTo(0, 6);
        if (trajectoriesOf(tree).length > 1) expect(sum(first("prorag", { beta: 0 }))).toBeCloseTo(0, 6);
        else expect(first("prorag", { beta: 0 })).toEqual([Number.NaN]);
      }),
    );
  });

  it("SPAE's advantages add up to 0 over all steps", () => {
    const many = trees.filter(({ steps }) => steps.length > 1);
    fc.assert(
      fc.property(many, (tree) => {
        const values = run(byId("spae-advantage"), tree).values.flatMap((steps) => [...steps]);
        expect(sum(values)).toBeCloseTo(0, 6);
      }),
    );
  });

  it("SPA-RL's shares of a trajectory add up to its outcome", () => {
    fc.assert(
      fc.property(trees, (tree) => {
        for (const [t, steps] of run(byId("spa-rl-paper"), tree, { beta: 0 }).values.entries()) {
          expect(sum(steps)).toBeCloseTo(tree.steps[trajectoriesOf(tree)[t]?.at(-1) as number]?.outcome as number, 9);
        }
      }),
    );
  });
});

it("ids and names differ", () => {
  for (const field of ["id", "name"] as const) expect(new Set(methods.map((method) => method[field])).size).toBe(methods.length);
});

it("what no paper or code gives a formula of is under our reading", () => {
  expect(methods.filter(({ source }) => source === "our reading").map(({ paper }) => paper)).toEqual(["portool", "portool", "portool"]);
});

it("a tree without steps has no credit", () => {
  for (const method of methods) expect(run(method, { question: "?", steps: [] }).values, method.id).toEqual([]);
});

describe("the example", () => {
  it("has 4 trajectories, two of them right", () => {
    const ends = trajectoriesOf(example).map((steps) => example.steps[steps.at(-1) as number]?.outcome);
    expect(ends).toEqual([1, 0, 1, 0]);
  });

  it("has what tells methods apart: no two give the same credit", () => {
    const told = methods.map((method) =>
      JSON.stringify(run(method, example).values.map((steps) => [...steps].map((value) => value.toFixed(6)))),
    );
    expect(new Set(told).size).toBe(methods.length);
  });
});
