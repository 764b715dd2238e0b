import type { Problem } from "@stepladder/schema";
import { combinedHash, fileHasher, type HashedFile } from "../intake/hash.ts";
import { FileProblem, type Raw, type ReadFile, RecordProblem } from "../intake/raw.ts";
import { readSource } from "../intake/read.ts";
import type { Source } from "../intake/source.ts";
import type { GoldColumns, Groups } from "../metrics/contract.ts";
import { InputError, ProblemList } from "./problems.ts";
import type { AnyTrack, Format, GatheredFormat, Gathering } from "./track.ts";

/** How far a job has come. `consumed` of `size` are bytes as given (compressed ones, where they are). */
export interface Progress {
  readonly stage: "gold" | "predictions";
  readonly file: string;
  /** Which unit of the file it is. */
  readonly order: number;
  readonly consumed: number;
  readonly size: number;
  readonly records: number;
}

export interface JobOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** One way of cutting the items, as codes into its values. */
export interface SliceColumn {
  readonly id: string;
  readonly values: readonly string[];
  readonly of: Int32Array;
}

/** Gold as scoring holds it: ids, columns and cuts; no records. Items keep the order of the files. */
export interface Gold {
  readonly ids: readonly string[];
  readonly index: ReadonlyMap<string, number>;
  readonly columns: GoldColumns<unknown, unknown>;
  readonly slices: readonly SliceColumn[];
  readonly lengths: Int32Array;
  /** Cluster of each item, numbered from 0 in order of appearance; absent where every item is a draw of its own. */
  readonly clusters?: Int32Array;
  /** What figures are averaged over group by group: the group of each item, in order of appearance. Absent where the track has none. */
  readonly groups?: Groups & { readonly names: readonly string[] };
  readonly contexts: readonly unknown[];
  /** Of the files, and of the items as they are scored. */
  readonly sha256: { readonly gold: string; readonly items: string };
}

/** The format among `formats` that accepts a file's first record. */
export function formatOf<T extends Pick<Format<unknown>, "accepts">>(formats: readonly T[], first: Raw): T | undefined {
  return formats.find((format) => format.accepts(first));
}

/** A gold item with where it stood; a gathered one stood in a file, at no one line. */
interface Read {
  readonly item: unknown;
  readonly raw: Raw;
}

type GoldFormat = Format<unknown> | GatheredFormat<unknown>;

/** Gathered layouts by their id, each with the file that its records began in. */
type Gatherings = Map<string, { readonly gathering: Gathering<unknown>; readonly file: string }>;

/** Reads all gold items of the sources, passing over files that are none. Throws InputError: gold is right as a whole or not used. */
export async function* readGold(
  track: AnyTrack,
  sources: readonly Source[],
  files: HashedFile[],
  options: JobOptions = {},
): AsyncGenerator<Read> {
  for await (const batch of readBatches(track, sources, files, options)) yield* batch;
}

/** In batches: handing items over one by one costs more than reading them. */
async function* readBatches(
  track: AnyTrack,
  sources: readonly Source[],
  files: HashedFile[],
  options: JobOptions,
): AsyncGenerator<readonly Read[]> {
  const problems = new ProblemList();
  const gatherings: Gatherings = new Map();
  // In the order of names, however they were given: the order of items is that of a scorecard.
  for (const source of sources.toSorted((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)))) {
    const formats = new Map<string, GoldFormat | undefined>();
    // A folder of gold may hold anything beside it; a file without a readable record is told by its name alone.
    const ofGold = ({ file = source.name }: Problem): boolean =>
      (sources.length === 1 && file === source.name) ||
      (formats.get(file) ?? formatOf(track.goldFormats, { value: undefined, file })) !== undefined;
    const unreadable: Problem[] = [];
    try {
      yield* readGoldFile(track, source, { formats, gatherings, files, unreadable, problems }, options);
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      const begun = [...formats.values()].some((format) => format !== undefined);
      if (sources.length === 1 || begun || ofGold(error.problem)) problems.add(error.problem);
    }
    for (const problem of unreadable) if (ofGold(problem)) problems.add(problem);
  }
  for (const { gathering, file } of gatherings.values()) yield gathered(track, gathering, { value: undefined, file }, problems);
  const groups = problems.groups();
  if (groups.length > 0) throw new InputError(groups);
}

/** All items of a gathered layout. What is wrong with one of them ends them: what follows may hang on it. */
function gathered(track: AnyTrack, gathering: Gathering<unknown>, raw: Raw, problems: ProblemList): readonly Read[] {
  const items: Read[] = [];
  attempt(
    () => {
      for (const item of gathering.items()) items.push({ item: ownItem(track, item), raw });
    },
    raw,
    problems,
  );
  return items;
}

/** What reading gold fills beside its items. */
interface Found {
  /** Of the source at hand, by file. */
  readonly formats: Map<string, GoldFormat | undefined>;
  readonly gatherings: Gatherings;
  readonly files: HashedFile[];
  readonly unreadable: Problem[];
  readonly problems: ProblemList;
}

async function* readGoldFile(
  track: AnyTrack,
  source: Source,
  { formats, gatherings, files, unreadable, problems }: Found,
  options: JobOptions,
): AsyncGenerator<readonly Read[]> {
  let records = 0;
  const reading = {
    problem: (problem: Problem) => void unreadable.push(problem),
    sharedNames: true,
    file: (read: ReadFile) => void (formats.get(read.file) !== undefined && files.push(read)),
    progress: (_: number, consumed: number) =>
      options.onProgress?.({ stage: "gold", file: source.name, order: 0, consumed, size: source.size, records }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  };
  for await (const batch of readSource(source, reading)) {
    const items: Read[] = [];
    for (const raw of batch) {
      if (!formats.has(raw.file)) formats.set(raw.file, formatOf<GoldFormat>(track.goldFormats, raw));
      const format = formats.get(raw.file);
      if (format === undefined) {
        if (raw.file === source.name) return;
        continue;
      }
      records++;
      if ("gather" in format) {
        attempt(() => gatheringOf(gatherings, format, raw.file).add(raw), raw, problems);
        continue;
      }
      const item = attempt(() => ownItem(track, format.read(raw)), raw, problems);
      if (item !== undefined) items.push({ item, raw });
    }
    yield items;
  }
}

function gatheringOf(gatherings: Gatherings, format: GatheredFormat<unknown>, file: string): Gathering<unknown> {
  const begun = gatherings.get(format.id) ?? { gathering: format.gather(), file };
  gatherings.set(format.id, begun);
  return begun.gathering;
}

/** The item, if its id is the track's: tracks of one family read each other's gold. */
function ownItem(track: AnyTrack, item: unknown): unknown {
  const id = item === undefined ? undefined : track.itemId(item as never);
  if (id === undefined || track.owns(id)) return item;
  throw new RecordProblem({
    kind: "foreign-gold",
    severity: "error",
    id,
    expected: `gold of ${track.title}`,
    found: `an id that is not of this track`,
    fix: "choose the track that this gold is of",
  });
}

/** Runs a reader; a RecordProblem goes to the list with its place, anything else is thrown on. */
export function attempt<T>(read: () => T, { file, line }: Raw, problems: ProblemList): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RecordProblem)) throw error;
    problems.add({ ...error.problem, file, ...(line === undefined ? {} : { line }) });
    return undefined;
  }
}

const utf8 = new TextEncoder();

/** Reads and encodes gold. Throws InputError where it is unusable, doubled or not there. */
export async function loadGold(track: AnyTrack, sources: readonly Source[], options: JobOptions = {}): Promise<Gold> {
  const columns = track.measure.gold();
  const index = new Map<string, number>();
  const contexts: unknown[] = [];
  const clusters = new Numbering();
  const groupsOf = new Numbering();
  const lengths: number[] = [];
  const slices = track.slices.map((slice) => ({ slice, codes: new Map(slice.values?.map((value, i) => [value, i])), of: [] as number[] }));
  const files: HashedFile[] = [];
  const problems = new ProblemList();
  const hash = await fileHasher();
  for await (const { item, raw } of readGold(track, sources, files, options)) {
    const id = track.itemId(item);
    if (index.has(id)) {
      problems.add({ ...doubled(id), file: raw.file, ...(raw.line === undefined ? {} : { line: raw.line }) });
      continue;
    }
    index.set(id, index.size);
    attempt(() => columns.add(item), raw, problems);
    hash.update(utf8.encode(`${JSON.stringify(track.decides?.(item) ?? item)}\n`));
    contexts.push(track.context(item));
    lengths.push(track.length(item));
    clusters.add(track.cluster?.of(item as never) ?? id);
    if (track.group !== undefined) groupsOf.add(track.group.of(item as never));
    for (const { slice, codes, of } of slices) {
      const value = slice.of(item);
      if (!codes.has(value)) codes.set(value, codes.size);
      of.push(codes.get(value) as number);
    }
  }
  if (index.size === 0) problems.add(noGold(track, sources));
  const groups = problems.groups();
  if (groups.length > 0) throw new InputError(groups);
  return {
    ids: [...index.keys()],
    index,
    columns,
    slices: slices.map(({ slice, codes, of }) => ({ id: slice.id, values: [...codes.keys()], of: Int32Array.from(of) })),
    lengths: Int32Array.from(lengths),
    ...(clusters.names.length < index.size ? { clusters: clusters.column() } : {}),
    ...(track.group === undefined ? {} : { groups: { of: groupsOf.column(), count: groupsOf.names.length, names: groupsOf.names } }),
    contexts,
    sha256: { gold: await combinedHash(files), items: hash.digest() },
  };
}

/** Names by number, in order of appearance, and the number of each item's. */
class Numbering {
  readonly #numbers = new Map<string, number>();
  readonly #of: number[] = [];

  add(name: string): void {
    const number = this.#numbers.get(name) ?? this.#numbers.size;
    this.#numbers.set(name, number);
    this.#of.push(number);
  }

  get names(): readonly string[] {
    return [...this.#numbers.keys()];
  }

  column(): Int32Array {
    return Int32Array.from(this.#of);
  }
}

function doubled(id: string): Problem {
  return {
    kind: "doubled-gold",
    severity: "error",
    id,
    expected: "each id once in gold",
    found: "the id again",
    fix: "give one file of gold per item",
  };
}

function noGold(track: AnyTrack, sources: readonly Source[]): Problem {
  return new FileProblem({
    kind: "no-gold",
    ...(sources.length === 1 ? { file: sources[0]?.name as string } : {}),
    expected: `gold of ${track.title}: ${track.goldFormats.map(({ title }) => title).join("; or ")}`,
    found: sources.length === 0 ? "no file" : "no record of such a form",
    fix: `import it with "stepladder import ${track.id} --from <folder>", or give the official files`,
  }).problem;
}
