import type { Source } from "../intake/source.ts";
import type { Measurer } from "../metrics/contract.ts";
import { type Gold, type JobOptions, readGold } from "./gold.ts";
import type { MeasuredRows, Part } from "./part.ts";
import { inPlace } from "./place.ts";
import { withHeld } from "./taker.ts";
import type { AnyTrack } from "./track.ts";
import { scoreUnit, WHOLE } from "./units.ts";

/** One record of predictions as the track's formats read it, and where it stood. */
export interface Said {
  /** 0-based; absent where the record names none. */
  readonly sample?: number;
  readonly file: string;
  /** 1-based; absent where the file is one record. */
  readonly line?: number;
  /** Absent where the record could not be read, or holds no answer. */
  readonly prediction?: unknown;
}

/** The records of gold at these places in gold's order, or all of it. */
export async function goldItems(
  track: AnyTrack,
  gold: Pick<Gold, "index">,
  sources: readonly Source[],
  wanted?: ReadonlySet<number>,
  options: JobOptions = {},
): Promise<Map<number, unknown>> {
  const items = new Map<number, unknown>();
  for await (const { item } of readGold(track, sources, [], options)) {
    const at = gold.index.get(track.itemId(item as never));
    if (at !== undefined && !items.has(at) && (wanted?.has(at) ?? true)) items.set(at, item);
  }
  return items;
}

/** What predictions say of the items at these places in gold's order, or of all, read as scoring reads them; those of an item in the order of files and lines. */
export async function saidOf(
  track: AnyTrack,
  gold: Gold,
  sources: readonly Source[],
  wanted?: ReadonlySet<number>,
  options: JobOptions = {},
): Promise<Map<number, Said[]>> {
  // Nothing is measured here, mended predictions least of all.
  const plain = { ...track, diagnoses: [] };
  const recorder = new Recorder((item) => wanted?.has(item) ?? true);
  const parts: Part[] = [];
  const heard = new Map<MeasuredRows, readonly unknown[]>();
  for (const source of sources) {
    const part = await scoreUnit(plain, gold, source, WHOLE, recorder, options);
    heard.set(part.measured, recorder.taken());
    parts.push(part);
  }
  const all = withHeld(plain, gold, inPlace(parts), recorder);
  const joined = all.at(-1);
  if (joined !== undefined && !heard.has(joined.measured)) heard.set(joined.measured, recorder.taken());
  const said = new Map<number, Said[]>();
  for (const { measured, names } of all) {
    for (const [row, prediction] of (heard.get(measured) as readonly unknown[]).entries()) {
      const item = measured.item[row] as number;
      if (wanted?.has(item) === false) continue;
      const [sample, line] = [measured.sample[row] as number, measured.line[row] as number];
      const own = said.get(item) ?? [];
      said.set(item, own);
      own.push({
        ...(sample < 0 ? {} : { sample }),
        file: names[measured.file[row] as number] as string,
        ...(line === 0 ? {} : { line }),
        ...(measured.readable[row] === 1 ? { prediction } : {}),
      });
    }
  }
  return said;
}

/** Keeps predictions in place of measuring them; those of items that nobody asks for leave an empty place. */
class Recorder implements Measurer<unknown> {
  readonly #wants: (item: number) => boolean;
  #predictions: unknown[] = [];

  constructor(wants: (item: number) => boolean) {
    this.#wants = wants;
  }

  /** Nothing ever waits. */
  readonly queued = 0;

  add(item: number, prediction: unknown): void {
    this.#predictions.push(this.#wants(item) ? prediction : undefined);
  }

  flush(): Float64Array<ArrayBuffer> {
    return new Float64Array(0);
  }

  /** What was added since this was last asked for, in order. */
  taken(): readonly unknown[] {
    const taken = this.#predictions;
    this.#predictions = [];
    return taken;
  }
}
