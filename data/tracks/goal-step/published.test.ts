import { metrics } from "@stepladder/wasm/metrics";
import { invariantFaults } from "@stepladder/wasm/metrics/invariants.ts";
import { expect, it } from "vitest";
import { published } from "./published.ts";
import track from "./track.ts";

it("quoted figures are fractions of metrics of the track, and may stand beside each other", () => {
  for (const { id, quoted } of published) {
    for (const [metric, { value }] of Object.entries(quoted.scores)) {
      expect(track.metrics, id).toContain(metric);
      expect(metrics[metric as keyof typeof metrics].unit).toBe("fraction");
      expect(value).toBeGreaterThan(0.05);
      expect(value).toBeLessThan(0.4);
    }
    expect(invariantFaults(quoted.scores, 0.5 * 10 ** -quoted.decimals)).toEqual([]);
  }
});
