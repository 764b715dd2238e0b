import type { AligningKernels } from "@stepladder/wasm/aligning/kernels.ts";
import { ground } from "../../aligners/align.ts";
import { DEFAULTS, type Settings, type Sureness } from "../../aligners/settings.ts";
import { similarityOf } from "./systems.ts";
import type { GoldVideo } from "./video.ts";

/** A margin, and whether what it stood for was so. */
export interface Outcome {
  readonly margin: number;
  readonly right: boolean;
}

/** Platt's scaling (1999) by Newton's method, with his targets, which keep shares off 0 and 1. Margins are finite. */
export function platt(outcomes: readonly Outcome[]): Sureness {
  const positives = outcomes.filter(({ right }) => right).length;
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (outcomes.length - positives + 2);
  let [scale, bias] = [0, Math.log((positives + 1) / (outcomes.length - positives + 1))];
  for (let round = 0; round < 50; round++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-9, 0, 1e-9];
    for (const { margin, right } of outcomes) {
      const share = 1 / (1 + Math.exp(-(scale * margin + bias)));
      const off = share - (right ? high : low);
      const weight = share * (1 - share);
      g0 += off * margin;
      g1 += off;
      h00 += weight * margin * margin;
      h01 += weight * margin;
      h11 += weight;
    }
    const determinant = h00 * h11 - h01 * h01;
    const [down, across] = [(h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant];
    scale -= down;
    bias -= across;
    if (Math.abs(down) + Math.abs(across) < 1e-9) break;
  }
  return { scale, bias };
}

/** Something said with a confidence, and whether it was so. */
export interface Said {
  readonly confidence: number;
  readonly right: boolean;
}

/** Expected calibration error (Naeini et al. 2015) over ten bins of equal width: the mean gap between confidence and share of right ones. */
export function calibrationError(said: readonly Said[]): number {
  const bins = Array.from({ length: 10 }, () => ({ confidence: 0, right: 0 }));
  for (const { confidence, right } of said) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))] as (typeof bins)[number];
    bin.confidence += confidence;
    bin.right += Number(right);
  }
  return bins.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right), 0) / Math.max(1, said.length);
}

/** How sure margins are of segments and of steps that are shown, where both are held against gold. */
export function fitted(kernels: AligningKernels, videos: readonly GoldVideo[]): Pick<Settings, "segment" | "shown"> {
  const [segments, shown]: [Outcome[], Outcome[]] = [[], []];
  for (const video of videos) {
    const { sentences, duration, segments: gold } = video;
    const { margins } = ground(kernels, { sentences, duration, similarity: similarityOf(video), order: "soft" }, DEFAULTS);
    for (const { step, start, end, margin } of margins.segments)
      segments.push({ margin, right: gold.some((one) => one.step === step && one.start < end && start < one.end) });
    for (const [step, margin] of margins.steps.entries())
      if (Number.isFinite(margin)) shown.push({ margin, right: gold.some((one) => one.step === step) });
  }
  return { segment: platt(segments), shown: platt(shown) };
}
