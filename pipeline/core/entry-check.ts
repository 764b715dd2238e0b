import { readdir, readFile, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { Entry, type ItemsIndex, type Scorecard } from "@stepladder/schema";
import { entryId, packName, printEntry, recomputedEntry, selfReportedEntry } from "@stepladder/wasm/host/entry.ts";
import { impossibleFigures, impossibleNote, peerOf } from "@stepladder/wasm/host/grim.ts";
import { lineOf, partingFault, partings } from "@stepladder/wasm/host/ledger.ts";
import { readPack, writePack } from "@stepladder/wasm/host/pack.ts";
import type { AnyTrack } from "@stepladder/wasm/host/track.ts";
import { loadIndex, parseEntry } from "./boards.ts";
import { brief, differences } from "./differences.ts";
import { entryFaults, quotedDifferences } from "./entries.ts";
import { told } from "./errors.ts";
import { fetched } from "./fetched.ts";
import { readLedger } from "./ledger.ts";
import { openGold, openSubmission, scoreSubmission } from "./submission.ts";
import { loadTracks } from "./tracks.ts";

/** What is at hand to check a contributed entry with. */
export interface AtHand {
  readonly predictions?: readonly string[];
  readonly gold?: string;
  /** Whether predictions may be fetched from the address that the entry gives. */
  readonly fetch?: boolean;
}

/** What checking one entry's file came to. */
export interface CheckedEntry {
  readonly path: string;
  /** File name without `.json`. */
  readonly id: string;
  /** Absent where the file holds none, or none of a track here. */
  readonly entry?: Entry;
  readonly track?: AnyTrack;
  readonly faults: readonly string[];
  /** What a reviewer should know, and is no fault. */
  readonly notes: readonly string[];
  /** Whether its predictions were scored again, and what that gave. */
  readonly scorecard?: Scorecard;
}

/** Everything that is wrong with an entry that somebody sends, beside what its pack and predictions give. */
export async function checkEntryFile(path: string, atHand: AtHand, signal: AbortSignal): Promise<CheckedEntry> {
  const id = basename(path, ".json");
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return { path, id, faults: ["expected an entry's record, found no file that can be read"], notes: [] };
  const read = readEntry(text);
  if ("faults" in read) return { path, id, faults: read.faults, notes: [] };
  const { entry, strange, isPrinted } = read;
  const track = (await loadTracks()).find((one) => one.id === entry.track);
  if (track === undefined)
    return { path, id, faults: [...strange, `track: expected a track of this repository, found ${brief(entry.track)}`], notes: [] };
  const index = await loadIndex(track.id);
  const packed = entry.pack === undefined ? undefined : await readFile(join(dirname(path), basename(entry.pack))).catch(() => undefined);
  const rescored = await rescoring(track, entry, atHand, signal);
  const ledger = await ledgerOf(id, entry, track);
  return {
    path,
    id,
    entry,
    track,
    faults: [
      ...strange,
      ...sentFaults(path, track, entry, packed, index),
      ...rescored.faults,
      ...(rescored.scorecard === undefined ? [] : rescoredFaults(id, entry, packed, rescored.scorecard)),
      ...ledger.faults,
    ],
    notes: [
      ...(isPrinted ? [] : ["its bytes are not as Stepladder prints an entry; the figures are read all the same"]),
      ...(entryId(entry.system.name) === id
        ? []
        : [`its file is not named by its system, which would give ${entryId(entry.system.name)}.json`]),
      ...quotedDifferences(entry),
      ...(await neighbourNotes(path, entry)),
      ...rescored.notes,
      ...ledger.notes,
    ],
    ...(rescored.scorecard === undefined ? {} : { scorecard: rescored.scorecard }),
  };
}

/** What is wrong with an entry that somebody sends, at `path`, as a record beside its gzipped pack and the board's items. */
export function sentFaults(
  path: string,
  track: AnyTrack,
  entry: Entry,
  packed: Uint8Array | undefined,
  index: ItemsIndex | undefined,
): string[] {
  return [...nameFaults(path, entry), ...evidenceFaults(entry, index?.items), ...entryFaults(track, entry, packed, index)];
}

interface ReadEntry {
  readonly entry: Entry;
  /** Faults that tell of fields that an entry does not have. */
  readonly strange: readonly string[];
  /** Whether its bytes are as an entry of its values is printed. */
  readonly isPrinted: boolean;
}

function readEntry(text: string): ReadEntry | { readonly faults: readonly string[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { faults: [`expected JSON, found ${(error as Error).message}`] };
  }
  const parsed = Entry.safeParse(value);
  if (!parsed.success) {
    const { issues } = parsed.error;
    return {
      faults: issues.map(
        ({ path, message }) => `${path.map(String).join(".") || "value"}: expected an entry (stepladder/entry/1), found: ${message}`,
      ),
    };
  }
  const strange = [...differences(value, parsed.data, "")].map(
    ({ path }) => `${path}: expected fields of an entry, found one that is none`,
  );
  // Parsing puts fields in the schema's order: printed is what was given.
  return { entry: parsed.data, strange, isPrinted: text === printEntry(value as Entry) };
}

function nameFaults(path: string, { track, pack, evidence }: Entry): string[] {
  const id = basename(path, ".json");
  const folder = resolve(dirname(path)).split(/[\\/]/).slice(-3);
  const isTold = folder[0] === "tracks" && folder[2] === "entries";
  return [
    ...(id !== "" && entryId(id) === id
      ? []
      : [`file name: expected ${entryId(id) || "a name of letters and digits"}.json, found ${basename(path)}`]),
    ...(isTold && folder[1] !== track ? [`track: expected "${folder[1]}", whose folder it lies in, found "${track}"`] : []),
    ...(evidence.kind === "recomputed" && pack !== packName(id) ? [`pack: expected ${packName(id)}, found ${brief(pack)}`] : []),
  ];
}

/** What is called recomputed must be such that anybody can compute it again, on the board's own items. */
function evidenceFaults({ system, evidence, predictions }: Entry, items: string | undefined): string[] {
  if (evidence.kind !== "recomputed") return [];
  return [
    ...(system.kind === "system" && predictions === undefined
      ? ["evidence: expected the address of the predictions of a recomputed entry, found none; give it, or call the entry self-reported"]
      : []),
    ...(items !== undefined && evidence.items !== items
      ? [`evidence.items: expected ${items}, the items of the board, found ${evidence.items}; score against the benchmark's own gold`]
      : []),
  ];
}

interface Rescored {
  readonly scorecard?: Scorecard;
  readonly faults: readonly string[];
  readonly notes: readonly string[];
}

/** Scores the predictions again, where they can be had, and gold too. */
async function rescoring(
  track: AnyTrack,
  entry: Entry,
  { predictions, gold, fetch = false }: AtHand,
  signal: AbortSignal,
): Promise<Rescored> {
  const address = fetch && predictions === undefined ? entry.predictions?.source : undefined;
  if (predictions === undefined && address === undefined) {
    return {
      faults: [],
      notes: ["its predictions were not scored again: they are not at hand; its figures were held against its pack alone"],
    };
  }
  const noGold = await openGold(track, gold).then(() => undefined, reasonOf);
  if (noGold !== undefined) {
    // Whoever gives predictions wants them scored; what is fetched of its own accord may be left.
    return predictions === undefined
      ? { faults: [], notes: [`its predictions were not scored again: ${noGold}`] }
      : { faults: [noGold], notes: [] };
  }
  let folder: string | undefined;
  try {
    const files = predictions ?? [await fetched(address as string, signal)];
    if (predictions === undefined) folder = dirname(files[0] as string);
    const submission = await openSubmission(track.id, files, gold, signal);
    const scorecard = await scoreSubmission(submission, signal);
    const errors = scorecard.problems.filter(({ severity }) => severity === "error");
    return {
      scorecard,
      faults: errors.map(({ kind, count }) => `predictions: expected none with errors, found ${kind}: ${count}`),
      notes: [],
    };
  } catch (error) {
    signal.throwIfAborted();
    return { faults: [`predictions: ${reasonOf(error)}`], notes: [] };
  } finally {
    if (folder !== undefined) await rm(folder, { recursive: true });
  }
}

/** What an error says to a person; a defect of ours is thrown on. */
function reasonOf(error: unknown): string {
  const reason = told(error);
  if (reason === undefined) throw error;
  return reason;
}

/** How many places are told in which an entry parts from what its predictions give. */
const TOLD = 20;

/** Where an entry and its pack part from what its predictions give. */
function rescoredFaults(id: string, entry: Entry, packed: Uint8Array | undefined, scorecard: Scorecard): string[] {
  const { system, date, quoted, predictions, evidence } = entry;
  if (evidence.kind !== "recomputed" && evidence.kind !== "self-reported") return [];
  // The same items may come in other files, official or imported.
  const sameItems = evidence.kind === "recomputed" && evidence.items === scorecard.hashes.items;
  const scored = sameItems ? { ...scorecard, hashes: { ...scorecard.hashes, gold: evidence.gold } } : scorecard;
  const given =
    evidence.kind === "recomputed"
      ? recomputedEntry(
          { id, system, date, ...(quoted === undefined ? {} : { quoted }), ...(predictions === undefined ? {} : { predictions }) },
          scored,
        )
      : { ...selfReportedEntry({ system, date }, scored), evidence };
  const parts = (one: Entry) => ({ evidence: one.evidence, coverage: one.coverage, scores: one.scores, slices: one.slices });
  const found = [...differences(parts(entry), parts(given), "")];
  const faults = found.map(
    ({ path, claimed, scored: again }) => `${path}: expected ${brief(again)} from scoring its predictions again, found ${brief(claimed)}`,
  );
  return [
    ...faults.slice(0, TOLD),
    ...(faults.length > TOLD ? [`and ${faults.length - TOLD} more places that scoring its predictions again gives otherwise`] : []),
    ...(evidence.kind === "recomputed" && packed !== undefined ? packDifference(packed, scored) : []),
  ];
}

/** The first item of which a pack tells another statistic than scoring again does. What cannot be read is told elsewhere. */
function packDifference(packed: Uint8Array, scorecard: Scorecard): string[] {
  let bytes: Uint8Array;
  let pack: ReturnType<typeof readPack>;
  try {
    bytes = gunzipSync(packed);
    pack = readPack(bytes);
  } catch {
    return [];
  }
  const again = writePack(scorecard);
  if (Buffer.compare(bytes, again) === 0) return [];
  const { matrix } = readPack(again);
  for (const [statistic, column] of Object.entries(matrix.columns)) {
    const own = pack.matrix.columns[statistic];
    const at = column.findIndex((value, item) => !Object.is(value, own?.[item]));
    if (at < 0) continue;
    return [
      `pack, item ${scorecard.items[at]?.id}, ${statistic}: expected ${column[at]} from scoring its predictions again, found ${own?.[at] ?? "nothing"}`,
    ];
  }
  return ["pack: expected the bytes that scoring its predictions again gives, found others beside equal statistics"];
}

/** What other entries of the same folder say of it: a second one of the system, or counts that cannot be. */
async function neighbourNotes(path: string, entry: Entry): Promise<string[]> {
  const folder = dirname(path);
  const files = (await readdir(folder)).filter((file) => file.endsWith(".json") && file !== basename(path));
  const others = await Promise.all(files.map(async (file) => ({ file, entry: parseEntry(await readFile(join(folder, file), "utf8")) })));
  const known = others.flatMap((one) => (typeof one.entry === "string" ? [] : [{ file: one.file, entry: one.entry }]));
  const twins = known.filter((one) => one.entry.track === entry.track && one.entry.system.name === entry.system.name);
  const peer = peerOf(entry, [entry, ...known.map((one) => one.entry)]);
  return [...twins.map(({ file }) => `${file} is of a system of the same name`), ...impossibleFigures(entry, peer).map(impossibleNote)];
}

/** What the ledger says of the entry: one that is new wants a line, one that stood already may not change without a reason. */
async function ledgerOf(id: string, entry: Entry, track: AnyTrack): Promise<Pick<CheckedEntry, "faults" | "notes">> {
  const own = (await readLedger()).filter((line) => line.track === entry.track && line.entry === id);
  const [parting] = await partings(own, [{ id, ...entry }], () => track.metrics[0]);
  if (parting === undefined) return { faults: [], notes: [] };
  const line = JSON.stringify(lineOf(parting, track.metrics[0], entry.date, "<why>"));
  const mend = `add a line with the reason, by "stepladder ledger add --why <reason>" or by hand: ${line}`;
  if (parting.kind === "added" || parting.last?.kind === "removed") {
    return { faults: [], notes: [`the ledger does not tell of it yet: ${mend}`] };
  }
  return { faults: [`ledger: ${partingFault(parting)}; ${mend}`], notes: [] };
}
