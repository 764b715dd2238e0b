import { execFile } from "node:child_process";
import { appendFile, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { LedgerLine } from "@stepladder/schema";
import { type Parting, partings } from "@stepladder/wasm/host/ledger.ts";
import { loadAllEntries } from "./boards.ts";
import { CommandError } from "./errors.ts";
import { loadTracks } from "./tracks.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** The ledger below this checkout. */
const LEDGER = "data/ledger.jsonl";
const PATH = `${ROOT}${LEDGER}`;

/** All lines, oldest first; none where there is no ledger yet. Throws CommandError for a line that is none. */
export async function readLedger(): Promise<LedgerLine[]> {
  return linesOf(await readFile(PATH, "utf8").catch(() => "")).map((text, i) => {
    const parsed = LedgerLine.safeParse(jsonOf(text));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw new CommandError(
      `${LEDGER}:${i + 1}: expected a ledger line (stepladder/ledger/1), found ${issue?.path.join(".") || "none"}: ${issue?.message}`,
    );
  });
}

/** Adds lines at the end. */
export async function appendLedger(lines: readonly LedgerLine[]): Promise<void> {
  await appendFile(PATH, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
}

/** The ranking metric of each track. */
export async function rankingMetrics(): Promise<(track: string) => string> {
  const ranking = new Map((await loadTracks()).map(({ id, metrics }) => [id, metrics[0]]));
  return (track) => ranking.get(track) ?? "";
}

/** Where the committed entries and the ledger part. */
export async function ledgerPartings(): Promise<Parting[]> {
  return partings(await readLedger(), await loadAllEntries(), await rankingMetrics());
}

/**
 * Lines that some committed version of the ledger has and the file has no more, or in another order: a ledger only grows. All versions
 * that git has at hand are looked at; none where there is no git, or nothing was committed.
 */
export async function lostLines(): Promise<string[]> {
  const now = linesOf(await readFile(PATH, "utf8").catch(() => ""));
  const versions = linesOf(await git("log", "--format=%H", "HEAD", "--", LEDGER));
  const lost: string[] = [];
  for (const version of versions) lost.push(...firstLost(linesOf(await git("show", `${version}:${LEDGER}`)), now));
  return [...new Set(lost)];
}

/** The first of the old lines that does not come, in order, among the new ones. */
export function firstLost(old: readonly string[], now: readonly string[]): string[] {
  let at = 0;
  for (const line of old) {
    at = now.indexOf(line, at) + 1;
    if (at === 0) return [line];
  }
  return [];
}

async function git(...args: string[]): Promise<string> {
  const ran = await promisify(execFile)("git", args, { cwd: ROOT, maxBuffer: 1 << 28 }).catch(() => undefined);
  return ran?.stdout ?? "";
}

function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => line !== "");
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
