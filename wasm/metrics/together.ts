import type { Kernels } from "../host/kernels.ts";
import type { GoldColumns, Measure, Measurer } from "./contract.ts";

/**
 * Several families as one, for a benchmark that asks for different things: every item goes to each of them, and its row is
 * their rows side by side. A part's codec makes an empty gold of an item that asks nothing of it, which measures as zeros.
 */
export function together<Item, Prediction>(family: string, parts: readonly Measure<Item, Prediction>[]): Measure<Item, Prediction> {
  return {
    family,
    statistics: parts.flatMap(({ statistics }) => statistics),
    events: parts.flatMap(({ events = [] }) => events),
    batches: Object.assign({}, ...parts.map(({ batches }) => batches)),
    gold: () =>
      goldOf(
        parts.map((part) => part.gold()),
        parts.map(({ statistics }) => statistics.length),
      ),
  };
}

function goldOf<Item, Prediction>(
  parts: readonly GoldColumns<Item, Prediction>[],
  widths: readonly number[],
): GoldColumns<Item, Prediction> {
  return {
    add: (item) => {
      for (const part of parts) part.add(item);
    },
    measurer: (kernels: Kernels) =>
      measurerOf(
        parts.map((part) => part.measurer(kernels)),
        widths,
      ),
  };
}

function measurerOf<Prediction>(parts: readonly Measurer<Prediction>[], widths: readonly number[]): Measurer<Prediction> {
  const width = widths.reduce((sum, own) => sum + own, 0);
  return {
    get queued() {
      return parts[0]?.queued ?? 0;
    },
    add: (item, prediction) => {
      for (const part of parts) part.add(item, prediction);
    },
    flush: (sink) => {
      const rows = new Float64Array((parts[0]?.queued ?? 0) * width);
      let start = 0;
      for (const [p, part] of parts.entries()) {
        const own = widths[p] as number;
        const measured = part.flush(sink);
        for (let row = 0; row * own < measured.length; row++) rows.set(measured.subarray(row * own, (row + 1) * own), row * width + start);
        start += own;
      }
      return rows;
    },
  };
}
