import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { parityRecord } from "@stepladder/wasm/host/parity.ts";
import { expect, it } from "vitest";
import { goldenFiles, recordedParity } from "../golden.ts";
import { baselines } from "./baselines.ts";
import parity from "./parity.ts";

const files = await goldenFiles(parity.folder);

it("equals the starter code's scorer on the baselines' predictions", async (context) => {
  if (typeof files === "string") return context.skip(files);
  const cases = await Array.fromAsync(parity.cases(files, await loadKernels()));
  // how many queries there are, four recalls to the last bit, and mIoU as it is printed
  expect(cases).toEqual(baselines.map(({ title }) => ({ name: title, compared: 6, different: [] })));
  expect(await recordedParity(parity.track)).toEqual(parityRecord(parity, cases));
});

it("says what is absent", async () => {
  const [only] = await Array.fromAsync(parity.cases(new Map(), await loadKernels()));
  expect(only).toMatchObject({ compared: 0, absent: expect.stringContaining("not at hand") });
});
