import type { Entry, Figure, Figures, ItemsIndex } from "@stepladder/schema";
import type { readPack } from "@stepladder/wasm/host/pack.ts";
import type { AnyTrack } from "@stepladder/wasm/host/track.ts";
import { type MetricId, metrics } from "@stepladder/wasm/metrics";
import { amongOf, type Weights } from "@stepladder/wasm/metrics/contract.ts";

/** A pack as it was read. */
export type Pack = ReturnType<typeof readPack>;

/**
 * Where an entry does not say what its pack gives: coverage, and each figure and its counts of items, overall and, where the index of its
 * items is at hand, of every slice value. One item too many is a fault, and so is a figure that is off in its last bit.
 */
export function finishFaults(track: AnyTrack, entry: Entry, pack: Pack, index: ItemsIndex | undefined): string[] {
  const finish = finisher(track, pack);
  return [
    ...coverageFaults(entry, pack),
    ...figureFaults("", finish(undefined), entry.scores),
    ...(index === undefined ? [] : sliceFaults(entry, index, finish)),
  ];
}

type Finish = (weights: Weights) => Figures;

/** What a pack gives over the items with weight. */
function finisher(track: AnyTrack, { header, matrix }: Pack): Finish {
  const answered = new Uint8Array(header.items).fill(1);
  for (const items of Object.values(header.unscored)) for (const item of items) answered[item] = 0;
  const figure = (id: MetricId, weights: Weights): Figure => {
    const metric = metrics[id];
    const value = metric.value(matrix, weights);
    const among = amongOf(metric, matrix);
    const asked = answered.map((_, item) => Number(weights?.[item] !== 0 && among?.[item] !== 0));
    const total = asked.reduce((sum, one) => sum + one, 0);
    const scored = asked.reduce((sum, one, item) => sum + one * (answered[item] as number), 0);
    return { ...(value.kind === "value" ? { value: value.value } : { reason: value.reason }), scored, unscored: total - scored };
  };
  return (weights) => Object.fromEntries(track.metrics.map((id) => [id, figure(id as MetricId, weights)]));
}

function coverageFaults({ coverage }: Entry, { header }: Pack): string[] {
  const reasons = Object.entries(header.unscored).flatMap(([reason, items]) => (items.length > 0 ? [[reason, items.length] as const] : []));
  const told = { scored: coverage?.scored, ...coverage?.unscored } as Record<string, number | undefined>;
  const given: Record<string, number | undefined> = {
    scored: header.items - reasons.reduce((sum, [, count]) => sum + count, 0),
    ...Object.fromEntries(reasons),
  };
  return [...new Set([...Object.keys(given), ...Object.keys(told)])].flatMap((key) =>
    given[key] === told[key] ? [] : [`coverage, ${key}: expected ${given[key] ?? "none"} from its pack, found ${told[key] ?? "none"}`],
  );
}

function sliceFaults({ slices }: Entry, index: ItemsIndex, finish: Finish): string[] {
  return index.slices.flatMap(({ id, values, of }) => {
    const own = slices[id] ?? {};
    const strange = Object.keys(own).filter((value) => !values.includes(value));
    return [
      ...strange.map((value) => `${id}: expected values of its items, found "${value}"`),
      ...values.flatMap((value, code) => {
        if (!of.includes(code)) return own[value] === undefined ? [] : [`${id} ${value}: expected no figures without items, found some`];
        const weights = Float64Array.from(of, (item) => Number(item === code));
        return figureFaults(`${id} ${value}, `, finish(weights), own[value] ?? {});
      }),
    ];
  });
}

function figureFaults(where: string, computed: Figures, claimed: Figures): string[] {
  return Object.entries(computed).flatMap(([id, figure]) => {
    const told = claimed[id] ?? {};
    const fault = (what: string, expected: unknown, found: unknown): string[] =>
      Object.is(expected, found)
        ? []
        : [`${where}${id}${what}: expected ${expected ?? "no value"} from its pack, found ${found ?? "no value"}`];
    return [
      ...fault("", figure.value, told.value),
      ...fault(", items scored", figure.scored, told.scored),
      ...fault(", items unscored", figure.unscored, told.unscored),
    ];
  });
}
