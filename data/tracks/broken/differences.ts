import type { ProblemGroup } from "@stepladder/schema";
import type { Broken, Said, Verdict } from "./row.ts";

/** What a host told of a submission, whether in a scorecard, on a terminal or on a page. */
export interface Told {
  readonly verdict: Verdict;
  /** Kinds of problems with their counts, by the name that the host gives them. */
  readonly kinds: Readonly<Record<string, number>>;
  /** One problem each: where, what was expected and found, how to mend it. */
  readonly lines: readonly string[];
}

/** How a host writes where a problem is, and the name of its kind. */
export interface Manner {
  place(file: string, line: number | undefined): string;
  kind(kind: string): string;
}

/** The manner of the command line. */
export const PLAIN: Manner = { place: (file, line) => (line === undefined ? file : `${file}:${line}`), kind: (kind) => kind };

/** What comes of a scored submission with these problems. */
export function verdictOf(problems: readonly Pick<ProblemGroup, "severity">[]): Verdict {
  if (problems.some(({ severity }) => severity === "error")) return "scored with errors";
  return problems.length > 0 ? "scored with warnings" : "scored";
}

/** What is not as the row says; empty where all is. */
export function differences(row: Broken, told: Told, manner: Manner = PLAIN): string[] {
  const wanted: Record<string, number> = {};
  for (const { kind, count = 1 } of row.says) wanted[manner.kind(kind)] = Math.max(count, wanted[manner.kind(kind)] ?? 0);
  const kinds = [...new Set([...Object.keys(wanted), ...Object.keys(told.kinds)])].filter((kind) => wanted[kind] !== told.kinds[kind]);
  return [
    ...(told.verdict === row.verdict ? [] : [`expected ${row.verdict}, found ${told.verdict}`]),
    ...kinds.map((kind) => `${kind}: expected ${wanted[kind] ?? 0} times, found ${told.kinds[kind] ?? 0}`),
    ...row.says
      .filter((said) => !told.lines.some((line) => partsOf(row, said, manner).every((part) => stands(part, line))))
      .map((said) => `nothing told with ${partsOf(row, said, manner).join(" ... ")}`),
  ];
}

/** All that has to stand in what is told. */
function partsOf(row: Broken, { file = row.name, line, id, field, expected, found, fix }: Said, manner: Manner): string[] {
  const place = line === undefined && file === row.name ? undefined : manner.place(file, line);
  return [place, id, field, expected, found, fix].filter((part) => part !== undefined);
}

/** Whether a part stands in a line; a number at its end as a whole. */
function stands(part: string, line: string): boolean {
  const at = line.indexOf(part);
  return at >= 0 && !(/\d$/.test(part) && /^\d/.test(line.slice(at + part.length)));
}

/** The table as text: file, verdict, first message. */
export function printed(rows: readonly { readonly row: Broken; readonly told: Told }[]): string {
  return rows.map(({ row, told }) => `${row.name} | ${told.verdict} | ${told.lines[0] ?? "nothing to tell"}`).join("\n");
}
