import { recognise } from "@stepladder/wasm/host/recognise.ts";
import type { AnyTrack } from "@stepladder/wasm/host/track.ts";
import { FileProblem } from "@stepladder/wasm/intake/raw.ts";
import { readSource } from "@stepladder/wasm/intake/read.ts";
import type { Source } from "@stepladder/wasm/intake/source.ts";

/** The predictions of one system among imported files. */
export interface PredictionSet {
  readonly system: string;
  readonly records: number;
  /** Records in Stepladder's own layout, one per line. */
  lines(): AsyncGenerator<string>;
}

/** The track's predictions among the sources, by system: the folder above the examples, or the file's own name. */
export async function predictionSets(track: AnyTrack, sources: readonly Source[], signal: AbortSignal): Promise<PredictionSet[]> {
  const bySystem = new Map<string, Source[]>();
  for (const source of sources) {
    const [file] = (await recognise([track], [source], signal)).files;
    if (file?.role !== "prediction" || file.track !== track.id) continue;
    const system = systemOf(source.name);
    bySystem.set(system, [...(bySystem.get(system) ?? []), source]);
  }
  const sets: PredictionSet[] = [];
  for (const [system, own] of bySystem) {
    let records = 0;
    for await (const _ of recordsOf(track, own, signal)) records++;
    sets.push({
      system,
      records,
      async *lines() {
        for await (const record of recordsOf(track, own, signal)) yield `${JSON.stringify(record)}\n`;
      },
    });
  }
  return sets;
}

/** `preds_json/gpt-4o/task01/0000.json` is of `gpt-4o`; `golden/pred_noisy.jsonl.gz` of `pred_noisy`. */
function systemOf(name: string): string {
  const example = /([^/]+)\/task\d{2}\/\d{4}\.(?:json|txt)$/.exec(name);
  return (example?.[1] ?? name.replace(/^.*\//, "").replace(/(?:\.[a-z]+)+$/i, "")).replace(/[^\w.-]/g, "_");
}

async function* recordsOf(track: AnyTrack, sources: readonly Source[], signal: AbortSignal): AsyncGenerator<object> {
  for (const source of sources) {
    for await (const batch of readSource(source, { problem: refuse, signal })) {
      for (const raw of batch) {
        const record = track.formats.find((format) => format.accepts(raw))?.read(raw);
        if (record === undefined) continue;
        const { id, sample, prediction } = record;
        // Text without an answer stays text without one: it is unreadable for the score, not empty.
        yield { id, ...(sample === undefined ? {} : { sample }), ...(prediction === undefined ? { output: "" } : { prediction }) };
      }
    }
  }
}

function refuse(problem: FileProblem["problem"]): never {
  throw new FileProblem(problem);
}
