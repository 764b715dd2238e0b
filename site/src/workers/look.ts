import { type RecognisedFile, recognise, UNKNOWN_LAYOUT } from "@stepladder/wasm/host/recognise.ts";
import type { AnyTrack } from "@stepladder/wasm/host/track.ts";
import type { Source } from "@stepladder/wasm/intake/source.ts";
import { holdsOf } from "./holds.ts";
import { LANES, type LookedFile, type Looks } from "./messages.ts";

/** Says what the files are, and of each that is not clear, why. Several at once: opening one is waiting, and an official folder has thousands. `chosen` is the person's track, if any. */
export async function look(tracks: readonly AnyTrack[], sources: readonly Source[], chosen?: string): Promise<Looks> {
  const looked = await inLanes(sources, (source) => lookAt(tracks, source));
  const track = onlyTrack(looked, "prediction") ?? (isNamed(looked, "prediction") ? undefined : onlyTrack(looked, "gold"));
  const expected = layoutsWanted(tracks, track ?? chosen);
  const files = looked.map((file) => (file.problem?.kind === UNKNOWN_LAYOUT ? { ...file, problem: { ...file.problem, expected } } : file));
  const told = await withHolds(tracks, sources, files);
  return { files: told, ...(track === undefined ? {} : { track }) };
}

/** Several at once, in their order: opening a file is mostly waiting. */
async function inLanes<T>(sources: readonly Source[], step: (source: Source, at: number) => Promise<T>): Promise<T[]> {
  const done = new Array<T>(sources.length);
  const waiting = sources.entries();
  const lane = async (): Promise<void> => {
    for (const [at, source] of waiting) done[at] = await step(source, at);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return done;
}

/** Of several files of predictions, whose they are or what they speak of. */
async function withHolds(tracks: readonly AnyTrack[], sources: readonly Source[], files: readonly LookedFile[]): Promise<LookedFile[]> {
  const isPrediction = ({ role, track }: LookedFile): boolean => role === "prediction" && track !== undefined;
  if (files.filter(isPrediction).length < 2) return [...files];
  return inLanes(sources, async (source, at) => {
    const file = files[at] as LookedFile;
    const track = isPrediction(file) ? tracks.find(({ id }) => id === file.track) : undefined;
    if (track === undefined) return file;
    const system = track.formats.find(({ id }) => id === file.format)?.system?.(source.name);
    return system === undefined ? { ...file, holds: await holdsOf(track, source) } : { ...file, system };
  });
}

async function lookAt(tracks: readonly AnyTrack[], source: Source): Promise<LookedFile> {
  const { files, problems } = await recognise(tracks, [source]);
  const [file] = files as readonly [RecognisedFile];
  const [problem] = problems;
  return { ...file, ...(problem === undefined ? {} : { problem }) };
}

/** The one track that the files of a role are for; predictions go before gold, which decides only where they name none. */
function onlyTrack(files: readonly LookedFile[], role: RecognisedFile["role"]): string | undefined {
  const named = new Set(files.flatMap((file) => (file.role === role && file.track !== undefined ? [file.track] : [])));
  return named.size === 1 ? [...named][0] : undefined;
}

function isNamed(files: readonly LookedFile[], role: RecognisedFile["role"]): boolean {
  return files.some((file) => file.role === role && file.track !== undefined);
}

/** The layouts of a track; where none is clear, where those of all stand. */
function layoutsWanted(tracks: readonly AnyTrack[], id: string | undefined): string {
  const track = tracks.find((one) => one.id === id);
  return track === undefined
    ? `a layout of one of ${tracks.length} benchmarks, as listed under "What it can score" on the page "Score a file"`
    : `predictions for ${track.title}: ${track.formats.map(({ title }) => title).join("; or ")}`;
}
