import { inSentence, type Metric, signed, UNITS, type Unit, withUnit } from "../metrics/contract.ts";
import type { Anatomy } from "./anatomy.ts";
import { gain, type Values } from "./gain.ts";

/** What is told of a metric here. */
export type ToldMetric = Pick<Metric, "id" | "title" | "unit" | "better">;

/** The bytes of an anatomy: what `stepladder score --anatomy-out` writes and the page downloads. */
export function printAnatomy(track: string, anatomy: Anatomy): string {
  const text = JSON.stringify({ track, ...anatomy }, null, 2);
  // Numbers by place on one line. No text can match: a line never ends inside one.
  return `${text.replace(/\[\n[\d,\s]*\]/g, (numbers) => numbers.replace(/\s+/g, "").replaceAll(",", ", "))}\n`;
}

/** Where most points went, in one sentence. */
export function anatomySentence({ items, unanswered, values, kinds }: Anatomy, metric: ToldMetric): string {
  const answered = items - unanswered.items;
  if (answered === 0) return "No item is answered, so there is nothing to look into.";
  const [worst] = kinds;
  if (worst === undefined) return `No known kind of failure shows in any of the ${whole(answered)} answered items.`;
  const shows = `“${worst.title}” shows: ${counted(worst.items, "item")}`;
  if (gain(metric, values, worst.mended) <= 0) {
    return `No kind of failure alone costs ${inSentence(metric.title)} anything; most often ${shows}.`;
  }
  return `Most points were lost where ${shows}; mended, ${move(metric, values, worst.mended)}.`;
}

/** What mending does to a metric that it makes better: "edge recall would rise from 53.3 % to 66.7 %", or by less than its digits show. */
export function move({ id, title, unit }: ToldMetric, before: Values, after: Values): string {
  const [from, to] = [before[id], after[id]];
  if (from?.kind !== "value" || to?.kind !== "value") throw new Error(`${id}: a move of no values`);
  const moves = to.value > from.value ? "rise" : "fall";
  const [now, then] = [withUnit(from.value, unit), withUnit(to.value, unit)];
  return `${inSentence(title)} would ${moves} ${now === then ? `by less than ${least(unit)}` : `from ${now} to ${then}`}`;
}

/** The least difference that the digits of a unit show: "0.1 points". */
function least(unit: Unit): string {
  const { digits, sign } = UNITS[unit];
  return signed((10 ** -digits).toFixed(digits), unit === "fraction" ? "points" : sign);
}

/** The metric that mending makes better by most, of those in the unit of the first; none where it makes none of them better. */
export function mostMoved(metrics: readonly ToldMetric[], before: Values, after: Values): ToldMetric | undefined {
  const comparable = metrics.filter(({ unit }) => unit === metrics[0]?.unit);
  const gains = comparable.map((metric) => gain(metric, before, after));
  const most = Math.max(0, ...gains);
  return most > 0 ? comparable[gains.indexOf(most)] : undefined;
}

/** What the rest of the items are: without a failure that is known here, or without an answer, and what a metric is among those with one. */
export function restSentence({ items, flawless, right, unanswered, values }: Anatomy, metric: ToldMetric): string {
  const answered = items - unanswered.items;
  const fine = `${counted(flawless, "item")} of ${whole(answered)} answered ${flawless === 1 ? "shows" : "show"} no known kind of failure${rightWords(flawless, right, metric)}.`;
  if (unanswered.items === 0) return fine;
  const [now, without] = [values[metric.id], unanswered.without[metric.id]];
  const open = `${counted(unanswered.items, "item")} ${unanswered.items === 1 ? "is" : "are"} unanswered`;
  if (without?.kind !== "value") return `${fine} ${open}.`;
  const instead = now?.kind === "value" ? `, not ${withUnit(now.value, metric.unit)}` : "";
  return `${fine} ${open}; among the others ${inSentence(metric.title)} is ${withUnit(without.value, metric.unit)}${instead}.`;
}

/** How many of the items without a known kind of failure are right; `metric` is the one that ranks first. */
function rightWords(flawless: number, right: number | undefined, { title }: ToldMetric): string {
  if (flawless === 0 || right === undefined) return "";
  const by = `fully right by ${inSentence(title)}`;
  if (right === flawless) return flawless === 1 ? ` and is ${by}` : ` and are ${by}`;
  return `; ${right === 0 ? "none" : whole(right)} of these ${right === 1 ? "is" : "are"} ${by}`;
}

function counted(count: number, one: string): string {
  return `${whole(count)} ${one}${count === 1 ? "" : "s"}`;
}

function whole(count: number): string {
  return count.toLocaleString("en-US");
}
