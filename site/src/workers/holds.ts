import { formatOf } from "@stepladder/wasm/host/gold.ts";
import type { AnyTrack, Gathering, KnownItems, PredictionRecord } from "@stepladder/wasm/host/track.ts";
import { FileProblem, type Raw, RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { readSource } from "@stepladder/wasm/intake/read.ts";
import type { Source } from "@stepladder/wasm/intake/source.ts";

/** Which items a file of predictions speaks of: what tells files of one system from files of several. */
export interface Holds {
  /** Item and sample of each record that was looked at, as one text; none where only gold tells them. */
  readonly keys: readonly string[];
  /** Whether all records were looked at. */
  readonly whole: boolean;
}

/** Records looked at per file: all of most benchmarks. */
const LOOK = 5_000;

/** What a record says is told without gold, or not at all. */
const NO_ITEMS: KnownItems<unknown> = { ids: [], contexts: [] };

type AnyFormat = AnyTrack["formats"][number];

/** Looks at the records of a file of a track. A file or a record that cannot be read tells nothing here: scoring says what is wrong. */
export async function holdsOf(track: AnyTrack, source: Source): Promise<Holds> {
  const formats = new Map<string, AnyFormat | undefined>();
  const gatherings = new Map<string, Gathering<PredictionRecord<unknown>>>();
  const keys = new Set<string>();
  const add = ({ id, sample }: PredictionRecord<unknown>): void => void keys.add(`${sample ?? 0} ${id}`);
  let records = 0;
  try {
    for await (const batch of readSource(source, { problem: () => undefined })) {
      for (const raw of batch) {
        if (records++ >= LOOK) return { keys: [...keys], whole: false };
        if (!formats.has(raw.file)) formats.set(raw.file, formatOf<AnyFormat>(track.formats, raw));
        const format = formats.get(raw.file);
        if (format === undefined || format.readAll !== undefined || format.gathersFiles) continue;
        silently(() => {
          if (format.gather !== undefined) return gathered(gatherings, raw, format.gather).add(raw);
          const record = format.read(raw);
          if (record !== undefined) add(record);
        });
      }
    }
    for (const gathering of gatherings.values())
      silently(() => {
        for (const record of gathering.items()) add(record);
      });
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
  }
  return { keys: [...keys], whole: true };
}

function gathered(
  all: Map<string, Gathering<PredictionRecord<unknown>>>,
  { file }: Raw,
  gather: NonNullable<AnyFormat["gather"]>,
): Gathering<PredictionRecord<unknown>> {
  const known = all.get(file) ?? gather(NO_ITEMS);
  all.set(file, known);
  return known;
}

function silently(step: () => void): void {
  try {
    step();
  } catch (error) {
    if (!(error instanceof RecordProblem)) throw error;
  }
}
