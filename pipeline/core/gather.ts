import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { DroppedProcedure, MinedProcedure, MiningReport, Procedure } from "@stepladder/schema";
import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { datasheet } from "../filters/datasheet.ts";
import { type Against, deduplicate, isDropped, type Reading } from "../filters/duplicates.ts";
import type { Profile } from "../filters/index.ts";
import { DropSample, HashSample } from "../filters/sample.ts";
import { type Failure, isFailure } from "./mining.ts";
import { WholeFiles, writeWhole } from "./output.ts";
import type { MinedPage } from "./shard.ts";

/** The files of a run's results; the report comes beside them. */
const FILES = ["procedures.jsonl", "dropped.jsonl", "failures.jsonl", "README.md"] as const;
/** The file of texts of pages without a procedure, where they are asked for. */
const TEXTS = "unmined.jsonl";
type File = (typeof FILES)[number] | typeof TEXTS;
const REPORT = "report.json";

/** How many kept procedures, and drops of each kind, the README shows; and which. */
const SHOWN = 3;
const SEED = 1;

/** What the report tells of the run as a whole. */
export type RunFacts = Pick<MiningReport, "passedOver" | "limit"> & { readonly profile: Profile; readonly texts: boolean };

/** What became of all pages, in order, read anew each time. */
export type Outcomes = () => AsyncIterable<MinedPage | Failure>;

/**
 * Brings what became of all pages into the files of the results; the report comes last and tells that they are whole. What is like a
 * procedure of the `test` set is dropped.
 */
export async function gather(outcomes: Outcomes, out: string, facts: RunFacts, test: readonly Procedure[]): Promise<MiningReport> {
  const files = await WholeFiles.open(out, facts.texts ? [...FILES, TEXTS] : FILES);
  try {
    const results = new Results(files);
    for await (const outcome of outcomes()) await results.page(outcome);
    const against = { kernels: await loadKernels(), test };
    for await (const one of wholeRun(() => proceduresOf(outcomes()), facts.profile, against)) {
      if (isDropped(one)) await results.drop(one);
      else await results.keep(one);
    }
    await rm(join(out, REPORT), { force: true });
    // One of an earlier run would be taken for one of this.
    if (!facts.texts) await rm(join(out, TEXTS), { force: true });
    const report = await results.finish(facts);
    await writeWhole(join(out, REPORT), [printReport(report)]);
    return report;
  } catch (error) {
    await files.abandon();
    throw error;
  }
}

/** What compares procedures with each other, over all that the filters of single procedures kept. */
function wholeRun(read: Reading, profile: Profile, against: Against): AsyncIterable<MinedProcedure | DroppedProcedure> {
  return profile === "all" && against.test?.length === 0 ? read() : deduplicate(read, against);
}

async function* proceduresOf(outcomes: AsyncIterable<MinedPage | Failure>): AsyncGenerator<MinedProcedure> {
  for await (const outcome of outcomes) if (!isFailure(outcome)) yield* outcome.procedures;
}

/** The files of the results as they grow, and what there is to tell of them. */
class Results {
  readonly #files: WholeFiles<File>;
  readonly #counts = new Counts();
  readonly #kept = new HashSample<MinedProcedure>(SHOWN, SEED);
  readonly #dropped = new DropSample(SHOWN, SEED);

  constructor(files: WholeFiles<File>) {
    this.#files = files;
  }

  async page(outcome: MinedPage | Failure): Promise<void> {
    this.#counts.page(outcome);
    if (isFailure(outcome)) await this.#write("failures.jsonl", outcome);
    else {
      for (const dropped of outcome.dropped) await this.drop(dropped);
      if (outcome.unmined !== undefined) await this.#write(TEXTS, outcome.unmined);
    }
  }

  async drop(dropped: DroppedProcedure): Promise<void> {
    this.#counts.drop(dropped);
    this.#dropped.add(dropped);
    await this.#write("dropped.jsonl", dropped);
  }

  async keep(procedure: MinedProcedure): Promise<void> {
    this.#counts.keep(procedure);
    this.#kept.add("", procedure.id, procedure);
    await this.#write("procedures.jsonl", procedure);
  }

  async finish(facts: RunFacts): Promise<MiningReport> {
    const numbers = this.#counts.numbers();
    const procedures = this.#kept.groups().flatMap(([, values]) => values);
    await this.#files.write("README.md", datasheet(numbers, { procedures, drops: this.#dropped.groups() }));
    const { profile, limit, passedOver } = facts;
    return {
      schema: "stepladder/mining-report/1",
      profile,
      ...(limit === undefined ? {} : { limit }),
      passedOver: byName(Object.entries(passedOver)),
      ...numbers,
      sha256: await this.#files.commit(),
    };
  }

  #write(name: File, record: unknown): Promise<void> {
    return this.#files.write(name, `${JSON.stringify(record)}\n`);
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

  page(outcome: MinedPage | Failure): void {
    if (isFailure(outcome)) add(this.#failures, outcome.kind);
    else this.#sums.pages++;
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
    // `en-GB` is English too.
    add(this.#languages, lang.split("-")[0] as string);
    if (topic !== undefined) add(this.#topics, topic);
  }

  numbers(): Omit<MiningReport, "schema" | "profile" | "limit" | "passedOver" | "sha256"> {
    return {
      ...this.#sums,
      failures: byName(this.#failures),
      dropped: byName(this.#dropped),
      miners: byName(this.#miners),
      languages: byName(this.#languages),
      topics: byName(this.#topics),
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
