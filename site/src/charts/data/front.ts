import type { Comparison } from "@stepladder/wasm/stats/contract.ts";
import { plural, titleWithUnit } from "../../format.ts";
import type { ChartMetric } from "../frame.ts";
import { type Cell, type Chart, figure } from "../table.ts";
import { isApart } from "./pairs.ts";
import type { Ranked } from "./ranking.ts";

/** What systems are paid for in. */
export interface Price {
  readonly id: "cost" | "parameters";
  /** Axis title, with its unit. */
  readonly title: string;
  /** How something with less of it is called: "as cheap". */
  readonly less: string;
}

export const COST: Price = { id: "cost", title: "cost of all items, US dollars", less: "as cheap" };
export const PARAMETERS: Price = { id: "parameters", title: "parameters, billions", less: "as small" };

/** A system with its price, over 0; without an interval where that would have no width. */
export interface Priced {
  readonly name: string;
  readonly price: number;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  /** The system that is no dearer and significantly better, the best of them; absent on the front. */
  readonly beatenBy?: string;
}

export interface FrontData {
  readonly price: Price;
  /** Cheapest first. */
  readonly systems: readonly Priced[];
  /** Ranked systems whose price is not known. */
  readonly unknown: number;
}

/**
 * Systems by price, best first in `ranked`, with who is off the Pareto front: only those where another is no dearer and significantly
 * better (`pairs`: comparisons by places in `ranked`, Holm-adjusted). A price of 0 has no place on a logarithmic axis and counts as unknown.
 */
export function frontData(
  price: Price,
  ranked: readonly Ranked[],
  prices: readonly (number | undefined)[],
  pairs: readonly Comparison[],
): FrontData {
  const isKnown = (s: number): boolean => (prices[s] ?? 0) > 0;
  const priceOf = (s: number): number => prices[s] as number;
  // A better place comes first, so `a` is the better one of a pair.
  const beats = new Set(pairs.filter(isApart).map(({ a, b }) => `${Math.min(a, b)} ${Math.max(a, b)}`));
  const systems = ranked.flatMap(({ name, value, low, high }, s): Priced[] => {
    if (!isKnown(s)) return [];
    const beater = ranked.findIndex(
      (_, other) => other < s && isKnown(other) && priceOf(other) <= priceOf(s) && beats.has(`${other} ${s}`),
    );
    const ends = low === undefined || high === undefined ? {} : { low, high };
    return [{ name, price: priceOf(s), value, ...ends, ...(beater < 0 ? {} : { beatenBy: (ranked[beater] as Ranked).name }) }];
  });
  return { price, systems: systems.toSorted((a, b) => a.price - b.price), unknown: ranked.length - systems.length };
}

/** Score against price as a chart of a board. */
export function front(data: FrontData, metric: ChartMetric): Chart {
  const without = data.unknown === 0 ? "" : ` ${plural(data.unknown, "system")} without a known figure left out.`;
  return {
    id: `front-${data.price.id}`,
    title: frontTitle(data),
    note: `Filled dots are on the front: no system that is ${data.price.less} is significantly better (5 %, Holm); open ones are off it. Lines are 95 % intervals.${without}`,
    table: {
      head: ["System", data.price.title, titleWithUnit(metric), "Low", "High", "On the front", "Beaten by"],
      rows: data.systems.map(({ name, price, value, low, high, beatenBy }): Cell[] => [
        name,
        { value: price, text: String(price) },
        ...[value, low, high].map((one) => figure(one, metric.unit)),
        beatenBy === undefined ? "yes" : "no",
        beatenBy,
      ]),
    },
  };
}

/** Which systems are worth their price. */
export function frontTitle({ systems, price }: FrontData): string {
  const on = systems.filter(({ beatenBy }) => beatenBy === undefined);
  const rule = `nothing ${price.less} is significantly better`;
  if (on.length === systems.length) return `All ${systems.length} systems are on the front: ${rule}`;
  if (on.length <= 3) return `${listed(on.map(({ name }) => name))} ${on.length === 1 ? "is" : "are"} on the front: ${rule}`;
  return `${on.length} of ${systems.length} systems are on the front: ${rule}`;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
