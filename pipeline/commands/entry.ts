import { readdir, readFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Entry } from "@stepladder/schema";
import { entryId, packName, printEntry } from "@stepladder/wasm/host/entry.ts";
import { type Facts, makeEntry } from "@stepladder/wasm/host/entry-files.ts";
import { impossibleFigures, impossibleNote, peerOf } from "@stepladder/wasm/host/grim.ts";
import { writePack } from "@stepladder/wasm/host/pack.ts";
import { counted } from "@stepladder/wasm/lib/counted.ts";
import type { Command } from "commander";
import { pathToWrite } from "../core/arguments.ts";
import { loadIndex, parseEntry } from "../core/boards.ts";
import { entryFaults, quotedDifferences } from "../core/entries.ts";
import { type AtHand, type CheckedEntry, checkEntryFile, sentFaults } from "../core/entry-check.ts";
import { checkedComment, checkedText } from "../core/entry-told.ts";
import { CommandError } from "../core/errors.ts";
import { interrupted } from "../core/interrupt.ts";
import { writeWhole } from "../core/output.ts";
import { openSubmission, scoreSubmission } from "../core/submission.ts";
import { loadTrack, trackIds, trackPath } from "../core/tracks.ts";
import { report } from "./score.ts";

interface AddOptions {
  readonly system: string;
  readonly about: string;
  readonly gold?: string;
  readonly url?: string;
  readonly date?: string;
  readonly predictionsUrl?: string;
  readonly where?: string;
  readonly selfReported?: boolean;
  readonly source?: string;
  readonly out?: string;
  readonly replace?: boolean;
}

/** Option that a field of an entry's facts is given by, where it has another name. */
const OPTIONS: Readonly<Record<string, string>> = { name: "system", predictions: "predictions-url" };

/** `stepladder entry add` and `entry check`: results of systems on the boards. */
export function entryCommand(program: Command): void {
  const entry = program.command("entry").description("put results of systems on a board, and check those that are there");
  entry
    .command("add")
    .description("score predictions, then write the entry and its pack into the track's folder")
    .argument("<track>", 'id of a track, or "auto"')
    .argument("<files...>", "predictions: files or folders, plain, .gz or .zip")
    .requiredOption("--system <name>", "name of the system, as the board shows it")
    .requiredOption("--about <sentence>", "what the system does")
    .option("--url <address>", "page of the system")
    .option("--date <day>", "day of the result, YYYY-MM-DD; default: today")
    .option("--predictions-url <address>", "where anybody can have the predictions, so that the result can be checked")
    .option("--where <file>", "which file they are at that address; default: the names of the files given")
    .option("--self-reported", "nobody else can have the predictions: the entry has no pack and is not ranked")
    .option("--source <address>", "page that tells of a self-reported result")
    .option("--gold <path>", "official gold (file or folder) or imported gold; default: the track's own")
    .option("--out <folder>", "where to write; default: the entries folder of the track", pathToWrite)
    .option("--replace", "write over the entry that the system has already")
    .action(add);
  entry
    .command("check")
    .description(
      "check entries and packs; exit code 1 where one is malformed, or its pack or predictions give other scores. Of an entry's file that somebody sends more is asked than of those of a track",
    )
    .argument("[targets...]", "ids of tracks, or files of entries (.json); default: all tracks")
    .option("--predictions <files...>", "score these again and compare; for one entry's file")
    .option("--gold <path>", "official gold (file or folder) or imported gold; default: the track's own")
    .option("--fetch", "fetch predictions from the address that an entry gives, and score them again")
    .option("--comment <file>", "write what was found there as Markdown")
    .action(check);
}

async function add(trackId: string, files: string[], options: AddOptions): Promise<void> {
  const signal = interrupted();
  refuseEvidence(options);
  const { system: name, gold, out, replace = false } = options;
  if (entryId(name) === "") throw new CommandError(`--system: expected a name with a letter or digit, found ${JSON.stringify(name)}`);
  const submission = await openSubmission(trackId, files, gold, signal);
  const scorecard = await scoreSubmission(submission, signal);
  report(scorecard);
  if (process.exitCode === 1) throw new CommandError("entry: expected predictions without errors, found those above; nothing was written");
  const made = makeEntry(factsOf(files, options), scorecard);
  if (!made.ok) {
    const faults = Object.entries(made.faults).map(([field, fault]) => `--${OPTIONS[field] ?? field}: ${fault}`);
    throw new CommandError(`${faults.join("\n")}\nnothing was written`);
  }
  const { id, entry } = made;
  const { track } = submission;
  const folder = out ?? trackPath(track.id, "entries");
  const path = join(folder, `${id}.json`);
  const pack = entry.pack === undefined ? undefined : writePack(scorecard);
  const faults = sentFaults(path, track, entry, pack && gzipSync(pack), await loadIndex(track.id));
  if (faults.length > 0) throw new CommandError(`${faults.map((fault) => `entry: ${fault}`).join("\n")}\nnothing was written`);
  await refuseHeld(path, name, replace);
  // The pack first: an entry whose pack is missing would be a fault, a pack without an entry is only unused.
  if (pack !== undefined) await writeWhole(join(folder, packName(id)), [pack], signal);
  await writeWhole(path, [printEntry(entry)], signal);
  if (pack === undefined) await rm(join(folder, packName(id)), { force: true });
  process.stdout.write(`${path}${pack === undefined ? "" : " and its pack"}: ${name}, ${counted(scorecard.coverage.scored, "item")} scored
${out === undefined ? 'tell the ledger why: "stepladder ledger add --why <reason>"\n' : ""}`);
}

/** Throws CommandError unless it is plain how the result is known: a result that can be checked is never called otherwise, nor the reverse. */
function refuseEvidence({ predictionsUrl, where, selfReported = false, source }: AddOptions): void {
  const isRecomputed = predictionsUrl !== undefined;
  if (isRecomputed === selfReported) {
    throw new CommandError(
      `entry: expected --predictions-url <address>, where anybody can have the predictions, or --self-reported, found ${selfReported ? "both" : "neither"}; give one of them`,
    );
  }
  if (isRecomputed && source !== undefined) throw new CommandError("--source: expected it beside --self-reported, found --predictions-url");
  if (selfReported && where !== undefined) throw new CommandError("--where: expected it beside --predictions-url, found --self-reported");
}

/** What the form of the page asks for, as far as it is given by options. */
function factsOf(
  files: readonly string[],
  { system: name, about, url = "", date, predictionsUrl = "", where, source = "" }: AddOptions,
): Facts {
  return {
    name,
    about,
    url,
    licence: "",
    open: "",
    parameters: "",
    cost: "",
    date: date ?? new Date().toISOString().slice(0, 10),
    predictions: predictionsUrl,
    where: where ?? files.map((file) => basename(file)).join(", "),
    source,
  };
}

/** Throws CommandError where the file holds an entry already: another system's, as two names may give one file name, or this one's. */
async function refuseHeld(path: string, name: string, replace: boolean): Promise<void> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return;
  const held = parseEntry(text);
  const mine = typeof held !== "string" && held.system.name === name;
  if (mine && replace) return;
  const found = typeof held === "string" ? "a file that is no entry" : `the entry of ${JSON.stringify(held.system.name)}`;
  const mend = mine ? "give --replace to write over it, with all that it quotes" : "choose another --system name";
  throw new CommandError(`${path}: expected no file, found ${found}; ${mend}; nothing was written`);
}

interface CheckOptions extends AtHand {
  readonly comment?: string;
}

async function check(targets: string[], { comment, ...atHand }: CheckOptions): Promise<void> {
  const paths = targets.filter((target) => target.endsWith(".json"));
  const named = targets.filter((target) => !target.endsWith(".json"));
  if (paths.length !== 1 && (atHand.predictions ?? atHand.gold) !== undefined) {
    throw new CommandError(`--predictions and --gold: expected one file of an entry beside them, found ${paths.length}`);
  }
  if (paths.length === 0 && (comment !== undefined || atHand.fetch)) {
    throw new CommandError("--comment and --fetch: expected files of entries beside them, found none");
  }
  const signal = interrupted();
  const checked: CheckedEntry[] = [];
  for (const path of paths) checked.push(await checkEntryFile(path, atHand, signal));
  if (comment !== undefined) await writeWhole(comment, [checkedComment(checked)], signal);
  for (const one of checked) {
    for (const fault of one.faults) process.stderr.write(`${one.path}: ${fault}\n`);
    process.stdout.write(checkedText(one));
  }
  let faults = checked.reduce((sum, one) => sum + one.faults.length, 0);
  const tracks = targets.length === 0 ? await trackIds() : named;
  for (const id of tracks) faults += await checkTrack(id);
  if (faults > 0) throw new CommandError(`entry check: ${counted(faults, "fault")}`);
}

async function checkTrack(id: string): Promise<number> {
  const track = await loadTrack(id);
  const folder = trackPath(id, "entries");
  const files = (await readdir(folder).catch(() => [])).sort();
  const records = files.filter((file) => file.endsWith(".json"));
  const packs = new Set(files.filter((file) => file.endsWith(".pack.gz")));
  const index = await loadIndex(id);
  const faults: string[] = [];
  const entries: Entry[] = [];
  for (const file of records) {
    const parsed = parseEntry(await readFile(join(folder, file), "utf8"));
    if (typeof parsed === "string") {
      faults.push(`${file}: ${parsed}`);
      continue;
    }
    const pack = parsed.pack !== undefined && packs.delete(parsed.pack) ? await readFile(join(folder, parsed.pack)) : undefined;
    faults.push(...entryFaults(track, parsed, pack, index).map((fault) => `${file}: ${fault}`));
    entries.push(parsed);
    for (const difference of quotedDifferences(parsed)) process.stdout.write(`${id}: note: ${parsed.system.name}: ${difference}\n`);
  }
  for (const entry of entries)
    for (const impossible of impossibleFigures(entry, peerOf(entry, entries)))
      process.stdout.write(`${id}: note: ${entry.system.name}: ${impossibleNote(impossible)}\n`);
  for (const file of packs) faults.push(`${file}: expected an entry that names this pack, found none`);
  for (const fault of faults) process.stderr.write(`${id}: ${fault}\n`);
  process.stdout.write(`${id}: ${counted(records.length, "entry", "entries")} checked, ${counted(faults.length, "fault")}\n`);
  return faults.length;
}
