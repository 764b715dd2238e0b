import type { DroppedProcedure, MinedProcedure } from "@stepladder/schema";
import { enriched } from "../filters/enrich.ts";
import { dropOf, profiles } from "../filters/index.ts";
import { parsePage } from "../miners/doc.ts";
import { minePage, sourceOf } from "../miners/index.ts";
import { linesOf } from "../miners/text.ts";
import { readerOf } from "../readers/index.ts";
import { type Failure, type Filter, isFailure, type Page, type Unit } from "./mining.ts";
import { type MinedPage, type Shard, shardFile } from "./shard.ts";

/** Where a worker stands, for who has to go on when it dies. */
export interface Place {
  /** One number in shared memory: how many pages of the shard are done. */
  readonly done: Int32Array;
  /** Pages, counted from 0 within the shard, on which a worker died. */
  readonly fatal: readonly number[];
}

/** Works a shard and gives its file. */
export function mineShard(shard: Shard, place: Place, signal: AbortSignal): Promise<Uint8Array> {
  return shardFile(shard.key, outcomesOf(shard, place, signal));
}

async function* outcomesOf(
  { units, profile, texts }: Shard,
  { done, fatal }: Place,
  signal: AbortSignal,
): AsyncGenerator<MinedPage | Failure> {
  let count = 0;
  for await (const page of pagesOf(units, signal)) {
    yield fatal.includes(count) ? outOfMemory(page) : isFailure(page) ? page : outcomeOf(page, profiles[profile], texts);
    done[0] = ++count;
  }
}

async function* pagesOf(units: readonly Unit[], signal: AbortSignal): AsyncGenerator<Page | Failure> {
  for (const unit of units) yield* readerOf(unit.reader).read(unit, signal);
}

function outcomeOf(page: Page, filters: readonly Filter[], texts: boolean): MinedPage | Failure {
  let mined: MinedProcedure[] | Failure;
  try {
    mined = minePage(page);
  } catch (error) {
    return notMined(page, error as Error);
  }
  if (!Array.isArray(mined)) return mined;
  if (mined.length === 0 && texts) return unminedPage(page);
  const procedures: MinedProcedure[] = [];
  const dropped: DroppedProcedure[] = [];
  for (const procedure of mined) {
    const drop = dropOf(procedure, filters);
    if (drop === undefined) procedures.push(enriched(procedure));
    else dropped.push(drop);
  }
  return { id: page.id, procedures, dropped };
}

/** A page without a procedure, with its text where it has any. */
function unminedPage(page: Page): MinedPage | Failure {
  const doc = parsePage(page);
  if (isFailure(doc)) return doc;
  const text = linesOf(doc.root).join("\n");
  const unmined = { id: page.id, lang: doc.lang, source: sourceOf(doc), text };
  return { id: page.id, procedures: [], dropped: [], ...(text === "" ? {} : { unmined }) };
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
