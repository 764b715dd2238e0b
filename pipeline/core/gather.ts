import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { DroppedProcedure, MinedProcedure, MiningReport } from "@stepladder/schema";
import { type Failure, isFailure } from "./mining.ts";
import { WholeFiles, writeWhole } from "./output.ts";
import type { MinedPage } from "./shard.ts";

/** The files of a run's results, each a record per line. */
const FILES = ["procedures.jsonl", "dropped.jsonl", "failures.jsonl"] as const;
type File = (typeof FILES)[number];
const REPORT = "report.json";

/** What the report tells of the run as a whole. */
export type RunFacts = Pick<MiningReport, "passedOver" | "limit">;

/** Brings what became of all pages, in order, into the files of the results; the report comes last and tells that they are whole. */
export async function gather(outcomes: AsyncIterable<MinedPage | Failure>, out: string, facts: RunFacts): Promise<MiningReport> {
  const files = await WholeFiles.open(out, FILES);
  try {
    const counts = new Counts();
    const write = (name: File, record: unknown): Promise<void> => files.write(name, `${JSON.stringify(record)}\n`);
    for await (const procedure of proceduresOf(outcomes, counts, write)) {
      counts.keep(procedure);
      await write("procedures.jsonl", procedure);
    }
    await rm(join(out, REPORT), { force: true });
    const report = counts.report(facts, await files.commit());
    await writeWhole(join(out, REPORT), [printReport(report)]);
    return report;
  } catch (error) {
    await files.abandon();
    throw error;
  }
}

/** Hands on what the filters of single procedures kept, and writes the rest where it belongs. */
async function* proceduresOf(
  outcomes: AsyncIterable<MinedPage | Failure>,
  counts: Counts,
  write: (name: File, record: unknown) => Promise<void>,
): AsyncGenerator<MinedProcedure> {
  for await (const outcome of outcomes) {
    if (isFailure(outcome)) {
      counts.fail(outcome);
      await write("failures.jsonl", outcome);
      continue;
    }
    counts.page();
    for (const dropped of outcome.dropped) {
      counts.drop(dropped);
      await write("dropped.jsonl", dropped);
    }
    yield* outcome.procedures;
  }
}

export function printReport(report: MiningReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** The numbers of a report, as they come. */
class Counts {
  readonly #sums = { pages: 0, pagesWithProcedures: 0, procedures: 0, steps: 0 };
  readonly #failures = new Map<string, number>();
  readonly #miners = new Map<string, number>();
  readonly #languages = new Map<string, number>();
  readonly #topics = new Map<string, number>();
  readonly #dropped = new Map<string, number>();
  /** Procedures of a page come one behind the other. */
  #lastPage = "";

  page(): void {
    this.#sums.pages++;
  }

  fail({ kind }: Failure): void {
    add(this.#failures, kind);
  }

  drop({ filter, reason }: DroppedProcedure): void {
    add(this.#dropped, `${filter}/${reason}`);
  }

  keep({ miner, lang, topic, steps, source }: MinedProcedure): void {
    const page = JSON.stringify([source.url, source.file, source.sha256]);
    if (page !== this.#lastPage) this.#sums.pagesWithProcedures++;
    this.#lastPage = page;
    this.#sums.procedures++;
    this.#sums.steps += steps.length;
    add(this.#miners, miner);
    add(this.#languages, lang);
    if (topic !== undefined) add(this.#topics, topic);
  }

  report({ passedOver, limit }: RunFacts, sha256: Record<File, string>): MiningReport {
    const { pages, pagesWithProcedures, procedures, steps } = this.#sums;
    return {
      schema: "stepladder/mining-report/1",
      pages,
      pagesWithProcedures,
      failures: byName(this.#failures),
      passedOver: byName(Object.entries(passedOver)),
      procedures,
      steps,
      miners: byName(this.#miners),
      languages: byName(this.#languages),
      topics: byName(this.#topics),
      dropped: byName(this.#dropped),
      ...(limit === undefined ? {} : { limit }),
      sha256,
    };
  }
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** In the order of their names, whichever came first. */
function byName(counts: Iterable<readonly [string, number]>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
