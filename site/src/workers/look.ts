import type { Problem } from "@stepladder/schema";
import { formatOf } from "@stepladder/wasm/host/gold.ts";
import { type RecognisedFile, recognise } from "@stepladder/wasm/host/recognise.ts";
import type { AnyTrack, Format } from "@stepladder/wasm/host/track.ts";
import { excerpt } from "@stepladder/wasm/intake/excerpt.ts";
import { FileProblem, type Raw, RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { readSource } from "@stepladder/wasm/intake/read.ts";
import type { Source } from "@stepladder/wasm/intake/source.ts";
import { LANES, type LookedFile, type Looks } from "./messages.ts";

/** Records looked at for a reason: as many as tell what a file is. */
const LOOK = 20;

/** Says what the files are, and of each that is not clear, why. Several at once: opening one is waiting, and an official folder has thousands. */
export async function look(tracks: readonly AnyTrack[], sources: readonly Source[]): Promise<Looks> {
  const files = new Array<LookedFile>(sources.length);
  const waiting = sources.entries();
  const lane = async (): Promise<void> => {
    for (const [at, source] of waiting) files[at] = await lookAt(tracks, source);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  const track = onlyTrack(files, "prediction") ?? (isNamed(files, "prediction") ? undefined : onlyTrack(files, "gold"));
  return { files, ...(track === undefined ? {} : { track }) };
}

async function lookAt(tracks: readonly AnyTrack[], source: Source): Promise<LookedFile> {
  const { files, problems } = await recognise(tracks, [source]);
  const [file] = files as readonly [RecognisedFile];
  const clear = file.role !== "unknown" && file.track !== undefined;
  const problem = problems[0] ?? (clear ? undefined : await reasonOf(tracks, source));
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

/** Why a file could not be recognised; none where its records are readable and only their ids are of no track. */
async function reasonOf(tracks: readonly AnyTrack[], source: Source): Promise<Problem | undefined> {
  const { records, problem } = await firstRecords(source);
  const [first] = records;
  if (first === undefined) return problem ?? noRecords(source.name);
  const formats = tracks.flatMap((track) =>
    [formatOf<unknown>(track.goldFormats, first), formatOf<unknown>(track.formats, first)].filter((format) => format !== undefined),
  );
  if (formats.length === 0) return unknownLayout(tracks, first);
  const refusals = formats.map((format) => refusalOf(format, records));
  return refusals.every((refusal) => refusal !== undefined) ? refusals[0] : undefined;
}

async function firstRecords(source: Source): Promise<{ records: Raw[]; problem: Problem | undefined }> {
  const records: Raw[] = [];
  let problem: Problem | undefined;
  const note = (met: Problem): void => {
    problem ??= met;
  };
  try {
    for await (const batch of readSource(source, { problem: note })) {
      records.push(...batch.slice(0, LOOK - records.length));
      if (records.length >= LOOK) break;
    }
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    note(error.problem);
  }
  return { records, problem };
}

/** What a layout says of the first record, where it can read none of them. */
function refusalOf(format: Format<unknown>, records: readonly Raw[]): Problem | undefined {
  let refusal: Problem | undefined;
  for (const raw of records) {
    try {
      format.read(raw);
      return undefined;
    } catch (error) {
      if (!(error instanceof RecordProblem)) throw error;
      refusal ??= { ...error.problem, ...placeOf(raw) };
    }
  }
  return refusal;
}

function unknownLayout(tracks: readonly AnyTrack[], first: Raw): Problem {
  const titles = new Set(tracks.flatMap(({ formats }) => formats.map(({ title }) => title)));
  return {
    kind: "unknown-layout",
    severity: "error",
    ...placeOf(first),
    expected: `predictions in one of these layouts: ${[...titles].join("; ")}`,
    found: excerpt(typeof first.value === "string" ? first.value : JSON.stringify(first.value)),
    fix: "write one record for each item, with its id and the prediction",
  };
}

function noRecords(file: string): Problem {
  return { kind: "no-records", severity: "error", file, expected: "records", found: "none", fix: "check how the file was written" };
}

function placeOf({ file, line }: Raw): Pick<Problem, "file" | "line"> {
  return line === undefined ? { file } : { file, line };
}
