import type { Problem } from "@stepladder/schema";
import { envelopeOf } from "../intake/envelopes/index.ts";
import { excerpt } from "../intake/excerpt.ts";
import { cutLines, hashSource, readLines } from "../intake/ranges.ts";
import { FileProblem, type Raw, type Reading, RecordProblem } from "../intake/raw.ts";
import { readSource } from "../intake/read.ts";
import type { ByteRange, Source } from "../intake/source.ts";
import type { Measurer } from "../metrics/contract.ts";
import { formatOf, type Gold, type JobOptions } from "./gold.ts";
import { NearNames } from "./near.ts";
import type { Part } from "./part.ts";
import { Taker } from "./taker.ts";
import type { AnyTrack, PredictionFormat as FormatOf } from "./track.ts";

type PredictionFormat = FormatOf<unknown, unknown>;

/** What is done in one go with a given file (a zip is one): all of it; or one range of its lines; or, beside those, its hash. */
export type Unit =
  | { readonly kind: "whole"; readonly order: 0 }
  | { readonly kind: "lines"; readonly order: number; readonly range: ByteRange; readonly format: string }
  | { readonly kind: "hash"; readonly order: number };

/** The unit of a file that is not cut. */
export const WHOLE: Unit = { kind: "whole", order: 0 };

/** Cuts a large file of lines, the hash first as it takes longest; `size` in bytes. Whatever is in doubt is one unit, which tells what is wrong. */
export async function unitsOf(track: AnyTrack, source: Source, size?: number): Promise<readonly Unit[]> {
  try {
    const ranges = await cutLines(source, size);
    const format = ranges[0] === undefined ? undefined : await formatIn(track, source, ranges[0]);
    // What is gathered needs all of its file.
    if (format === undefined || format.gather !== undefined) return [WHOLE];
    return [
      { kind: "hash", order: ranges.length },
      ...ranges.map((range, order): Unit => ({ kind: "lines", order, range, format: format.id })),
    ];
  } catch (error) {
    if (error instanceof FileProblem) return [WHOLE];
    throw error;
  }
}

/** The format that a file's first record decides; none where the range holds no record, or one in an envelope, which needs all of its file. */
async function formatIn(track: AnyTrack, source: Source, range: ByteRange): Promise<PredictionFormat | undefined> {
  for await (const [first] of readLines(source, range, { problem: () => undefined })) {
    return envelopeOf(first?.value) === undefined ? predictionFormat(track, first as Raw) : undefined;
  }
  return undefined;
}

/** Reads, checks, encodes and measures one unit. A file that is unusable is told in the part. */
export async function scoreUnit(
  track: AnyTrack,
  gold: Gold,
  source: Source,
  unit: Unit,
  measurer: Measurer<unknown>,
  options: JobOptions = {},
): Promise<Part> {
  const taker = new Taker(track, gold, measurer);
  const size = unit.kind === "lines" ? unit.range.end - unit.range.start : source.size;
  const reading: Reading = {
    problem: (problem) => taker.problems.add(problem),
    file: ({ name, sha256 }) => void taker.files.push({ name, sha256 }),
    lines: (count) => {
      taker.lines += count;
    },
    progress: (_, consumed) =>
      options.onProgress?.({ stage: "predictions", file: source.name, order: unit.order, consumed, size, records: taker.records }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  };
  try {
    if (unit.kind === "hash") taker.files.push(await hashSource(source, options.signal));
    else if (unit.kind === "lines") await takeLines(track, source, unit, taker, reading);
    else await takeWhole(track, source, taker, reading);
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    return taker.part(source.name, unit.order, error.problem);
  }
  return taker.part(source.name, unit.order);
}

async function takeLines(track: AnyTrack, source: Source, unit: Unit & { kind: "lines" }, taker: Taker, reading: Reading): Promise<void> {
  const format = track.formats.find(({ id }) => id === unit.format) as PredictionFormat;
  for await (const batch of readLines(source, unit.range, reading)) for (const raw of batch) taker.take(raw, format);
}

async function takeWhole(track: AnyTrack, source: Source, taker: Taker, reading: Reading): Promise<void> {
  const formats = new Map<string, PredictionFormat | undefined>();
  const columns = new Map<string, readonly string[]>();
  try {
    for await (const batch of readSource(source, { ...reading, columns: (file, names) => void columns.set(file, names) })) {
      for (const raw of batch) {
        if (!formats.has(raw.file)) {
          const format = predictionFormat(track, raw);
          const names = columns.get(raw.file);
          const lacking = names && lackingColumn(track, format, raw, names);
          if (names !== undefined && lacking !== undefined) reading.problem(foreignColumns(track, raw.file, names, lacking));
          formats.set(raw.file, lacking === undefined ? format : undefined);
        }
        const format = formats.get(raw.file);
        if (format !== undefined) taker.take(raw, format);
      }
    }
  } catch (error) {
    // Where the name tells the item, an empty file is one unreadable answer and does not spoil a folder of them.
    const raw = { value: undefined, file: source.name };
    const isEmpty = error instanceof FileProblem && error.problem.kind === "empty";
    const format = isEmpty ? formatOf<PredictionFormat>(track.formats, raw) : undefined;
    if (format === undefined) throw error;
    taker.take(raw, format);
  }
}

/** Where a table is of no layout of the track, the column that its first row lacks, so that no row can be read. */
function lackingColumn(track: AnyTrack, format: PredictionFormat, first: Raw, columns: readonly string[]): string | undefined {
  if (formatOf(track.formats, first) !== undefined) return undefined;
  try {
    format.read(first);
    return undefined;
  } catch (error) {
    if (!(error instanceof RecordProblem)) throw error;
    const { kind, field } = error.problem;
    return kind === "no-id" && field !== undefined && !columns.includes(field) ? field : undefined;
  }
}

function foreignColumns(track: AnyTrack, file: string, columns: readonly string[], lacking: string): Problem {
  const near = new NearNames(columns).of(lacking);
  return {
    kind: "unknown-layout",
    severity: "error",
    file,
    expected: `columns of a layout of ${track.title}: ${track.formats.map(({ title }) => title).join("; or ")}`,
    found: `the columns ${excerpt(columns.join(", "))}`,
    fix:
      near === undefined
        ? "name the columns in the first row, as one of these layouts asks for"
        : `rename the column \`${near}\` to \`${lacking}\``,
  };
}

/** The format of a file of predictions; the last one where its first record is of no known form. Throws FileProblem where it is gold. */
function predictionFormat(track: AnyTrack, first: Raw): PredictionFormat {
  const format = formatOf<PredictionFormat>(track.formats, first);
  if (format !== undefined) return format;
  if (formatOf(track.goldFormats, first) === undefined) return track.formats.at(-1) as PredictionFormat;
  throw new FileProblem({
    kind: "gold-given",
    file: first.file,
    expected: `predictions for ${track.title}`,
    found: "its gold",
    fix: "give the gold as gold and the predictions of a system as predictions",
  });
}
