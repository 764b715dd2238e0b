import type { Metric, Value } from "../metrics/contract.ts";

/** Values by id of metrics. */
export type Values = Readonly<Record<string, Value>>;

/** The value at which nothing is lost; `undefined` where the scale of a metric has no such end. */
export function endOf({ unit, better }: Pick<Metric, "better"> & { readonly unit: string }): number | undefined {
  if (better === "lower") return 0;
  return unit === "fraction" || unit === "coefficient" ? 1 : undefined;
}

/** How many more points a metric gives. */
export function gain({ id, better }: Pick<Metric, "id" | "better">, before: Values, after: Values): number {
  const [from, to] = [before[id], after[id]];
  if (from?.kind !== "value" || to?.kind !== "value") return 0;
  return better === "higher" ? to.value - from.value : from.value - to.value;
}
