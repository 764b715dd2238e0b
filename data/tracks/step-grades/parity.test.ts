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
  expect(cases.map(({ compared }) => compared)).toEqual([13, 7, 3 + 11]);
  expect(await recordedParity(parity.track)).toEqual(parityRecord(parity, cases));
});

it("says what it misses where the golden file is not at hand", async () => {
  const cases = await Array.fromAsync(parity.cases(new Map(), kernels));
  expect(cases.map(({ absent }) => absent)).toEqual(Array(3).fill("not at hand: golden/webstar_rules.json"));
});
