import { readFile } from "node:fs/promises";
import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { actionsOf } from "@stepladder/wasm/metrics/checks/actions.ts";
import { checkProcedure } from "@stepladder/wasm/metrics/checks/run.ts";
import { describe, expect, it } from "vitest";
import { MUTATIONS, mutations, ownConstraints } from "./mutations.ts";
import { procedures } from "./procedures.ts";

const kernels = await loadKernels();
const SEED = 2026;
const COUNT = 2000;

describe("the procedures of the repository, each checked by constraints made of itself", () => {
  const alarms = procedures.flatMap((procedure) =>
    checkProcedure(procedure, ownConstraints(procedure), kernels).map(({ check, passed, reason }) => ({
      id: procedure.id,
      check,
      passed,
      reason,
    })),
  );

  it("give at most one false alarm in a hundred checks", () => {
    const wrong = alarms.filter(({ passed }) => !passed);
    expect(alarms.length).toBeGreaterThan(10 * procedures.length);
    expect(wrong.length / alarms.length, JSON.stringify(wrong)).toBeLessThanOrEqual(0.01);
  });

  // What one action is was read by a person, step by step, in all steps that the rule takes for more than one.
  it("have at most one step in a hundred that is wrongly taken for several actions", () => {
    const taken = procedures.flatMap(({ steps }) =>
      actionsOf(steps).flatMap((actions, i) => (actions.length > 1 ? [steps[i] as string] : [])),
    );
    const wrong = ["Wait 15 minutes before you dress and go out.", "Have staff add what is missing and sign it."];
    expect(taken).toEqual(expect.arrayContaining(wrong));
    expect(taken.length).toBeGreaterThan(100);
    expect(wrong.length / procedures.flatMap(({ steps }) => steps).length).toBeLessThanOrEqual(0.01);
  });
});

describe(`${COUNT} mistakes put into them`, () => {
  const found = [...mutations(procedures, SEED, COUNT)].map(({ kind, source, mutation }) => {
    const own = ownConstraints(source).filter((constraint) => checkProcedure(source, [constraint], kernels)[0]?.passed);
    const results = checkProcedure(mutation.procedure, own, kernels);
    return { kind, what: mutation.what, caught: results.some(({ check, passed }) => check === mutation.caughtBy && !passed) };
  });
  const share = (some: typeof found): number => some.filter(({ caught }) => caught).length / some.length;

  it("are caught by the check that should, 95 in a hundred at least", () => {
    const missed = found.filter(({ caught }) => !caught).map(({ kind, what }) => `${kind}: ${what}`);
    expect(found).toHaveLength(COUNT);
    expect(share(found), missed.join("\n")).toBeGreaterThanOrEqual(0.95);
  });

  // README.md tells why: a resource has other words by which it is found.
  const least = { drop: 0.95, swap: 0.95, duplicate: 0.95, rename: 0.85, "unit change": 0.95 } satisfies Record<
    keyof typeof MUTATIONS,
    number
  >;

  it.each(Object.entries(least))("of the kind %s are caught, a share of %d at least", (kind, lowest) => {
    const own = found.filter((one) => one.kind === kind);
    expect(own).toHaveLength(COUNT / Object.keys(MUTATIONS).length);
    expect(share(own)).toBeGreaterThanOrEqual(lowest);
  });

  it("are counted in the datasheet", async () => {
    const readme = await readFile(new URL("README.md", import.meta.url), "utf8");
    const told = [...readme.matchAll(/ (\d+) of (\d+)(?:, [\d.]+ %)? \|$/gm)].map(([, caught, all]) => [Number(caught), Number(all)]);
    const counted = (some: typeof found): number[] => [some.filter(({ caught }) => caught).length, some.length];
    expect(told).toEqual([...Object.keys(MUTATIONS).map((kind) => counted(found.filter((one) => one.kind === kind))), counted(found)]);
  });

  it("are the same for a seed", () => {
    const some = (seed: number) => [...mutations(procedures, seed, 20)].map(({ mutation }) => mutation.what);
    expect(some(7)).toEqual(some(7));
    expect(some(7)).not.toEqual(some(8));
  });
});
