import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { parityRecord } from "@stepladder/wasm/host/parity.ts";
import { expect, it } from "vitest";
import { goldenFiles, recordedParity } from "../golden.ts";
import parity from "./parity.ts";

const files = await goldenFiles(parity.folder);
const kernels = await loadKernels();

it("equals the official outputs at hand", async (context) => {
  if (typeof files === "string") return context.skip(files);
  const cases = await Array.fromAsync(parity.cases(files, kernels));
  const run = cases.filter(({ absent }) => absent === undefined);
  for (const { name, different } of run) expect(different, name).toEqual([]);
  expect(Object.fromEntries(run.map(({ name, compared }) => [name, compared]))).toEqual({
    "items of the loader": 1 + 6969,
    "Skywork-PRM-7B, item by item": 1000 * 5,
    // Ten figures of the total, of ten classes, and of nine as slices; PRMScore twice, and steps of correct solutions.
    "Skywork-PRM-7B, first 1,000 items": 10 * (1 + 10 + 9) + 3,
    "Skywork-PRM-7B, full run, class correct": 11,
  });
  expect(await recordedParity(parity.track)).toEqual(parityRecord(parity, cases));
});
