import { existsSync } from "node:fs";
import type { Scorecard } from "@stepladder/schema";
import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { describe } from "@stepladder/wasm/host/problems.ts";
import { OWN_RECORDS, type RecognisedFile, type Recognition, recognise, UNKNOWN_LAYOUT } from "@stepladder/wasm/host/recognise.ts";
import { scoreTrack } from "@stepladder/wasm/host/score.ts";
import type { AnyTrack } from "@stepladder/wasm/host/track.ts";
import { excerpt } from "@stepladder/wasm/intake/excerpt.ts";
import { openSources } from "@stepladder/wasm/intake/node.ts";
import type { Source } from "@stepladder/wasm/intake/source.ts";
import { CommandError } from "./errors.ts";
import { progressLine } from "./progress.ts";
import { loadTrack, loadTracks, trackPath } from "./tracks.ts";

/** Predictions and gold of one run, opened, and the track they are for. */
export interface Submission {
  readonly track: AnyTrack;
  readonly predictions: readonly Source[];
  readonly gold: readonly Source[];
}

/** Opens what the person gave. A track of `auto` is told from the files. Throws CommandError where that is not clear. */
export async function openSubmission(
  trackId: string,
  files: readonly string[],
  gold: string | undefined,
  signal: AbortSignal,
): Promise<Submission> {
  const predictions = await openSources(files);
  const track = trackId === "auto" ? await recogniseTrack(predictions, signal) : await namedTrack(trackId, predictions, signal);
  return { track, predictions, gold: await openGold(track, gold) };
}

async function recogniseTrack(predictions: readonly Source[], signal: AbortSignal): Promise<AnyTrack> {
  const tracks = await loadTracks();
  const recognition = await recognise(tracks, predictions, signal);
  if (recognition.track !== undefined) return loadTrack(recognition.track);
  throw new CommandError(noTrack(recognition, tracks.length).join("\n"));
}

/** Why no track can be told from the files: what is wrong with each, and of those that are sound what they are. */
function noTrack({ files, problems }: Recognition, tracks: number): string[] {
  const faulty = new Set(problems.map(({ file }) => file));
  const sound = files.filter(({ name, role }) => role !== "unknown" && !faulty.has(name));
  const unknown = problems.filter(({ kind }) => kind === UNKNOWN_LAYOUT);
  const [first] = unknown;
  const told = problems.filter((problem) => unknown.length < 2 || problem.kind !== UNKNOWN_LAYOUT).map(describe);
  if (first !== undefined && unknown.length > 1)
    told.push(`${unknown.length} files such as ${first.file}: of no layout of the ${tracks} benchmarks`);
  if (first !== undefined) told.push('"stepladder tracks" lists the benchmarks; name the track instead of auto, and its layouts are told');
  if (sound.length === 0) return told;
  return [
    "track auto: expected files that are all for one track, found",
    ...[...sound.map(soundFile), ...told].map((line) => `  ${line}`),
    "name the track instead of auto",
  ];
}

function soundFile({ name, role, track, format, claimedBy, strangeIds }: RecognisedFile): string {
  if (strangeIds !== undefined)
    return `${name}: ids of no benchmark, such as ${strangeIds.map((id) => excerpt(id)).join(" and ")}; write them as its gold has them`;
  const whose = claimedBy && `whose ids may be of ${claimedBy.join(" or ")}`;
  return `${name}: ${[role, track, format, whose].filter(Boolean).join(", ")}`;
}

/** The named track, unless the files are plainly its gold, or another track's: what it reads against gold has no ids that would tell. */
async function namedTrack(trackId: string, predictions: readonly Source[], signal: AbortSignal): Promise<AnyTrack> {
  const track = await loadTrack(trackId);
  const first = predictions.slice(0, 1);
  const { files, problems } = await recognise([track], first, signal);
  const [own] = files;
  const strange = problems.find(({ kind }) => kind === OWN_RECORDS);
  if (strange !== undefined) throw new CommandError(describe(strange));
  const format = own?.role === "prediction" ? track.formats.find(({ id }) => id === own.format) : undefined;
  if (format?.readAll !== undefined || format?.gather !== undefined) return track;
  if (own?.role === "gold" && own.track !== undefined) {
    throw new CommandError(
      `${own.name}: expected predictions for ${trackId}, found its gold; give the gold with --gold and the predictions as files`,
    );
  }
  const [file] = (await recognise(await loadTracks(), first, signal)).files;
  if (file?.track !== undefined && file.track !== trackId) {
    throw new CommandError(
      `${file.name}: expected ${file.role === "gold" ? "predictions" : "records"} for ${trackId}, found ${file.role === "gold" ? "gold" : "predictions"} of ${file.track}; score it with "stepladder score ${file.track} ..."`,
    );
  }
  return track;
}

/** The gold given, or the track's own where it was built or imported. Throws CommandError where there is none. */
export async function openGold(track: AnyTrack, gold: string | undefined): Promise<Source[]> {
  if (gold !== undefined) return openSources([gold]);
  const own = trackPath(track.id, "gold/items.jsonl.gz");
  if (existsSync(own)) return openSources([own]);
  const mend =
    track.goldKind === "generated"
      ? `run "stepladder build ${track.id}"`
      : `run "stepladder import ${track.id} --from <folder>", or give the official files with --gold`;
  throw new CommandError(`gold of ${track.title}: expected data/tracks/${track.id}/gold/items.jsonl.gz, found nothing; ${mend}`);
}

/** The kernels, with a message for a checkout that was not built. */
export async function openKernels(): Promise<Kernels> {
  try {
    return await loadKernels();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new CommandError('kernels: expected wasm/build/kernels.wasm, found nothing; run "npm run build"', { cause: error });
  }
}

/** Scores with progress on stderr. */
export async function scoreSubmission(submission: Submission, signal: AbortSignal, seed?: number): Promise<Scorecard> {
  const progress = progressLine();
  try {
    return await scoreTrack({
      ...submission,
      kernels: await openKernels(),
      ...(seed === undefined ? {} : { seed }),
      signal,
      onProgress: progress.update,
    });
  } finally {
    progress.end();
  }
}
