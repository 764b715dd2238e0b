import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { parityRecord } from "@stepladder/wasm/host/parity.ts";
import { expect, it } from "vitest";
import { goldenFiles, recordedParity } from "../golden.ts";
import parity from "./parity.ts";

const files = await goldenFiles(parity.folder);

it("equals eval.py on the released predictions, each split and each mean, at every printed digit", async (context) => {
  if (typeof files === "string") return context.skip(files);
  const cases = await Array.fromAsync(parity.cases(files, await loadKernels()));
  // Five figures for each split and for their mean, and that every video has a prediction.
  expect(cases).toEqual([
    { name: "Self-Action on gtea", compared: 5 * 5 + 1, different: [] },
    {
      name: "Self-Action on 50salads",
      compared: 0,
      different: [],
      absent: "figures of 5 splits are named, its labels and predictions are not at hand",
    },
    { name: "Self-Action on drilling", compared: 2 * 5 + 1, different: [] },
  ]);
  expect(await recordedParity(parity.track)).toEqual(parityRecord(parity, cases));
});

it("says what is absent", async () => {
  const [only] = await Array.fromAsync(parity.cases(new Map(), await loadKernels()));
  expect(only).toMatchObject({ compared: 0, absent: expect.stringContaining("not at hand") });
});
