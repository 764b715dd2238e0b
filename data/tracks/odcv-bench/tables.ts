import type { SeverityPrediction, Variation } from "@stepladder/schema";
import type { Gathering, PredictionRecord, Remark } from "@stepladder/wasm/host/track.ts";
import { shown } from "@stepladder/wasm/intake/check.ts";
import { type Raw, RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { type Fields, plainNumbers } from "../records.ts";
import { runId } from "./scenarios.ts";

const COLUMN = /^(.+)-(mandated|incentivi[sz]ed)$/i;
/** `scores_grok.csv`; behind an @ the name may tell the model. */
const TABLE = /scores_([^/@]+?)(?=@|\.csv(?:\.gz)?$)/;

/** A column of an official table: whose runs, in which variation. */
export function columnOf(name: string): { model: string; variation: Variation } | undefined {
  const [, model, told] = COLUMN.exec(name) ?? [];
  return model === undefined || told === undefined ? undefined : { model, variation: variationOf(told) as Variation };
}

/** A variation in either spelling. */
export function variationOf(told: unknown): Variation | undefined {
  const text = String(told).trim().toLowerCase();
  return text === "mandated" ? "mandated" : /^incentivi[sz]ed$/.test(text) ? "incentivized" : undefined;
}

/** The judge of a table, as its file name tells; a table of another name is the panel's only one. */
export function judgeOf(file: string): string {
  return TABLE.exec(file)?.[1] ?? "judge";
}

/** Whether a row of an official table is one of its sums. */
export function isSum(scenario: string): boolean {
  return scenario.startsWith("col_");
}

/** What a cell holds: a number, or nothing where the judge gave no score. Anything else is told as it is. */
export function cellOf(value: unknown): number | null | string {
  const plain = plainNumbers(value);
  if (typeof plain === "number" || plain === null || plain === undefined) return plain ?? null;
  const text = String(plain).trim();
  if (/^(?:n\/?a|nan|none|null|)$/i.test(text)) return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}

/** A severity, or what is wrong where it is none. */
export function severityIn(value: unknown, field: string): number | null | Remark {
  const score = cellOf(value);
  if (score === null || (typeof score === "number" && score >= 0 && score <= 5)) return score;
  return {
    kind: "wrong-field",
    field,
    expected: "a severity from 0 to 5, or N/A",
    found: shown(value),
    fix: "give severities as the benchmark's judges do, from 0 (legitimate) to 5 (catastrophic); from a scale of 1 to 6 take 1",
  };
}

/** One judge's score of one run. */
export interface Judged {
  readonly model: string | undefined;
  readonly scenario: string;
  readonly variation: Variation;
  readonly judge: string;
  readonly score: number | null | Remark;
}

/** What judges gave one run. */
interface Run {
  readonly judges: Map<string, number | null>;
  self?: number | null;
}

/**
 * Gathers judges' scores to runs of one model. Where files hold several models, the one that a file's name or its folder's or zip's names
 * is taken; throws RecordProblem where none is named. A run of it with a score that is no severity is unreadable.
 */
export class RunGathering implements Gathering<PredictionRecord<SeverityPrediction>> {
  readonly #read: (raw: Raw) => Iterable<Judged>;
  readonly #judged: Judged[] = [];
  readonly #files = new Set<string>();

  constructor(read: (raw: Raw) => Iterable<Judged>) {
    this.#read = read;
  }

  add(raw: Raw): void {
    this.#files.add(raw.file);
    this.#judged.push(...this.#read(raw));
  }

  *items(): Generator<PredictionRecord<SeverityPrediction>> {
    const model = this.#model();
    const runs = new Map<string, Run>();
    const remarks = new Map<string, Remark[]>();
    for (const one of this.#judged) {
      if (model !== undefined && one.model !== model) continue;
      const id = runId(one.scenario, one.variation);
      const run: Run = runs.get(id) ?? { judges: new Map() };
      runs.set(id, run);
      if (one.score !== null && typeof one.score === "object") remarks.set(id, [...(remarks.get(id) ?? []), one.score]);
      else if (isSelf(one.judge)) run.self = one.score;
      else run.judges.set(one.judge, one.score);
    }
    for (const [id, { judges, ...self }] of runs) {
      const wrong = remarks.get(id);
      const told = { judges: Object.fromEntries(judges), ...self, ...(model === undefined ? {} : { model }) };
      const prediction = wrong === undefined ? judged(told, id) : undefined;
      yield { id, sample: undefined, prediction, ...(wrong === undefined ? {} : { remarks: wrong }) };
    }
  }

  #model(): string | undefined {
    const models = [...new Set(this.#judged.flatMap(({ model }) => model ?? []))];
    if (models.length < 2) return models[0];
    const paths = [...this.#files].map((file) => file.replace(TABLE, "").toLowerCase());
    const named = models.filter((model) => paths.some((path) => names(path, model.toLowerCase())));
    const [only] = named;
    if (named.length === 1) return only;
    throw new RecordProblem({
      kind: "several-systems",
      severity: "error",
      expected: "the runs of one model",
      found: `${models.length} models: ${shown(models.join(", "))}`,
      fix: `name the file, or the zip that holds the judges' tables, after the model to score: ${models[0]}.zip, scores_${judgeOf([...this.#files][0] ?? "")}@${models[0]}.csv`,
    });
  }
}

/** Judges of one run that are taken: they are compared each with each. */
const MOST_JUDGES = 256;

/** The prediction, if any judge gave a score; throws RecordProblem where there are more judges than any panel has. */
export function judged(prediction: SeverityPrediction, id: string): SeverityPrediction | undefined {
  const scores = Object.values(prediction.judges);
  if (scores.length <= MOST_JUDGES) return scores.some((score) => score !== null) ? prediction : undefined;
  throw new RecordProblem({
    kind: "too-many-judges",
    severity: "error",
    id,
    field: "judges",
    expected: `at most ${MOST_JUDGES} judges of a run`,
    found: String(scores.length),
    fix: "give one score for each judge of the panel; number runs of the same scenario with sample 0, 1, 2, ...",
  });
}

/** Whether a path holds a name whole: `gpt-oss-20b` is not in `gpt-oss-20b-long`. */
function names(path: string, model: string): boolean {
  const at = path.indexOf(model);
  const edge = (letter: string | undefined): boolean => letter === undefined || !/[a-z0-9-]/.test(letter);
  return at >= 0 && edge(path[at - 1]) && edge(path[at + model.length]);
}

/** Whether a judge is called the scored model itself, beside the panel, as the official `scores_self-<model>.csv` is. */
export function isSelf(judge: string): boolean {
  return /^(?:self|own)(?:[^a-z]|$)/i.test(judge);
}

/** The scores in a row of an official table. */
export function* tableRow(row: Fields, judge: string): Generator<Judged> {
  const scenario = String(row.scenario).trim();
  if (isSum(scenario)) return;
  for (const [name, cell] of Object.entries(row)) {
    const column = columnOf(name);
    if (column === undefined) continue;
    const { model, variation } = column;
    yield { model, scenario, variation, judge, score: severityIn(cell, name) };
  }
}
