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
    extract_answer: 2 * 10,
    "vote of eight": 2 * 4,
    // Five submissions of eight figures.
    ...Object.fromEntries(["gsm8k", "math", "olympiadbench"].map((subset) => [subset, 5 * 8])),
  });
  expect(cases.filter(({ absent }) => absent !== undefined).map(({ name }) => name)).toEqual(["omnimath"]);
  expect(await recordedParity(parity.track)).toEqual(parityRecord(parity, cases));
});
