import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { parityRecord } from "@stepladder/wasm/host/parity.ts";
import { expect, it } from "vitest";
import { goldenFiles, recordedParity } from "../golden.ts";
import parity from "./parity.ts";

const files = await goldenFiles(parity.folder);
const kernels = await loadKernels();

it("equals the official evaluator on every golden case at hand, to the last bit", async (context) => {
  if (typeof files === "string") return context.skip(files);
  const cases = await Array.fromAsync(parity.cases(files, kernels));
  const run = cases.filter(({ absent }) => absent === undefined);
  for (const { name, different } of run) expect(different, name).toEqual([]);
  expect(run.find(({ name }) => name === "evaluator edge cases")?.compared).toBe(98);
  expect(run.map(({ name }) => name)).toContain("noisy_05");
  for (const { name, compared } of run.slice(1)) expect(compared, name).toBeGreaterThan(8 * 4800);
  for (const { name, absent } of cases) if (absent !== undefined) console.log(`absent: ${name}: ${absent}`);
  expect(await recordedParity(parity.track)).toEqual(parityRecord(parity, cases));
});
