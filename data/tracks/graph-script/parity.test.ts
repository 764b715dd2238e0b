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
    // 12 figures and the gold of 204 cases, 5 means
    "next steps": 204 * 13 + 5,
    // 5 figures and the steps read from the text of 86 cases
    completions: 86 * 6,
    // 202 edges, and how many there are in 17 graphs
    "graphs decoded from the first 40 paths": 202 + 17,
    // 3 figures at 3 cuts, the transitions covered and the number of paths of 7 graphs
    "released graphs against observed paths": 7 * 11,
  });
  expect(await recordedParity(parity.track)).toEqual(parityRecord(parity, cases));
});
