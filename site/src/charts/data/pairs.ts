import type { Comparison } from "@stepladder/wasm/stats/contract.ts";
import { formatCell, inSentence, plural, unitSign } from "../../format.ts";
import type { ChartMetric } from "../frame.ts";
import { type Cell, type Chart, figure, whole } from "../table.ts";

/** The level at which two systems are told apart, after Holm's correction over all pairs. */
export const LEVEL = 0.05;

/** All pairs of systems; `a` and `b` of a comparison are places in `systems`, `a < b`. */
export interface PairsData {
  /** Best first. */
  readonly systems: readonly string[];
  readonly pairs: readonly Comparison[];
}

/** Whether a pair is told apart. */
export function isApart({ adjusted }: Pick<Comparison, "adjusted">): boolean {
  return adjusted < LEVEL;
}

/** A difference with its sign, as a table whose header names the unit shows it: "+2.1", "−0.3", "0.0". */
export function signed(value: number, unit: ChartMetric["unit"]): string {
  const shown = formatCell(Math.abs(value), unit);
  return Number(shown) === 0 ? shown : `${value < 0 ? "−" : "+"}${shown}`;
}

/** What differences are counted in. */
export function differenceUnit({ unit }: ChartMetric): string {
  return unit === "fraction" ? "points" : unitSign(unit);
}

/** p for reading: "0.012", "< 0.001". */
export function pText(p: number): string {
  return p < 0.001 ? "< 0.001" : p.toFixed(3);
}

/** The significance matrix as a chart of a board. */
export function pairs(data: PairsData, metric: ChartMetric): Chart {
  const name = (place: number): string => data.systems[place] as string;
  const unit = differenceUnit(metric);
  return {
    id: "pairs",
    title: pairsTitle(data),
    note: `Difference in ${inSentence(metric.title)}, ${unit}: the system above in the column minus the one at the end of the row. Filled with a star: told apart at 5 % after Holm's correction over all pairs; outlined: not.`,
    table: {
      head: ["System", "Other system", `Difference, ${unit}`, "Low", "High", "p", "p (Holm)", "Told apart", "Won", "Lost", "Tied"],
      rows: data.pairs.map((pair): Cell[] => [
        name(pair.a),
        name(pair.b),
        ...[pair.difference, pair.interval?.low, pair.interval?.high].map((value) => figure(value, metric.unit, signed)),
        { value: pair.p, text: pText(pair.p) },
        { value: pair.adjusted, text: pText(pair.adjusted) },
        isApart(pair) ? "yes" : "no",
        whole(pair.won),
        whole(pair.lost),
        whole(pair.tied),
      ]),
    },
  };
}

/** How many pairs, and how many neighbours in rank, can be told apart. */
export function pairsTitle({ systems, pairs: all }: PairsData): string {
  const neighbours = all.filter(({ a, b }) => b === a + 1);
  const alike = neighbours.filter((pair) => !isApart(pair)).length;
  const told = `${all.filter(isApart).length} of ${plural(all.length, "pair")} can be told apart`;
  if (systems.length === 2) return `${systems[0]} and ${systems[1]} ${alike === 0 ? "can" : "cannot"} be told apart`;
  return `${told}; ${alike === 0 ? "all neighbours in rank can" : `${alike} of ${neighbours.length} neighbours in rank cannot`}`;
}
