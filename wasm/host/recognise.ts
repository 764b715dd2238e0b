import type { Problem } from "@stepladder/schema";
import { excerpt } from "../intake/excerpt.ts";
import { type OwnKind, ownKindOf, ownRecords } from "../intake/own-records.ts";
import { FileProblem, type Raw, RecordProblem } from "../intake/raw.ts";
import { readSource } from "../intake/read.ts";
import type { Source } from "../intake/source.ts";
import { formatOf } from "./gold.ts";
import type { AnyTrack, Format, GatheredFormat } from "./track.ts";

/** What a given file turned out to be. */
export interface RecognisedFile {
  readonly name: string;
  readonly size: number;
  readonly role: "prediction" | "gold" | "unknown";
  readonly track?: string;
  readonly format?: string;
  readonly formatTitle?: string;
  /** Tracks that all claim its ids, so that the person has to say which. */
  readonly claimedBy?: readonly string[];
  /** Its first ids, where they are of no track. */
  readonly strangeIds?: readonly string[];
}

/** What was given: files with their role, and the one track that all predictions are for, where that is clear. */
export interface Recognition {
  readonly files: readonly RecognisedFile[];
  readonly track?: string;
  readonly problems: readonly Problem[];
}

/** Records looked at per file: enough to meet an id, little enough to be instant. */
const LOOK = 20;
/** Ids told of a file whose ids are of no track. */
const STRANGE_IDS = 2;

/** Kind of the problem of a file whose records are of no known form. */
export const UNKNOWN_LAYOUT = "unknown-layout";

/** Kind of the problem of a file of records that Stepladder writes or reads beside predictions and gold. */
export const OWN_RECORDS = "own-records";

/** Tells from their first records what the files are. Those that are unreadable or of no layout are `unknown`, with their problem. */
export async function recognise(tracks: readonly AnyTrack[], sources: readonly Source[], signal?: AbortSignal): Promise<Recognition> {
  const files: RecognisedFile[] = [];
  const problems: Problem[] = [];
  for (const source of sources) {
    const { records, problem } = await firstRecords(source, signal);
    if (problem !== undefined) problems.push(problem);
    // Before the tracks: some read any record that has steps.
    const own = ownKindOf(records[0]?.value);
    if (own !== undefined) {
      files.push({ name: source.name, size: source.size, role: "unknown", formatTitle: ownRecords[own].one });
      problems.push(ownProblem(source.name, own));
      continue;
    }
    const { fault, ...file } = recogniseFile(tracks, source, records);
    files.push(file);
    if (problem !== undefined || file.track !== undefined) continue;
    if (file.role === "unknown") problems.push(unknownLayout(tracks, source.name, records[0]));
    else if (fault !== undefined) problems.push({ ...fault, file: source.name });
  }
  const named = new Set(files.flatMap(({ role, track }) => (role === "prediction" && track !== undefined ? [track] : [])));
  const [track] = named;
  return { files, problems, ...(named.size === 1 && track !== undefined ? { track } : {}) };
}

function ownProblem(file: string, kind: OwnKind): Problem {
  const { one, use } = ownRecords[kind];
  return { kind: OWN_RECORDS, severity: "error", file, expected: "predictions or gold of a benchmark", found: one, fix: use };
}

function unknownLayout(tracks: readonly AnyTrack[], name: string, first: Raw | undefined): Problem {
  const record = first === undefined ? "no record" : excerpt(typeof first.value === "string" ? first.value : JSON.stringify(first.value));
  return {
    kind: UNKNOWN_LAYOUT,
    severity: "error",
    file: first?.file ?? name,
    ...(first?.line === undefined ? {} : { line: first.line }),
    expected: `a layout of one of ${tracks.length} benchmarks`,
    found: record === "" ? "an empty text" : record,
    fix: "write one record for each item, with its id and the prediction",
  };
}

async function firstRecords(source: Source, signal: AbortSignal | undefined): Promise<{ records: Raw[]; problem?: Problem }> {
  const records: Raw[] = [];
  const told: Problem[] = [];
  try {
    // Gold may be such a table; predictions that are one are refused when they are read.
    const reading = { problem: (one: Problem) => void told.push(one), sharedNames: true, ...(signal === undefined ? {} : { signal }) };
    for await (const batch of readSource(source, reading)) {
      records.push(...batch.slice(0, LOOK - records.length));
      if (records.length >= LOOK) break;
    }
    const [first] = told;
    return records.length === 0 && first !== undefined ? { records, problem: first } : { records };
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    return { records, problem: error.problem };
  }
}

/** What the file is; where no track could be told from it, with what is wrong with its first record, if anything is. */
function recogniseFile(
  tracks: readonly AnyTrack[],
  { name, size }: Source,
  records: readonly Raw[],
): RecognisedFile & { fault?: RecordProblem["problem"] } {
  const candidates = tracks.flatMap((track) => [
    ...match(
      track,
      "gold",
      track.goldFormats.filter(({ byChoice = false }) => !byChoice),
      records,
    ),
    ...match(track, "prediction", track.formats, records),
  ]);
  // Two tracks may claim the same ids, such as a copy of a track: then the person has to say which.
  const owned = candidates.filter((one) => one.owned);
  // Names of videos alone are as well another track's that reads the same lists.
  const isBare = owned.length > 0 && owned.every(({ bareNames }) => bareNames);
  const claims = isBare ? candidates.filter(({ role, fault }) => role === "prediction" && fault === undefined) : owned;
  const claimants = [...new Set(claims.map(({ track }) => track))];
  const isClear = claimants.length === 1;
  const best = isClear ? claims[0] : candidates.length === 1 ? candidates[0] : undefined;
  if (best !== undefined) return { name, size, role: best.role, track: best.track, format: best.format, formatTitle: best.formatTitle };
  // Of known form but for no track whose ids these are: the role is clear, the track is not. One that can read it tells best what is wrong.
  const form = candidates.find(({ fault }) => fault === undefined) ?? candidates[0];
  return form === undefined
    ? { name, size, role: "unknown" }
    : {
        name,
        size,
        role: form.role,
        format: form.format,
        formatTitle: form.formatTitle,
        ...(claimants.length > 1 ? { claimedBy: claimants } : {}),
        ...(claimants.length === 0 && form.ids.length > 0 ? { strangeIds: form.ids } : {}),
        ...(form.fault === undefined ? {} : { fault: form.fault }),
      };
}

interface Candidate extends Pick<RecognisedFile, "role"> {
  readonly track: string;
  readonly format: string;
  readonly formatTitle: string;
  /** Whether the ids of the records are the track's. */
  readonly owned: boolean;
  readonly bareNames: boolean;
  /** The first of them. */
  readonly ids: readonly string[];
  readonly fault?: RecordProblem["problem"];
}

type AnyFormat = Format<unknown> | GatheredFormat<unknown>;

function match(track: AnyTrack, role: "gold" | "prediction", formats: readonly AnyFormat[], records: readonly Raw[]): Candidate[] {
  const [first] = records;
  const format = first === undefined ? undefined : formatOf(formats, first);
  if (format === undefined) return [];
  const looks = records.map((raw) => look(track, role, format, raw));
  const ids = looks.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const fault = looks[0]?.fault;
  return [
    {
      role,
      track: track.id,
      format: format.id,
      formatTitle: format.title,
      owned: ids.some((id) => track.owns(id)),
      bareNames: "bareNames" in format && format.bareNames === true,
      ids: [...new Set(ids)].slice(0, STRANGE_IDS),
      ...(fault === undefined ? {} : { fault }),
    },
  ];
}

/** The id of a record, and what is wrong with it; of a record that the format cannot read there may still be an id to tell by. */
function look(
  track: AnyTrack,
  role: "gold" | "prediction",
  format: AnyFormat,
  raw: Raw,
): { id?: string; fault?: RecordProblem["problem"] } {
  // Gathered gold has no id of its own: its form alone tells.
  if (!("read" in format)) return {};
  try {
    const record = format.read(raw);
    if (record === undefined) return {};
    return { id: role === "gold" ? track.itemId(record as never) : (record as { id: string }).id };
  } catch (error) {
    if (!(error instanceof RecordProblem)) return {};
    const { id } = error.problem;
    return { ...(id === undefined ? {} : { id }), fault: error.problem };
  }
}
