import type { Comparison, Places } from "@stepladder/wasm/stats/contract.ts";
import { formatDifference } from "../../format.ts";
import { type CompareMetric, LEVEL, leadOf, pWords } from "./words.ts";

/** A row of the board, and how the reader's own result stands to it: `a` of the comparison is the reader's. */
export interface Rival {
  readonly id: string;
  readonly name: string;
  readonly comparison: Pick<Comparison, "difference" | "p" | "adjusted">;
}

/** Where a result lands among the rows that it was held against. */
export interface Landing {
  /** The rival above it that is nearest in value, of those that are better for more than chance. */
  readonly better?: Rival;
  /** The same below it. */
  readonly worse?: Rival;
  /** Those that cannot be told apart from it, nearest first. */
  readonly level: readonly Rival[];
}

/** Places of the result among ranked systems and itself. */
export interface LandingPlace {
  readonly rank: number;
  readonly range?: Places;
  readonly of: number;
}

/** Sorts rivals by what paired tests, with Holm's correction over all of them, say. Rivals without a value are left out. */
export function land(rivals: readonly Rival[], better: CompareMetric["better"]): Landing {
  const known = rivals
    .flatMap((rival) => {
      const lead = leadOf(rival.comparison, better)?.by;
      return lead === undefined ? [] : [{ rival, lead }];
    })
    .sort((x, y) => Math.abs(x.lead) - Math.abs(y.lead));
  const apart = known.filter(({ rival, lead }) => rival.comparison.adjusted <= LEVEL && lead !== 0);
  const above = apart.find(({ lead }) => lead < 0)?.rival;
  const below = apart.find(({ lead }) => lead > 0)?.rival;
  return {
    ...(above === undefined ? {} : { better: above }),
    ...(below === undefined ? {} : { worse: below }),
    level: known.filter((one) => !apart.includes(one)).map(({ rival }) => rival),
  };
}

/** "number 3 (2–5) of 13"; without a range where nothing was drawn. */
export function placeWords({ rank, range, of }: LandingPlace): string {
  const places = range === undefined ? "" : ` (${range.low === range.high ? range.low : `${range.low}–${range.high}`})`;
  return `number ${rank}${places} of ${of}`;
}

/** Names in a sentence: the first few, and how many more. */
const NAMED = 4;

/** What a landing says, one sentence each. `what` names the rivals: "system" or "baseline". */
export function landingWords(
  { better, worse, level }: Landing,
  { unit, better: way }: Pick<CompareMetric, "unit" | "better">,
  what: string,
): string[] {
  const by = (rival: Rival): string =>
    `${rival.name}, by ${formatDifference(leadOf(rival.comparison, way)?.by ?? 0, 0, unit)} (${pWords(rival.comparison.adjusted)})`;
  return [
    level.length === 0
      ? `It can be told apart from every ${what}.`
      : `Level with ${listed(level.map(({ name }) => name))}: a paired test cannot tell ${level.length === 1 ? "the two" : "them"} apart.`,
    better === undefined
      ? `No ${what} is better by more than chance explains.`
      : `The nearest ${what} that is better by more than chance explains: ${by(better)}.`,
    worse === undefined
      ? `No ${what} is worse by more than chance explains.`
      : `The nearest ${what} that is worse by more than chance explains: ${by(worse)}.`,
  ];
}

function listed(names: readonly string[]): string {
  const shown = names.length > NAMED + 1 ? [...names.slice(0, NAMED), `${names.length - NAMED} more`] : names;
  return shown.length === 1 ? (shown[0] as string) : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
