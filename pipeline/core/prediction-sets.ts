import { formatOf } from "@stepladder/wasm/host/gold.ts";
import { recognise } from "@stepladder/wasm/host/recognise.ts";
import type { AnyTrack, Gathering, KnownItems, PredictionRecord } from "@stepladder/wasm/host/track.ts";
import { FileProblem, type Raw, RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { readSource } from "@stepladder/wasm/intake/read.ts";
import type { Source } from "@stepladder/wasm/intake/source.ts";

/** Predictions that lie beside gold. */
export interface PredictionSets {
  /** Those that can be rewritten, by system: as their layout tells it, else each file by its own name. */
  readonly sets: ReadonlyMap<string, readonly Source[]>;
  /** Files that are read against gold, or together with others: they are scored as they lie. */
  readonly asTheyLie: readonly string[];
}

/** The track's predictions among the sources. */
export async function predictionSets(track: AnyTrack, sources: readonly Source[], signal: AbortSignal): Promise<PredictionSets> {
  const sets = new Map<string, Source[]>();
  const asTheyLie: string[] = [];
  for (const source of sources) {
    const [file] = (await recognise([track], [source], signal)).files;
    if (file?.role !== "prediction" || file.track !== track.id) continue;
    const format = track.formats.find(({ id }) => id === file.format);
    if (format?.readAll !== undefined || format?.gathersFiles) {
      asTheyLie.push(source.name);
      continue;
    }
    const system = (format?.system?.(source.name) ?? baseName(source.name)).replace(/[^\w.-]/g, "_");
    sets.set(system, [...(sets.get(system) ?? []), source]);
  }
  return { sets, asTheyLie };
}

/** `golden/pred_noisy.jsonl.gz` is `pred_noisy`. */
function baseName(name: string): string {
  return name.replace(/^.*\//, "").replace(/(?:\.[a-z]+)+$/i, "");
}

/** Predictions are rewritten as they are: whether they fit an item is told where they are scored. */
const NO_ITEMS: KnownItems<unknown> = { ids: [], contexts: [] };

/**
 * Predictions in Stepladder's own layout, one per line; of records of a file that stand in for each other, the one that scoring
 * would take, and those gathered of a file, after all others. Throws FileProblem at the first that cannot be read.
 */
export async function* predictionLines(track: AnyTrack, sources: readonly Source[], signal: AbortSignal): AsyncGenerator<string> {
  const newest = new Map<string, { readonly revision: number; readonly line: string }>();
  const gatherings = new Map<string, Gathering<PredictionRecord<unknown>>>();
  const formats = new Map<string, AnyTrack["formats"][number] | undefined>();
  for (const source of sources) {
    for await (const batch of readSource(source, { problem: refuse, signal })) {
      for (const raw of batch) {
        // As in scoring, the first record of a file tells the layout of all.
        if (!formats.has(raw.file)) formats.set(raw.file, formatOf(track.formats, raw));
        const format = formats.get(raw.file);
        if (format?.gather !== undefined) {
          const gathering = gatherings.get(raw.file) ?? format.gather(NO_ITEMS);
          gatherings.set(raw.file, gathering);
          placed(raw, () => gathering.add(raw));
          continue;
        }
        const record = placed(raw, () => format?.read(raw));
        if (record === undefined) continue;
        const { id, sample, revision } = record;
        const key = `${raw.file}\n${sample ?? 0} ${id}`;
        if (revision === undefined) yield lineOf(record);
        else if (!((newest.get(key)?.revision ?? Number.NEGATIVE_INFINITY) > revision)) newest.set(key, { revision, line: lineOf(record) });
      }
    }
  }
  for (const { line } of newest.values()) yield line;
  for (const [file, gathering] of gatherings) {
    for (const record of placed({ file }, () => [...gathering.items()])) yield lineOf(record);
  }
}

function lineOf({ id, sample, prediction }: PredictionRecord<unknown>): string {
  // Text without an answer stays text without one: it is unreadable for the score, not empty.
  const answer = prediction === undefined ? { output: "" } : { prediction };
  return `${JSON.stringify({ id, ...(sample === undefined ? {} : { sample }), ...answer })}\n`;
}

/** What the step gives; that a record is at fault is told with its place. */
function placed<Given>({ file, line }: Pick<Raw, "file" | "line">, step: () => Given): Given {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof RecordProblem)) throw error;
    throw new FileProblem({ ...error.problem, file, ...(line === undefined ? {} : { line }) }, { cause: error });
  }
}

function refuse(problem: FileProblem["problem"]): never {
  throw new FileProblem(problem);
}
