import type { Paper } from "@stepladder/schema";
import { formatCount, plural } from "../format.ts";

export type Supervision = Paper["supervision"][number];
type Mapped = Pick<Paper, "slug" | "name" | "kinds" | "families" | "supervision">;

/** Papers by task family and by what tells right from wrong; a paper of several of either stands in several cells. */
export interface FieldMap<P extends Mapped = Mapped> {
  /** Those with most papers first. */
  readonly columns: readonly { readonly supervision: Supervision; readonly papers: number }[];
  readonly rows: readonly {
    readonly family: string;
    readonly papers: number /** One for each column. */;
    readonly cells: readonly (readonly P[])[];
  }[];
}

/** What a kind of supervision asks of a step or an answer. */
export const SUPERVISION_WORDS: Readonly<Record<Supervision, string>> = {
  "reference states": "the state after every step is known",
  "step labels": "somebody says of each step whether it is right, or when it is done",
  "final answer": "the answer at the end is known",
  execution: "code is run",
  "model judge": "a language model judges",
  "human judge": "people judge",
  demonstrations: "examples of how it is done",
  constraints: "rules that must hold",
};

export function fieldMap<P extends Mapped>(papers: readonly P[]): FieldMap<P> {
  const columns = counted(papers, ({ supervision }) => supervision).map(([supervision, own]) => ({ supervision, papers: own.length }));
  const rows = counted(papers, ({ families }) => families).map(([family, own]) => ({
    family,
    papers: own.length,
    cells: columns.map((column) => own.filter(({ supervision }) => supervision.includes(column.supervision))),
  }));
  return { columns, rows };
}

/** Papers by each of their values, the values of most papers first. */
function counted<P, V extends string>(papers: readonly P[], of: (paper: P) => readonly V[]): [V, P[]][] {
  const values = [...new Set(papers.flatMap(of))];
  return values
    .map((value): [V, P[]] => [value, papers.filter((paper) => of(paper).includes(value))])
    .sort(([a, x], [b, y]) => y.length - x.length || a.localeCompare(b, "en"));
}

/** What the map says: how large it is, which place has most papers, and how much of it is empty. */
export function mapSentence({ columns, rows }: FieldMap, papers: number): string {
  const cells = rows.flatMap(({ family, cells: own }) =>
    own.map((at, c) => ({ family, supervision: columns[c]?.supervision, papers: at.length })),
  );
  const most = cells.toSorted((a, b) => b.papers - a.papers)[0];
  const empty = cells.filter((cell) => cell.papers === 0).length;
  const size = `${plural(papers, "paper")} on ${plural(rows.length, "task family", "task families")} by ${plural(columns.length, "kind")} of supervision.`;
  if (most === undefined) return size;
  return `${size} The fullest place is ${most.family} told by ${most.supervision} (${plural(most.papers, "paper")}); of the ${formatCount(cells.length)} places, ${formatCount(empty)} have no paper here.`;
}
