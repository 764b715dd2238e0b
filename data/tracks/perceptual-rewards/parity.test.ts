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
  // Splits and their mean of 5 cases; deviation and Jaccard of their 2 + 2 + 3 + 3 + 4 segments.
  expect(cases.map(({ compared }) => compared)).toEqual([5 * 2 + 14 * 2]);
  expect(await recordedParity(parity.track)).toEqual(parityRecord(parity, cases));
});

it("says what it misses where the golden file is not at hand", async () => {
  const cases = await Array.fromAsync(parity.cases(new Map(), kernels));
  expect(cases).toMatchObject([{ compared: 0, absent: "not at hand: golden/split_cases.json" }]);
});
