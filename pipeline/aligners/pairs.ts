import { readFile } from "node:fs/promises";
import { GroundedSegment, type Narration, type Procedure } from "@stepladder/schema";
import { check } from "@stepladder/wasm/intake/check.ts";
import * as z from "zod/mini";
import { CommandError } from "../core/errors.ts";
import { recordsIn } from "../core/procedures.ts";
import { typedPath } from "../core/typed.ts";
import { pathOf } from "./learnt.ts";
import type { Piece } from "./video.ts";

/** Where the steps of a procedure are in a video: a line of a file of gold, or what is needed of a grounded video. */
const Found = z.object({ id: z.string(), procedure: z.string(), segments: z.array(GroundedSegment) });
export type Found = z.infer<typeof Found>;

/** Reads a table of `video,procedure`, with or without that header; pairs in its order. Throws CommandError. */
export async function readPairs(path: string): Promise<(readonly [video: string, procedure: string])[]> {
  await typedPath(path, "a table of video,procedure");
  const lines = (await readFile(path, "utf8")).replace(/^\uFEFF/, "").split(/\r?\n/);
  const pairs = lines.flatMap((line, i): [string, string][] => {
    if (line.trim() === "" || (i === 0 && /^"?video"?,\s*"?procedure"?\s*$/i.test(line))) return [];
    const cells = line.split(",").map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
    const [video = "", procedure = ""] = cells;
    if (cells.length === 2 && video !== "" && procedure !== "") return [[video, procedure]];
    throw new CommandError(
      `${path}:${i + 1}: expected the id of a video and that of a procedure by a comma (a line is video,procedure), found ${JSON.stringify(line.slice(0, 60))}`,
    );
  });
  if (pairs.length > 0) return pairs;
  throw new CommandError(`${path}: expected lines of video,procedure, found none; name the procedure of each video`);
}

/** Reads where steps are in videos, by people or by an earlier run. Throws CommandError. */
export function readFound(path: string): Promise<Found[]> {
  return Array.fromAsync(recordsIn(path, (value) => check(Found, value, "")));
}

/** Everything that may be paired. */
export interface Given {
  readonly narrations: readonly Narration[];
  readonly procedures: readonly Procedure[];
  /** Absent: the one procedure that there is goes with all videos, of several the one with the video's id. */
  readonly pairs?: { readonly path: string; readonly rows: Awaited<ReturnType<typeof readPairs>> } | undefined;
  readonly gold?: readonly Found[] | undefined;
  /** Videos to learn the order of steps from; one that is paired here is left out for itself. */
  readonly others?: readonly Found[] | undefined;
}

/** Videos with their procedures, in the order of the pairs, or of the videos. Throws CommandError where one is not there. */
export function piecesOf({ narrations, procedures, pairs, gold = [], others = [] }: Given): Piece[] {
  const [videos, articles] = [byId(narrations, "narration"), byId(procedures, "procedure")];
  const rows = pairs?.rows ?? narrations.map(({ id }) => [id, procedureFor(id, articles)] as const);
  const where = pairs?.path ?? "";
  return rows.map(([video, article]) => {
    const [narration, procedure] = [videos.get(video), articles.get(article)];
    if (narration === undefined) throw missing(where, "video", video, videos);
    if (procedure === undefined) throw missing(where, "procedure", article, articles);
    const { id, goal, steps } = procedure;
    for (const found of [...gold, ...others]) if (found.procedure === id) checkSteps(found, steps.length);
    const own = gold.find((found) => found.id === video && found.procedure === id)?.segments;
    const paths = others.filter((found) => found.id !== video && found.procedure === id).map(({ segments }) => pathOf(segments));
    return { narration, procedure: { id, goal, steps }, paths, gold: own };
  });
}

/** The one procedure that there is, or the one of the same id as the video. */
function procedureFor(video: string, articles: ReadonlyMap<string, Procedure>): string {
  const [only = ""] = articles.keys();
  if (articles.size === 1) return only;
  if (articles.has(video)) return video;
  throw new CommandError(
    `expected one procedure for all videos, found ${articles.size}, none of them with the id of video ${video}; say which belong together by --pairs <csv>, a line of video,procedure each`,
  );
}

function checkSteps({ id, segments }: Found, steps: number): void {
  const beyond = segments.find(({ step }) => step >= steps);
  if (beyond === undefined) return;
  throw new CommandError(
    `segments of ${id}: expected steps from 0 to ${steps - 1}, found ${beyond.step}; number them from 0 in the article's order`,
  );
}

function byId<Record extends { readonly id: string }>(records: readonly Record[], what: string): Map<string, Record> {
  const found = new Map<string, Record>();
  for (const record of records) {
    if (found.has(record.id)) throw new CommandError(`expected each ${what} once, found ${record.id} again; give it in one place alone`);
    found.set(record.id, record);
  }
  return found;
}

function missing(where: string, what: string, id: string, known: ReadonlyMap<string, unknown>): CommandError {
  const [first = "none"] = known.keys();
  return new CommandError(
    `${where}: expected the id of a ${what} that is given, found ${id}; the first of ${known.size} is ${first} (a line is video,procedure)`,
  );
}
