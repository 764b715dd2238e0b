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
  expect(cases.map(({ compared }) => compared)).toEqual([
    // 7 figures of all, the topics, 6 figures of each and the unparsed of four
    7 + 1 + 14 * 6 + 4,
    6 + 1 + 4 * 6,
    7 + 1 + 7,
    6 + 1,
    2 + 14 * 2,
    17,
    15 * 3,
  ]);
  expect(await recordedParity(parity.track)).toEqual(parityRecord(parity, cases));
});

it("says what it misses where no golden file is at hand", async () => {
  const cases = await Array.fromAsync(parity.cases(new Map(), kernels));
  expect(cases).toHaveLength(7);
  for (const { compared, absent } of cases) expect([compared, absent]).toEqual([0, expect.stringMatching(/^not at hand: golden\//)]);
});
