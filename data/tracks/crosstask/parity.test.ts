import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { parityRecord } from "@stepladder/wasm/host/parity.ts";
import { expect, it } from "vitest";
import { goldenFiles, recordedParity } from "../golden.ts";
import parity from "./parity.ts";

const files = await goldenFiles(parity.folder);
const kernels = await loadKernels();

it("equals every golden value at hand, to the last bit", async (context) => {
  if (typeof files === "string") return context.skip(files);
  const cases = await Array.fromAsync(parity.cases(files, kernels));
  for (const { name, different, absent } of cases) expect({ different, absent }, name).toEqual({ different: [], absent: undefined });
  expect(Object.fromEntries(cases.map(({ name, compared }) => [name, compared]))).toEqual({
    // the frames of 30 cases
    "ordered assignments": 323,
    // the frames of 18 videos, 3 tasks and their mean
    "average recall": 450 + 4,
  });
  expect(await recordedParity(parity.track)).toEqual(parityRecord(parity, cases));
});
