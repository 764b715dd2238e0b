import { createHash } from "node:crypto";
import type { DroppedProcedure, MinedProcedure } from "@stepladder/schema";
import { filters } from "../filters/index.ts";
import { minePage } from "../miners/index.ts";
import { readerOf } from "../readers/index.ts";
import { type Failure, isFailure, type Page, type Unit } from "./mining.ts";

/** Neighbouring units that are worked at one go. Plain data: it travels between machines. */
export interface Shard {
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
}

/** How far a run, or a shard of it, has come. */
export interface Tally {
  pages: number;
  failures: number;
  kept: number;
  /** By reason. */
  readonly dropped: Record<string, number>;
}

/** Where a worker stands, for who has to go on when it dies. */
export interface Place {
  /** One number in shared memory: how many pages of the shard are done. */
  readonly done: Int32Array;
  /** Pages, counted from 0 within the shard, on which a worker died. */
  readonly fatal: readonly number[];
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

/**
 * Works a shard and gives its file: a line with the key, a line for each page in order, and a line with the counts and the sha256 of all
 * lines before it, by which a file that is not whole is known.
 */
export async function mineShard({ key, units }: Shard, { done, fatal }: Place, signal: AbortSignal): Promise<Uint8Array> {
  const lines = [JSON.stringify({ shard: key })];
  const tally = emptyTally();
  done[0] = 0;
  for await (const page of pagesOf(units, signal)) {
    const outcome = fatal.includes(done[0]) ? outOfMemory(page) : isFailure(page) ? page : outcomeOf(page);
    addTally(tally, tallyOf(outcome));
    lines.push(JSON.stringify(outcome));
    done[0]++;
  }
  const body = Buffer.from(`${lines.join("\n")}\n`);
  return Buffer.concat([body, Buffer.from(`${JSON.stringify({ tally, sha256: sha256Of(body) })}\n`)]);
}

async function* pagesOf(units: readonly Unit[], signal: AbortSignal): AsyncGenerator<Page | Failure> {
  for (const unit of units) yield* readerOf(unit.reader).read(unit, signal);
}

function outcomeOf(page: Page): MinedPage | Failure {
  let mined: MinedProcedure[] | Failure;
  try {
    mined = minePage(page);
  } catch (error) {
    return notMined(page, error as Error);
  }
  if (!Array.isArray(mined)) return mined;
  const procedures: MinedProcedure[] = [];
  const dropped: DroppedProcedure[] = [];
  for (const procedure of mined) {
    const drop = dropOf(procedure);
    if (drop === undefined) procedures.push(procedure);
    else dropped.push(drop);
  }
  return { id: page.id, procedures, dropped };
}

function dropOf(procedure: MinedProcedure): DroppedProcedure | undefined {
  for (const filter of filters) {
    const drop = filter.judge(procedure);
    if (drop !== undefined) return { filter: filter.id, ...drop, procedure };
  }
  return undefined;
}

/** One page that defeats a miner does not end a run over millions. */
function notMined({ id }: Page, { message }: Error): Failure {
  return {
    id,
    kind: "not-mined",
    expected: "a page that the miners can work",
    found: message,
    fix: "leave the page out, and tell us about it",
  };
}

function outOfMemory({ id }: Page | Failure): Failure {
  return {
    id,
    kind: "out-of-memory",
    expected: "a page that is mined within a worker's memory",
    found: "one that takes more",
    fix: "split the page, or leave it out",
  };
}

function tallyOf(outcome: MinedPage | Failure): Tally {
  if (isFailure(outcome)) return { ...emptyTally(), failures: 1 };
  const dropped: Record<string, number> = {};
  for (const { reason } of outcome.dropped) dropped[reason] = (dropped[reason] ?? 0) + 1;
  return { pages: 1, failures: 0, kept: outcome.procedures.length, dropped };
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
