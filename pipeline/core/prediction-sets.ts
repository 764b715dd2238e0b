import { recognise } from "@stepladder/wasm/host/recognise.ts";
import type { AnyTrack, PredictionRecord } from "@stepladder/wasm/host/track.ts";
import { FileProblem, type Raw, RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { readSource } from "@stepladder/wasm/intake/read.ts";
import type { Source } from "@stepladder/wasm/intake/source.ts";

/** The track's predictions among the sources, by system: as their layout tells it, else each file by its own name. */
export async function predictionSets(track: AnyTrack, sources: readonly Source[], signal: AbortSignal): Promise<Map<string, Source[]>> {
  const sets = new Map<string, Source[]>();
  for (const source of sources) {
    const [file] = (await recognise([track], [source], signal)).files;
    if (file?.role !== "prediction" || file.track !== track.id) continue;
    const format = track.formats.find(({ id }) => id === file.format);
    // Such a file is read against gold: it is scored as it lies.
    if (format?.readAll !== undefined) continue;
    const system = (format?.system?.(source.name) ?? baseName(source.name)).replace(/[^\w.-]/g, "_");
    sets.set(system, [...(sets.get(system) ?? []), source]);
  }
  return sets;
}

/** `golden/pred_noisy.jsonl.gz` is `pred_noisy`. */
function baseName(name: string): string {
  return name.replace(/^.*\//, "").replace(/(?:\.[a-z]+)+$/i, "");
}

/**
 * Predictions in Stepladder's own layout, one per line; of records of a file that stand in for each other, the one that scoring
 * would take, after all others. Throws FileProblem at the first that cannot be read.
 */
export async function* predictionLines(track: AnyTrack, sources: readonly Source[], signal: AbortSignal): AsyncGenerator<string> {
  const newest = new Map<string, { readonly revision: number; readonly line: string }>();
  for (const source of sources) {
    for await (const batch of readSource(source, { problem: refuse, signal })) {
      for (const raw of batch) {
        const record = readRecord(track, raw);
        if (record === undefined) continue;
        const { id, sample, revision } = record;
        const key = `${raw.file}\n${sample ?? 0} ${id}`;
        if (revision === undefined) yield lineOf(record);
        else if (!((newest.get(key)?.revision ?? Number.NEGATIVE_INFINITY) > revision)) newest.set(key, { revision, line: lineOf(record) });
      }
    }
  }
  for (const { line } of newest.values()) yield line;
}

function lineOf({ id, sample, prediction }: PredictionRecord<unknown>): string {
  // Text without an answer stays text without one: it is unreadable for the score, not empty.
  const answer = prediction === undefined ? { output: "" } : { prediction };
  return `${JSON.stringify({ id, ...(sample === undefined ? {} : { sample }), ...answer })}\n`;
}

function readRecord(track: AnyTrack, raw: Raw): PredictionRecord<unknown> | undefined {
  try {
    return track.formats.find((format) => format.accepts(raw))?.read(raw);
  } catch (error) {
    if (!(error instanceof RecordProblem)) throw error;
    throw new FileProblem({ ...error.problem, file: raw.file, ...(raw.line === undefined ? {} : { line: raw.line }) }, { cause: error });
  }
}

function refuse(problem: FileProblem["problem"]): never {
  throw new FileProblem(problem);
}
