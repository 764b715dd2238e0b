import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { parityRecord } from "@stepladder/wasm/host/parity.ts";
import { expect, it } from "vitest";
import { goldenFiles, recordedParity } from "../golden.ts";
import parity from "./parity.ts";

const files = await goldenFiles(parity.folder);

it("equals the official evaluation of the released LLM graphs, to the last bit", async (context) => {
  if (typeof files === "string") return context.skip(files);
  const cases = await Array.fromAsync(parity.cases(files, await loadKernels()));
  // 24 graphs of seven values each, three means, and how many graphs there are
  expect(cases).toEqual([{ name: "LLM baseline", compared: 24 * 7 + 4, different: [] }]);
  expect(await recordedParity(parity.track)).toEqual(parityRecord(parity, cases));
});

it("says what is absent", async () => {
  const [only] = await Array.fromAsync(parity.cases(new Map(), await loadKernels()));
  expect(only).toMatchObject({ compared: 0, absent: expect.stringContaining("not at hand") });
});
