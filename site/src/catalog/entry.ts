import type { Entry, Figure } from "@stepladder/schema";
import { type Impossible, impossibleFigures, peerOf } from "@stepladder/wasm/host/grim.ts";
import { differsFromPrinted } from "@stepladder/wasm/host/quoted.ts";
import { UNITS } from "@stepladder/wasm/metrics/contract.ts";
import { rangeText, type ToldRows } from "../features/board/told.ts";
import { formatDifference, formatScore, inSentence, plural } from "../format.ts";
import { quotedApart } from "./board.ts";
import type { Listed, MetricInfo } from "./describe.ts";
import { compareValues, inBoardOrder, isRankedEntry } from "./order.ts";

/** What an entry's page says first: its value of the ranking metric, and how it stands to its neighbours on the board, whose ranks are given; `quotedOn` as the track tells it: figures of other items are set beside nothing. */
export function entrySentence(entry: Listed, entries: readonly Listed[], metric: MetricInfo, told: ToldRows, quotedOn?: string): string {
  const figure = entry.scores[metric.id];
  const title = inSentence(metric.title);
  if (figure?.value === undefined) return `No ${title} is known${figure?.reason === undefined ? "" : `: ${figure.reason}`}.`;
  const value = `${metric.title} ${formatScore(figure.value, metric.unit)}`;
  if (entry.system.kind === "baseline") {
    const held = quotedOn === undefined ? entries : entries.filter(isRankedEntry);
    return `${value} without a model. ${unbeatenSentence(figure.value, held, metric)}`.trim();
  }
  const rivals = inBoardOrder(
    entries.filter(({ id }) => told[id]?.rank !== undefined),
    metric,
  );
  const own = told[entry.id];
  if (!isRankedEntry(entry) && quotedOn !== undefined) return `${value}, quoted and so not ranked. ${quotedApart(quotedOn)}.`;
  if (!isRankedEntry(entry)) return `${value}, quoted and so not ranked${placeOf(figure.value, rivals, metric)}.`;
  if (own?.rank === undefined) return `${value}, measured on other gold or by other kernels than the others, and so not ranked.`;
  if (rivals.length === 1) return `${value}. It is the only system scored here.`;
  const range = rangeText(own);
  return `Number ${own.rank}${range && ` (${range})`} of ${rivals.length} by ${title}: ${formatScore(figure.value, metric.unit)}, ${gaps(entry, rivals, metric)}.`;
}

function unbeatenSentence(value: number, entries: readonly Listed[], metric: MetricInfo): string {
  const systems = entries.filter(({ system, scores }) => system.kind === "system" && scores[metric.id]?.value !== undefined);
  const behind = systems.filter(({ scores }) => compareValues(scores[metric.id]?.value, value, metric) >= 0).length;
  if (systems.length === 0) return "";
  if (behind === 0) return `Every system on the board (${systems.length}) beats it.`;
  return `${behind} of ${plural(systems.length, "system")} ${behind === 1 ? "does" : "do"} not beat it.`;
}

function placeOf(value: number, rivals: readonly Listed[], metric: MetricInfo): string {
  if (rivals.length === 0) return "";
  const ahead = rivals.filter(({ scores }) => compareValues(scores[metric.id]?.value, value, metric) < 0).length;
  return `; ${ahead} of ${plural(rivals.length, "system")} scored here ${ahead === 1 ? "does" : "do"} better`;
}

/** "2.1 points behind Beta, 0.4 points ahead of Gamma". */
function gaps(entry: Listed, rivals: readonly Listed[], metric: MetricInfo): string {
  const at = rivals.indexOf(entry);
  const figureOf = ({ scores }: Listed) => scores[metric.id]?.value as number;
  const gap = (other: Listed | undefined, word: string): string[] => {
    if (other === undefined) return [];
    const [mine, theirs] = [figureOf(entry), figureOf(other)];
    return [
      mine === theirs ? `level with ${other.system.name}` : `${formatDifference(mine, theirs, metric.unit)} ${word} ${other.system.name}`,
    ];
  };
  return [...gap(rivals[at - 1], "behind"), ...gap(rivals[at + 1], "ahead of")].join(", ");
}

/** A figure that a source prints, for reading beside the computed one. */
export interface Printed {
  /** With the digits that the source prints, in the metric's unit. */
  readonly text: string;
  /** Whether the computed value is another at that precision. */
  readonly differs: boolean;
}

/** What a source prints for a metric, overall or of one value of a slice; `undefined` where it prints none. */
export function printed(
  { scores, slices, quoted }: Pick<Entry, "scores" | "slices" | "quoted">,
  { id, unit }: Pick<MetricInfo, "id" | "unit">,
  cut?: { readonly slice: string; readonly value: string },
): Printed | undefined {
  const figure = (from: Pick<Entry, "scores" | "slices">): Figure | undefined =>
    (cut === undefined ? from.scores : from.slices[cut.slice]?.[cut.value])?.[id];
  if (quoted === undefined) return undefined;
  const told = figure(quoted)?.value;
  if (told === undefined) return undefined;
  const { factor } = UNITS[unit];
  const computed = figure({ scores, slices })?.value;
  return {
    text: (told * factor).toFixed(Math.max(0, quoted.decimals - Math.round(Math.log10(factor)))),
    differs: computed !== undefined && differsFromPrinted(computed, told, quoted),
  };
}

/** Why a quoted share cannot be: no count of the items gives it; `undefined` where one does, or the figure is no such share. */
export type Doubt = (metric: Pick<MetricInfo, "id">, cut?: Impossible["cut"]) => string | undefined;

/** What is to be said of an entry's quoted shares; `entries` are those of its board. */
export function doubtsOf(entry: Listed, entries: readonly Listed[]): Doubt {
  const found = impossibleFigures(entry, peerOf(entry, entries));
  return ({ id }, cut) => {
    const one = found.find(({ metric, cut: own }) => metric === id && own?.slice === cut?.slice && own?.value === cut?.value);
    return one && `no count of ${plural(one.items, "item")} gives this share`;
  };
}

/** The entries before and after one on the board. */
export function neighbours(entry: Listed, entries: readonly Listed[]): { readonly previous?: Listed; readonly next?: Listed } {
  const at = entries.findIndex(({ id }) => id === entry.id);
  const [previous, next] = [entries[at - 1], entries[at + 1]];
  return { ...(previous === undefined ? {} : { previous }), ...(next === undefined ? {} : { next }) };
}

/** The best value of a metric among the systems of a board, one slice value of it where named. */
export function bestOf(
  entries: readonly Listed[],
  metric: MetricInfo,
  cut?: { readonly slice: string; readonly value: string },
): { readonly entry: Listed; readonly value: number } | undefined {
  const known = entries.flatMap((entry) => {
    const scores = cut === undefined ? entry.scores : entry.slices[cut.slice]?.[cut.value];
    const value = scores?.[metric.id]?.value;
    return value === undefined || !isRankedEntry(entry) ? [] : [{ entry, value }];
  });
  return known.toSorted((a, b) => compareValues(a.value, b.value, metric))[0];
}
