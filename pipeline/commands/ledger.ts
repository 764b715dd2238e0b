import { lineOf, partingFault } from "@stepladder/wasm/host/ledger.ts";
import { counted } from "@stepladder/wasm/lib/counted.ts";
import type { Command } from "commander";
import { CommandError } from "../core/errors.ts";
import { appendLedger, ledgerPartings, lostLines, rankingMetrics } from "../core/ledger.ts";

/** `stepladder ledger check` and `ledger add`: the append-only record of what became of entries. */
export function ledgerCommand(program: Command): void {
  const ledger = program.command("ledger").description("keep data/ledger.jsonl, which tells when and why entries came, went and changed");
  ledger
    .command("check")
    .description("check that the ledger tells of every committed entry as it is, and that no committed line of it was changed or removed")
    .action(check);
  ledger
    .command("add")
    .description("append a line for every entry that was added, removed, rescored or amended since its last one")
    .requiredOption("--why <sentence>", "the reason")
    .option("--date <day>", "YYYY-MM-DD; default: today")
    .action(add);
}

async function check(): Promise<void> {
  const faults = [
    ...(await ledgerPartings()).map((parting) => `${partingFault(parting)}; run "stepladder ledger add --why <reason>"`),
    ...(await lostLines()).map((line) => `expected every committed line of data/ledger.jsonl in its order, found none as ${line}`),
  ];
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  if (faults.length > 0) throw new CommandError(`ledger check: ${counted(faults.length, "fault")}`);
  process.stdout.write("the ledger tells of every entry as it is\n");
}

async function add({ why, date = new Date().toISOString().slice(0, 10) }: { why: string; date?: string }): Promise<void> {
  if (why.trim() === "") throw new CommandError("--why: expected a reason, found nothing");
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date))) {
    throw new CommandError(`--date: expected a day such as 2026-03-04, found ${JSON.stringify(date)}`);
  }
  const found = await ledgerPartings();
  const ranking = await rankingMetrics();
  await appendLedger(found.map((parting) => lineOf(parting, parting.last?.ranking.metric ?? ranking(parting.track), date, why)));
  for (const { kind, track, entry } of found) process.stdout.write(`${kind}: ${track}/${entry}\n`);
  process.stdout.write(`${counted(found.length, "line")} added\n`);
}
