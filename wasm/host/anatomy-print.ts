import { inSentence, type Metric, withUnit } from "../metrics/contract.ts";
import type { Anatomy } from "./anatomy.ts";
import { gain } from "./gain.ts";

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
  const [now, mended] = [values[metric.id], worst.mended[metric.id]];
  const name = inSentence(metric.title);
  const shows = `“${worst.title}” shows: ${counted(worst.items, "item")}`;
  if (now?.kind !== "value" || mended?.kind !== "value" || gain(metric, values, worst.mended) <= 0) {
    return `No kind of failure alone costs ${name} anything; most often ${shows}.`;
  }
  const moves = mended.value > now.value ? "rise" : "fall";
  const [from, to] = [now, mended].map(({ value }) => withUnit(value, metric.unit));
  return `Most points were lost where ${shows}; mended, ${name} would ${moves} from ${from} to ${to}.`;
}

/** What the rest of the items are: without a failure that is known here, or without an answer, and what a metric is among those with one. */
export function restSentence({ items, flawless, unanswered, values }: Anatomy, metric: ToldMetric): string {
  const answered = items - unanswered.items;
  const fine = `${counted(flawless, "item")} of ${whole(answered)} answered ${flawless === 1 ? "shows" : "show"} no known kind of failure.`;
  if (unanswered.items === 0) return fine;
  const [now, without] = [values[metric.id], unanswered.without[metric.id]];
  const open = `${counted(unanswered.items, "item")} ${unanswered.items === 1 ? "is" : "are"} unanswered`;
  if (without?.kind !== "value") return `${fine} ${open}.`;
  const instead = now?.kind === "value" ? `, not ${withUnit(now.value, metric.unit)}` : "";
  return `${fine} ${open}; among the others ${inSentence(metric.title)} is ${withUnit(without.value, metric.unit)}${instead}.`;
}

function counted(count: number, one: string): string {
  return `${whole(count)} ${one}${count === 1 ? "" : "s"}`;
}

function whole(count: number): string {
  return count.toLocaleString("en-US");
}
