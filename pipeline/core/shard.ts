import { createHash } from "node:crypto";
import type { DroppedProcedure, MinedProcedure, Unmined } from "@stepladder/schema";
import type { Profile } from "../filters/index.ts";
import { type Failure, isFailure, type Unit } from "./mining.ts";

/** What becomes of what is found, and of pages on which nothing is. */
export interface Judging {
  /** Which filters judge procedures. */
  readonly profile: Profile;
  /** Whether the text of pages without a procedure is kept. */
  readonly texts: boolean;
}

/** Neighbouring units that are worked at one go. Plain data: it travels between machines. */
export interface Shard extends Judging {
  /** sha256 of all that its result depends on. */
  readonly key: string;
  readonly units: readonly Unit[];
  /** About how many bytes the units hold. */
  readonly size: number;
  /** Whether its pages come from addresses, which may answer otherwise tomorrow: the result does not outlive the run. */
  readonly passing: boolean;
}

/** What became of a page. */
export interface MinedPage {
  readonly id: string;
  readonly procedures: readonly MinedProcedure[];
  readonly dropped: readonly DroppedProcedure[];
  /** Its text, where nothing was found and it was asked for. */
  readonly unmined?: Unmined;
}

/** How far a run, or a shard of it, has come. */
export interface Tally {
  pages: number;
  failures: number;
  kept: number;
  /** By reason. */
  readonly dropped: Record<string, number>;
}

export function emptyTally(): Tally {
  return { pages: 0, failures: 0, kept: 0, dropped: {} };
}

export function addTally(sum: Tally, { pages, failures, kept, dropped }: Tally): void {
  sum.pages += pages;
  sum.failures += failures;
  sum.kept += kept;
  for (const [reason, count] of Object.entries(dropped)) sum.dropped[reason] = (sum.dropped[reason] ?? 0) + count;
}

function tallyOf(outcome: MinedPage | Failure): Tally {
  if (isFailure(outcome)) return { ...emptyTally(), failures: 1 };
  const dropped: Record<string, number> = {};
  for (const { reason } of outcome.dropped) dropped[reason] = (dropped[reason] ?? 0) + 1;
  return { pages: 1, failures: 0, kept: outcome.procedures.length, dropped };
}

/**
 * The file of a shard: a line with the key, a line for each page in order, and a line with the counts and the sha256 of all lines before
 * it, by which a file that is not whole is known.
 */
export async function shardFile(key: string, outcomes: AsyncIterable<MinedPage | Failure>): Promise<Uint8Array> {
  const lines = [JSON.stringify({ shard: key })];
  const tally = emptyTally();
  for await (const outcome of outcomes) {
    addTally(tally, tallyOf(outcome));
    lines.push(JSON.stringify(outcome));
  }
  const body = Buffer.from(`${lines.join("\n")}\n`);
  return Buffer.concat([body, Buffer.from(`${JSON.stringify({ tally, sha256: sha256Of(body) })}\n`)]);
}

/** A shard's file as it was read. */
export interface ReadShard {
  readonly tally: Tally;
  outcomes(): Iterable<MinedPage | Failure>;
}

/** Reads a shard's file; `undefined` where it is not whole, or not that of this key. */
export function readShard(bytes: Uint8Array, key: string): ReadShard | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = buffer.lastIndexOf("\n", -2) + 1;
  const body = buffer.subarray(0, start);
  try {
    const { tally, sha256 } = JSON.parse(buffer.toString("utf8", start)) as { tally: Tally; sha256: string };
    const head = body.indexOf("\n") + 1;
    if (sha256 !== sha256Of(body) || JSON.parse(body.toString("utf8", 0, head)).shard !== key) return undefined;
    return { tally, outcomes: () => outcomesIn(body.subarray(head)) };
  } catch {
    return undefined;
  }
}

function* outcomesIn(lines: Buffer): Generator<MinedPage | Failure> {
  for (let start = 0; start < lines.length; ) {
    const end = lines.indexOf("\n", start);
    yield JSON.parse(lines.toString("utf8", start, end));
    start = end + 1;
  }
}

function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
