import type { Problem } from "@stepladder/schema";
import { type RecognisedFile, recognise } from "@stepladder/wasm/host/recognise.ts";
import type { AnyTrack } from "@stepladder/wasm/host/track.ts";
import { excerpt } from "@stepladder/wasm/intake/excerpt.ts";
import type { Raw } from "@stepladder/wasm/intake/raw.ts";
import { readSource } from "@stepladder/wasm/intake/read.ts";
import type { Source } from "@stepladder/wasm/intake/source.ts";
import { LANES, type LookedFile, type Looks } from "./messages.ts";

/** Says what the files are, and of each that is not clear, why. Several at once: opening one is waiting, and an official folder has thousands. `chosen` is the person's track, if any. */
export async function look(tracks: readonly AnyTrack[], sources: readonly Source[], chosen?: string): Promise<Looks> {
  const looked = new Array<LookedFile>(sources.length);
  const waiting = sources.entries();
  const lane = async (): Promise<void> => {
    for (const [at, source] of waiting) looked[at] = await lookAt(tracks, source);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  const track = onlyTrack(looked, "prediction") ?? (isNamed(looked, "prediction") ? undefined : onlyTrack(looked, "gold"));
  const expected = layoutsWanted(tracks, track ?? chosen);
  const files = looked.map((file) => (file.problem?.kind === UNKNOWN ? { ...file, problem: { ...file.problem, expected } } : file));
  return { files, ...(track === undefined ? {} : { track }) };
}

async function lookAt(tracks: readonly AnyTrack[], source: Source): Promise<LookedFile> {
  const { files, problems } = await recognise(tracks, [source]);
  const [file] = files as readonly [RecognisedFile];
  const problem = problems[0] ?? (file.role === "unknown" ? unknownLayout(source.name, await firstRecord(source)) : undefined);
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

async function firstRecord(source: Source): Promise<Raw | undefined> {
  for await (const [first] of readSource(source, { problem: () => undefined })) if (first !== undefined) return first;
  return undefined;
}

const UNKNOWN = "unknown-layout";

/** The layouts of a track; where none is clear, where those of all stand. */
function layoutsWanted(tracks: readonly AnyTrack[], id: string | undefined): string {
  const track = tracks.find((one) => one.id === id);
  return track === undefined
    ? `a layout of one of ${tracks.length} benchmarks, as listed under "What it can score" on this page`
    : `predictions for ${track.title}: ${track.formats.map(({ title }) => title).join("; or ")}`;
}

/** What is expected in its place is said once all files were looked at. */
function unknownLayout(name: string, first: Raw | undefined): Problem {
  return {
    kind: UNKNOWN,
    severity: "error",
    file: first?.file ?? name,
    ...(first?.line === undefined ? {} : { line: first.line }),
    expected: "a known layout",
    found: first === undefined ? "no record" : excerpt(typeof first.value === "string" ? first.value : JSON.stringify(first.value)),
    fix: "write one record for each item, with its id and the prediction",
  };
}
