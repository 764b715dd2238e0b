import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { secondsOf } from "@stepladder/wasm/metrics/pointing/assign.ts";
import { randomWord } from "@stepladder/wasm/stats/random.ts";
import { expect, it } from "vitest";
import { pointsInOrder } from "./in-order.ts";

const kernels = await loadKernels();

it("finds the seconds that the kernel finds, ties included", () => {
  for (let seed = 0; seed < 300; seed++) {
    const draw = (place: number): number => randomWord(seed, place).high;
    const steps = 1 + (draw(0) % 5);
    const frames = steps + (draw(1) % 9);
    const rows = Array.from({ length: frames }, (_, frame) =>
      Array.from({ length: steps }, (_, step) => (draw(2 + frame * steps + step) % 4) / 4 - 0.5),
    );
    expect(pointsInOrder(rows)).toEqual(secondsOf({ frames, steps, scores: Float32Array.from(rows.flat()) }, kernels));
  }
});

it("finds none where there are fewer seconds than steps", () => {
  expect(pointsInOrder([[1, 2]])).toEqual([]);
});
