import { excerpt } from "./excerpt.ts";
import { RecordProblem } from "./raw.ts";

/** A line of a TREC run, `query Q0 document rank score run`: fields between blanks or tabs. */
export class Ranked {
  readonly query: string;
  readonly document: string;
  readonly rank: number;
  readonly score: number;
  /** Name of the system. */
  readonly run: string;

  /** Throws RecordProblem. */
  constructor(line: string) {
    const [query, , document, rank, score, run] = fieldsIn(line, ["query", "Q0", "document", "rank", "score", "run"]);
    this.query = query;
    this.document = document;
    this.rank = numberIn(rank, "rank", true);
    this.score = numberIn(score, "score", false);
    this.run = run;
  }
}

/** A line of TREC qrels, `query 0 document relevance`. */
export class Judged {
  readonly query: string;
  readonly document: string;
  /** Above 0: relevant. */
  readonly relevance: number;

  /** Throws RecordProblem. */
  constructor(line: string) {
    const [query, , document, relevance] = fieldsIn(line, ["query", "0", "document", "relevance"]);
    this.query = query;
    this.document = document;
    this.relevance = numberIn(relevance, "relevance", true);
  }
}

function fieldsIn<const Names extends readonly string[]>(line: string, names: Names): { [I in keyof Names]: string } {
  const fields = line.trim().split(/\s+/);
  if (fields.length === names.length) return fields as { [I in keyof Names]: string };
  throw new RecordProblem({
    kind: "wrong-columns",
    severity: "error",
    expected: `${names.length} fields: ${names.join(" ")}`,
    found: `${fields.length}: ${excerpt(line)}`,
    fix: "write ids without blanks, and all fields of a line",
  });
}

function numberIn(field: string, name: string, whole: boolean): number {
  const number = Number(field);
  if (whole ? Number.isSafeInteger(number) : Number.isFinite(number)) return number;
  throw new RecordProblem({
    kind: "wrong-field",
    severity: "error",
    field: name,
    expected: whole ? "a whole number" : "a finite number",
    found: excerpt(field),
    fix: `write ${name} as a number`,
  });
}
