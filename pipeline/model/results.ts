import { readdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { counted } from "@stepladder/wasm/lib/counted.ts";
import { CommandError } from "../core/errors.ts";
import { lockFolder, namesIn } from "../core/lock.ts";
import { WholeFiles } from "../core/output.ts";
import { statusLine } from "../core/progress.ts";
import { printTable } from "../core/table.ts";
import type { ModelClient } from "./client.ts";
import type { Forecast, Outcome } from "./jobs.ts";
import { type Price, spentSentence, type Usage } from "./meter.ts";

/** Inputs without a usable answer, and the account of a run. */
export const FAILURES = "failures.jsonl";
export const REPORT = "report.json";
/** Answers that are kept, unless `--cache` says otherwise; a folder that has it is one of results. */
export const ANSWERS = ".answers";

/** Reasons of requests without an answer that are told at once; all are in the file of failures. */
const REASONS = 3;

/** What came of a run's requests. Tokens and dollars are those of all answers, whenever they were paid for: a run that was ended and went on tells the same. */
export interface Totals {
  readonly answered: number;
  readonly unreadable: number;
  readonly failed: number;
  /** Answers that ended because they may not be longer, whether they could be read or not. */
  readonly cut: number;
  readonly tokens: Usage;
  /** Where a price is known. */
  readonly dollars?: number;
}

/** A run's results: where they go, and what is said of them. */
export interface Results {
  readonly out: string;
  /** File of the records that answers hold. */
  readonly file: string;
  readonly client: ModelClient;
  readonly price: Price | undefined;
  readonly signal: AbortSignal;
  /** The account, before what came of the requests. */
  readonly report: object;
}

/** Writes outcomes to their files, all of these or none, with progress on stderr; one run at a time has the folder. */
export async function writeResults(outcomes: AsyncIterable<Outcome>, results: Results): Promise<Totals> {
  const { out, file, client, report } = results;
  const lock = await lockFolder(out, ANSWERS, results.signal);
  const line = statusLine();
  try {
    await removePartial(out);
    const files = await WholeFiles.open(out, [file, FAILURES, REPORT]);
    try {
      const reasons = new Set<string>();
      let [answered, unreadable, failed, cut, input, output] = [0, 0, 0, 0, 0, 0];
      for await (const outcome of outcomes) {
        if (outcome.kind === "answered") answered++;
        else if (outcome.kind === "unreadable") unreadable++;
        else {
          failed++;
          if (reasons.size < REASONS) reasons.add(outcome.failure.found);
        }
        if (outcome.kind !== "failed") {
          const { answer } = outcome;
          [input, output] = [input + answer.usage.input, output + answer.usage.output];
          if (answer.cut) cut++;
        }
        if ("record" in outcome) await files.write(file, `${JSON.stringify(outcome.record)}\n`);
        if ("failure" in outcome) await files.write(FAILURES, `${JSON.stringify(outcome.failure)}\n`);
        line.update(() => `${sentence({ answered, unreadable, failed })}; ${spentSentence(client.spent)}`);
      }
      const dollars = results.price === undefined ? {} : { dollars: costOf({ input, output }, results.price) };
      const totals: Totals = { answered, unreadable, failed, cut, tokens: { input, output }, ...dollars };
      await files.write(REPORT, `${JSON.stringify({ ...report, ...totals }, null, 2)}\n`);
      await files.commit();
      line.end();
      for (const reason of reasons) process.stderr.write(`no answer: ${reason}\n`);
      return totals;
    } catch (error) {
      await files.abandon();
      throw error;
    }
  } finally {
    line.end();
    lock.free();
  }
}

/** What a run that was killed left of its files, and of answers that it was about to keep. */
async function removePartial(out: string): Promise<void> {
  const answers = await readdir(join(out, ANSWERS), { recursive: true });
  for (const name of [...(await namesIn(out)), ...answers.map((path) => join(ANSWERS, path))])
    if (/^\..+\.partial$/.test(basename(name))) await rm(join(out, name), { force: true });
}

function costOf({ input, output }: Usage, price: Price): number {
  return (input * price.input + output * price.output) / 1e6;
}

/** What came of a run, for the terminal. */
export function sentence({ answered, unreadable, failed, cut = 0 }: Partial<Totals>): string {
  const short = cut === 0 ? "" : `; ${counted(cut, "answer")} cut off at --max-tokens`;
  return `${answered} answers read, ${unreadable} not readable, ${failed} requests without an answer${short}`;
}

/** Throws CommandError where requests have no answer: the run is to be repeated. */
export function refuseFailed({ failed }: Totals, out: string): void {
  if (failed === 0) return;
  throw new CommandError(
    `${out}: expected an answer to every request, found none for ${failed} (${FAILURES}); run the same command again, answers that came are kept`,
  );
}

/** A forecast for the terminal. */
export function forecastTable({ calls, cached, inputTokens, outputTokens, dollars }: Forecast, priced: boolean): string {
  const head = ["calls", "kept from before", "tokens asked, about", "tokens answered, at most", "dollars, at most"];
  const cells = [calls, cached, inputTokens, outputTokens].map(String);
  const cost = priced ? "" : "Give --price to know what it costs. ";
  return `${printTable(head, [[...cells, priced ? dollars.toFixed(4) : "-"]])}${cost}Nothing was asked.\n`;
}
