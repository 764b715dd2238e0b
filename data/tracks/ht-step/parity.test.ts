import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { parityRecord } from "@stepladder/wasm/host/parity.ts";
import { expect, it } from "vitest";
import { goldenFiles, recordedParity } from "../golden.ts";
import parity from "./parity.ts";

const files = await goldenFiles(parity.folder);

it("every number of the official scorer, to the last bit", async (context) => {
  if (typeof files === "string") return context.skip(files);
  const cases = await Array.fromAsync(parity.cases(files, await loadKernels()));
  expect(cases.map(({ name, compared, different }) => [name, compared, different])).toEqual([
    ["example_predictions", 985, []],
    ["labels_permuted_within_video", 10, []],
    ["scores_inverted", 10, []],
    ["top1_per_video", 10, []],
    ["halved_segments", 10, []],
    ["tiou_0.1_0.5", 10, []],
    ["official functions", 37, []],
  ]);
  expect(await recordedParity(parity.track)).toEqual(parityRecord(parity, cases));
});

it("says which files are not at hand", async () => {
  const cases = await Array.fromAsync(parity.cases(new Map(), await loadKernels()));
  expect(cases).toHaveLength(7);
  expect(cases.every(({ absent, compared }) => compared === 0 && absent?.startsWith("not at hand: "))).toBe(true);
});
