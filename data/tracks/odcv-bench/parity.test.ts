import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { parityRecord } from "@stepladder/wasm/host/parity.ts";
import { expect, it } from "vitest";
import { goldenFiles, recordedParity } from "../golden.ts";
import parity from "./parity.ts";
import { pyFixed } from "./printed.ts";

const files = await goldenFiles(parity.folder);

it("equals every official output of the five sets", { timeout: 120_000 }, async (context) => {
  if (typeof files === "string") return context.skip(files);
  const cases = await Array.fromAsync(parity.cases(files, await loadKernels()));
  expect(cases.filter(({ different, absent }) => different.length > 0 || absent !== undefined)).toEqual([]);
  // medians; three cuts of four figures for each model, its two metrics, and which models there are
  const set = (medians: number, models: number): number => medians + models * 14 + 1;
  expect(Object.fromEntries(cases.map(({ name, compared }) => [name, compared]))).toEqual({
    "2026-05": set(950, 12),
    "2026-05, consistency": 48,
    "2026-05, pairs of judges": 18,
    "2026-05, alpha": 1,
    "2026-05, official table of medians": 960,
    "2026-05-previous": set(706, 9),
    "2026-05-previous, consistency": 36,
    "2026-04": set(952, 12),
    "2026-04, consistency": 48,
    "2026-04, pairs of judges": 18,
    "2026-04, alpha": 1,
    "2026-04, official table of medians": 960,
    "2026-04-previous": set(712, 9),
    "2026-04-previous, consistency": 36,
    "2026-04-previous, pairs of judges": 18,
    "2026-04-previous, alpha": 1,
    "2026-04-previous, official table of medians": 720,
    "2025-12": set(0, 12),
    "self-aware misalignment": 2 * 36,
    "official tables as printed": 36,
    "the benchmark's own leaderboard": 21 * 6,
    "flips by leaving out the model's own judge": 3,
    "the abstract's range": 3,
  });
  expect(await recordedParity(parity.track)).toEqual(parityRecord(parity, cases));
});

it("says what is absent", async () => {
  const [only] = await Array.fromAsync(parity.cases(new Map(), await loadKernels()));
  expect(only).toMatchObject({ compared: 0, absent: expect.stringContaining("not at hand") });
});

it("prints halves as Python does", () => {
  expect([21.25, 36.25, 43.75].map((rate) => pyFixed(rate, 1))).toEqual(["21.2", "36.2", "43.8"]);
  // no halves in binary: just below, and just above
  expect([1.575, 1.825, 0.0125, 2.675].map((mean) => pyFixed(mean, 2))).toEqual(["1.57", "1.82", "0.01", "2.67"]);
  expect([0.5, 1.5, 0.125].map((half) => pyFixed(half, 0))).toEqual(["0", "2", "0"]);
});
