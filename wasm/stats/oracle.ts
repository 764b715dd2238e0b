import type { Kernels } from "../host/kernels.ts";
import type { Drawing, Field } from "./contract.ts";
import { clustersOf, countsOf } from "./draws.ts";

/** Values of all systems in all draws: `values[draw * systems + system]`, NaN where the metric has none. */
export function resampled(_kernels: Kernels, field: Field, { seed, draws }: Drawing): Float64Array {
  const { metric, systems } = field;
  const clusters = clustersOf(field);
  const values = new Float64Array(draws * systems.length);
  const items = systems[0]?.items ?? 0;
  const weights = new Float64Array(items);
  for (let draw = 0; draw < draws; draw++) {
    const counts = countsOf(seed, draw, clusters.count);
    for (let i = 0; i < items; i++) {
      const cluster = clusters.of[i] as number;
      weights[i] = cluster < 0 ? 0 : (counts[cluster] as number);
    }
    for (const [s, matrix] of systems.entries()) {
      const value = metric.value(matrix, weights);
      values[draw * systems.length + s] = value.kind === "value" ? value.value : Number.NaN;
    }
  }
  return values;
}
