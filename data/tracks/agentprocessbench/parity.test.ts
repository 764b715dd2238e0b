import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { parityRecord } from "@stepladder/wasm/host/parity.ts";
import { expect, it } from "vitest";
import { goldenFiles, recordedParity } from "../golden.ts";
import parity from "./parity.ts";

const files = await goldenFiles(parity.folder);
const kernels = await loadKernels();

it("equals the official scorer on every judge and case at hand, to the last bit", async (context) => {
  if (typeof files === "string") return context.skip(files);
  const cases = await Array.fromAsync(parity.cases(files, kernels));
  const run = cases.filter(({ absent }) => absent === undefined);
  for (const { name, different } of run) expect(different, name).toEqual([]);
  const compared = Object.fromEntries(run.map((one) => [one.name, one.compared]));
  expect(compared["compare.py edge cases"]).toBe(36);
  expect(compared["records of one trajectory"]).toBe(2 * 5);
  expect(compared["trivial baselines"]).toBe(1 + 5 * 5 * 3);
  // Five rows of nine figures, five of two.
  expect(run.slice(3).map((one) => one.compared)).toEqual(run.slice(3).map(() => 5 * 9 + 5 * 2));
  expect(run).toHaveLength(3 + 12);
  for (const { name, absent } of cases) if (absent !== undefined) console.log(`absent: ${name}: ${absent}`);
  expect(await recordedParity(parity.track)).toEqual(parityRecord(parity, cases));
});
