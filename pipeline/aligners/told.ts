import { join } from "node:path";
import type { Procedure } from "@stepladder/schema";
import { LEAST, pairsOfSteps, rightOf } from "@stepladder/wasm/host/overlap.ts";
import { counted } from "@stepladder/wasm/lib/counted.ts";
import type { AligningReport } from "./run.ts";
import type { AlignedVideo, Piece } from "./video.ts";

/** How many videos a warning names. */
const NAMED = 3;

/** What is told of a run beside what report.json counts. */
export interface Findings {
  /** How many steps were found in each video, by the order of videos. */
  readonly found: readonly { readonly id: string; readonly steps: number }[];
  /** Segments of videos with gold: those of gold, those found, and found ones that are right; absent without gold. */
  readonly marked?: { readonly gold: number; readonly found: number; readonly right: number } | undefined;
}

/** Adds a video to what was found. */
export function withVideo({ found, marked }: Findings, { id, segments, gold }: AlignedVideo["video"]): Findings {
  const more = [...found, { id, steps: new Set(segments.map(({ step }) => step)).size }];
  if (gold === undefined) return { found: more, marked };
  const { gold: before = 0, found: all = 0, right = 0 } = marked ?? {};
  return {
    found: more,
    marked: { gold: before + gold.length, found: all + segments.length, right: right + rightOf(pairsOfSteps(gold, segments)) },
  };
}

/** A run in sentences, a line each. */
export function sentencesOf(out: string, report: AligningReport, { found, marked }: Findings): string {
  const { videos, steps, grounded, segments, leftOut } = report;
  const byCount = [...Map.groupBy(found, (video) => video.steps)].sort(([a], [b]) => a - b);
  const lines = [
    `${join(out, "grounded.jsonl")}: ${counted(videos, "video")}, ${grounded} of ${counted(steps, "step")} in ${counted(segments, "segment")}; ${counted(leftOut, "more was", "more were")} not sure enough`,
    `steps found in a video: ${byCount.map(([count, { length }]) => `${count} in ${counted(length, "video")}`).join(", ")}`,
  ];
  if (marked !== undefined) lines.push(againstGold(marked));
  return `${lines.join("\n")}\n`;
}

function againstGold({ gold, found, right }: NonNullable<Findings["marked"]>): string {
  const percent = (part: number, whole: number): string => (whole === 0 ? "none" : ((100 * part) / whole).toFixed(1));
  return `against gold, at tIoU ${LEAST}: recall ${percent(right, gold)}, F1 ${percent(2 * right, gold + found)} (${right} of ${counted(gold, "segment")})`;
}

/** Videos that are told in another language than their article is written in, where both are known; nothing where there are none. */
export function languageWarning(pieces: readonly Piece[], procedures: readonly Procedure[]): string | undefined {
  const langs = new Map(procedures.map(({ id, lang }) => [id, baseOf(lang)]));
  const others = pieces.flatMap(({ narration, procedure }) => {
    const [said, written = "und"] = [baseOf(narration.lang), langs.get(procedure.id)];
    return said === written || said === "und" || written === "und" ? [] : [`${narration.id} (${said}, its article ${written})`];
  });
  return others.length === 0 ? undefined : `${others.length} of ${counted(pieces.length, "video")} in another language: ${named(others)}`;
}

/** Videos in which no step was found; nothing where there are none. */
export function nothingFoundWarning({ found }: Findings): string | undefined {
  const without = found.filter(({ steps }) => steps === 0).map(({ id }) => id);
  return without.length === 0
    ? undefined
    : `no step was found in ${without.length} of ${counted(found.length, "video")}: ${named(without)}`;
}

function named(all: readonly string[]): string {
  return `${all.slice(0, NAMED).join(", ")}${all.length > NAMED ? ` and ${all.length - NAMED} more` : ""}`;
}

function baseOf(lang: string): string {
  return lang.toLowerCase().split("-")[0] as string;
}
