import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { parityRecord } from "@stepladder/wasm/host/parity.ts";
import { expect, it } from "vitest";
import { goldenFiles, recordedParity } from "../golden.ts";
import parity from "./parity.ts";

const files = await goldenFiles(parity.folder);

it("gives the figures of KEPP's plans to the printed digit", async (context) => {
  if (typeof files === "string") return context.skip(files);
  const cases = await Array.fromAsync(parity.cases(files, await loadKernels()));
  expect(cases.map(({ name, compared, different }) => [name, compared, different])).toEqual([
    ["KEPP, first path", 6, []],
    ["KEPP, second path", 6, []],
    ["KEPP, first and last action", 3, []],
  ]);
  expect(await recordedParity(parity.track)).toEqual(parityRecord(parity, cases));
});

it("says what is absent", async () => {
  const cases = await Array.fromAsync(parity.cases(new Map(), await loadKernels()));
  expect(cases).toHaveLength(3);
  for (const one of cases) expect(one).toMatchObject({ compared: 0, absent: expect.stringContaining("not at hand") });
});
