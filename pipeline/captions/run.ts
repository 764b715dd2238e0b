import type { Problem, ProblemGroup } from "@stepladder/schema";
import { ProblemList } from "@stepladder/wasm/host/problems.ts";
import { keptRun } from "../core/kept.ts";
import { WholeFiles } from "../core/output.ts";
import { type CaptionPiece, folderOf, type Gathered } from "./gather.ts";
import { type Narrated, narrate, type Overruling } from "./narrate.ts";
import { NARRATIONS } from "./read.ts";

/** Files of a run; the report tells that the others are whole. */
const FILES = [NARRATIONS, "left-out.jsonl", "failures.jsonl", "report.json"] as const;

/** What decides, beside a file and the options, what narration it gives. */
export const CODE = [
  "data/schema/narration.ts",
  "pipeline/captions",
  "pipeline/core/mining.ts",
  "pipeline/filters/language.ts",
  "pipeline/filters/text.ts",
  "pipeline/miners/general/words.ts",
  "pipeline/readers/charset.ts",
  "pipeline/readers/file.ts",
  "pipeline/readers/page.ts",
  "pipeline/package.json",
  "wasm/intake",
];

/** Counts of a run, as report.json has them. */
export interface CaptionsReport {
  readonly files: number;
  readonly narrations: number;
  readonly sentences: number;
  /** Files whose video has better ones. */
  readonly leftOut: number;
  /** Files that could not be used, by kind. */
  readonly failures: Readonly<Record<string, number>>;
  /** Files of folders that hold no captions by their names, by extension. */
  readonly passedOver: Readonly<Record<string, number>>;
  /** Narrations by layout and by language. */
  readonly formats: Readonly<Record<string, number>>;
  readonly languages: Readonly<Record<string, number>>;
}

/** What a run gives back. */
export interface CaptionsRun {
  readonly report: CaptionsReport;
  readonly problems: readonly ProblemGroup[];
}

/** Makes narrations of files of captions, and writes all files of the run, or none. Returns their counts, and what is to be told of files that could not be used. */
export async function narrateAll(
  { pieces, passedOver }: Gathered,
  out: string,
  overruling: Overruling,
  signal: AbortSignal,
): Promise<CaptionsRun> {
  const run = { out, mark: ".captions", code: CODE, options: overruling, noun: "files" };
  const work = (piece: CaptionPiece): Promise<Narrated | Problem> => narrate(piece, overruling, signal);
  return keptRun(run, pieces, work, (results) => written(results, pieces, passedOver, out), signal);
}

/** A file and what became of it. */
interface Outcome {
  readonly piece: CaptionPiece;
  readonly result: Narrated | Problem;
}

async function written(
  results: AsyncIterable<Narrated | Problem>,
  pieces: readonly CaptionPiece[],
  passedOver: Gathered["passedOver"],
  out: string,
): Promise<CaptionsRun> {
  const files = await WholeFiles.open(out, FILES);
  try {
    const writing = new Writing(files);
    let group: Outcome[] = [];
    let place = 0;
    for await (const result of results) {
      const piece = pieces[place++] as CaptionPiece;
      if (group[0] !== undefined && group[0].piece.id !== piece.id) {
        await writing.video(group);
        group = [];
      }
      group.push({ piece, result });
    }
    await writing.video(group);
    const report = writing.report(pieces.length, passedOver);
    await files.write("report.json", printCaptionsReport(report));
    await files.commit();
    return { report, problems: writing.problems() };
  } catch (error) {
    await files.abandon();
    throw error;
  }
}

/** The report as its file has it. */
export function printCaptionsReport(report: CaptionsReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

class Writing {
  readonly #files: WholeFiles<(typeof FILES)[number]>;
  readonly #sums = { narrations: 0, sentences: 0, leftOut: 0 };
  readonly #problems = new ProblemList();
  readonly #formats = new Map<string, number>();
  readonly #languages = new Map<string, number>();

  constructor(files: WholeFiles<(typeof FILES)[number]>) {
    this.#files = files;
  }

  /** All files of one id. Captions by people come before recognised ones, then names decide; in another folder the same id is another video. */
  async video(outcomes: readonly Outcome[]): Promise<void> {
    const read: { piece: CaptionPiece; narrated: Narrated }[] = [];
    for (const { piece, result } of outcomes) {
      if ("narration" in result) read.push({ piece, narrated: result });
      else await this.#fail(result);
    }
    const rank = ({ narrated }: (typeof read)[number]): number => (narrated.automatic === true ? 1 : 0);
    const [best, ...others] = read.sort((a, b) => rank(a) - rank(b));
    if (best === undefined) return;
    await this.#keep(best.narrated);
    for (const { piece } of others) {
      if (folderOf(piece) === folderOf(best.piece)) await this.#leave(piece, best.piece);
      else await this.#fail(sharedId(piece, best.piece));
    }
  }

  problems(): ProblemGroup[] {
    return this.#problems.groups();
  }

  report(files: number, passedOver: Gathered["passedOver"]): CaptionsReport {
    return {
      files,
      ...this.#sums,
      failures: byName(this.problems().map(({ kind, count }) => [kind, count])),
      passedOver: byName(Object.entries(passedOver)),
      formats: byName(this.#formats),
      languages: byName(this.#languages),
    };
  }

  async #keep({ narration, format }: Narrated): Promise<void> {
    this.#sums.narrations++;
    this.#sums.sentences += narration.sentences.length;
    count(this.#formats, format);
    count(this.#languages, narration.lang);
    await this.#files.write(NARRATIONS, `${JSON.stringify(narration)}\n`);
  }

  async #leave({ name, id }: CaptionPiece, kept: CaptionPiece): Promise<void> {
    this.#sums.leftOut++;
    await this.#files.write("left-out.jsonl", `${JSON.stringify({ file: name, id, kept: kept.name })}\n`);
  }

  async #fail(found: Problem): Promise<void> {
    this.#problems.add(found);
    const { severity: _, ...problem } = found;
    await this.#files.write("failures.jsonl", `${JSON.stringify(problem)}\n`);
  }
}

function sharedId({ name, id }: CaptionPiece, kept: CaptionPiece): Problem {
  return {
    kind: "shared-id",
    severity: "error",
    file: name,
    id,
    expected: "files of different ids in different folders",
    found: `the id of ${kept.name}`,
    fix: "rename one of the files, or take the folders one by one",
  };
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function byName(counts: Iterable<readonly [string, number]>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
