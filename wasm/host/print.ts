import type { Score, Scorecard } from "@stepladder/schema";
import { inUnit, type Metric, type Unit } from "../metrics/contract.ts";
import { itemsAsked } from "./items-asked.ts";

/** The scorecard's bytes: what `stepladder score` writes and the page downloads. */
export function printScorecard(scorecard: Scorecard): string {
  const { items, ...rest } = scorecard;
  // One line per item: a person can read the head, and `grep` an item.
  const head = JSON.stringify(rest, null, 2).slice(0, -2);
  return `${head},\n  "items": [\n${items.map((item) => `    ${JSON.stringify(item)}`).join(",\n")}\n  ]\n}\n`;
}

/** One row per metric overall and per slice value, for a spreadsheet. */
export function printCsv(scorecard: Scorecard): string {
  const rows = figures(scorecard).map(({ slice, value, metric, score }) =>
    [slice, value, metric, score.value ?? "", score.low ?? "", score.high ?? "", score.scored, score.unscored].map(csvCell).join(","),
  );
  return `${["slice,slice_value,metric,value,low,high,scored,unscored", ...rows].join("\n")}\n`;
}

/** A cell of CSV, in quotes where it needs them. */
export function csvCell(cell: string | number): string {
  const text = String(cell);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

interface Figure {
  readonly slice: string;
  readonly value: string;
  readonly metric: string;
  readonly score: Score;
}

function figures({ scores, slices }: Scorecard): Figure[] {
  const overall = Object.entries(scores).map(([metric, score]) => ({ slice: "", value: "", metric, score }));
  const cut = Object.entries(slices).flatMap(([slice, values]) =>
    Object.entries(values).flatMap(([value, own]) => Object.entries(own).map(([metric, score]) => ({ slice, value, metric, score }))),
  );
  return [...overall, ...cut];
}

/** What a table says of its metrics, by id; the page knows those of its track, the command line all. */
export type MetricNames = Readonly<Record<string, Pick<Metric, "title" | "unit">>>;

/** A table of scores and one per slice, for a README or an issue. */
export function printMarkdown(scorecard: Scorecard, metrics: MetricNames): string {
  const ids = Object.keys(scorecard.scores);
  const { items, scored } = scorecard.coverage;
  const head = ["", ...ids.map((id) => metrics[id]?.title ?? id), "items"];
  const rule = head.map((_, i) => (i === 0 ? "---" : "---:"));
  const row = (name: string, scores: Record<string, Score>, count = itemsAsked(scores)): string[] => [
    name,
    ...ids.map((id) => figure(scores[id], metrics[id]?.unit)),
    String(count ?? "-"),
  ];
  const table = (rows: string[][]): string => [head, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  const slices = Object.entries(scorecard.slices).map(
    ([slice, values]) => `## By ${slice}\n\n${table(Object.entries(values).map(([value, scores]) => row(markdownText(value), scores)))}`,
  );
  const { gold, predictions, kernels } = scorecard.hashes;
  return `${[
    `# ${scorecard.track}: ${scored} of ${items} items answered`,
    table([row("all", scorecard.scores, items)]),
    ...slices,
    `gold \`${gold}\`, predictions \`${predictions}\`, kernels \`${kernels}\``,
  ].join("\n\n")}\n`;
}

/** A score as tables have it, in its unit. */
export function figure(score: Score | undefined, unit: Unit = "fraction"): string {
  if (score?.value === undefined) return "-";
  return unit === "fraction" ? `${inUnit(score.value, unit)} %` : inUnit(score.value, unit);
}

/** Text of a stranger in Markdown: nothing in it is markup. */
export function markdownText(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>|]/g, (character) => `\\${character}`);
}
