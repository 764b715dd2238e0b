import { Entry, type Scorecard } from "@stepladder/schema";
import type { ZipFile } from "../intake/write-zip.ts";
import { entryId, packName, printEntry, recomputedEntry, selfReportedEntry } from "./entry.ts";
import { lineOf, stateOf } from "./ledger.ts";
import { writePack } from "./pack.ts";
import { printScorecard } from "./print.ts";

/** What a person says of a result; every field as it was typed, and empty where nothing was. */
export interface Facts {
  readonly name: string;
  readonly about: string;
  readonly url: string;
  readonly licence: string;
  /** Whether anybody can have its weights or rules. */
  readonly open: "" | "yes" | "no";
  readonly parameters: string;
  readonly cost: string;
  readonly date: string;
  /** Address of the predictions, and which file there they are. With it the result can be checked, and is recomputed; without it, it is reported. */
  readonly predictions: string;
  readonly where: string;
  /** Address that tells of a result whose predictions cannot be had. */
  readonly source: string;
}

/** An entry with the files that a pull request is made of, or what is missing, by field. */
export type Prepared =
  | {
      readonly ok: true;
      readonly id: string;
      readonly entry: Entry;
      readonly text: string;
      readonly path: string;
      readonly files: readonly ZipFile[];
    }
  | { readonly ok: false; readonly faults: Readonly<Record<string, string>> };

/** An entry with its id, or what is missing, by field. */
export type Made =
  | { readonly ok: true; readonly id: string; readonly entry: Entry }
  | { readonly ok: false; readonly faults: Readonly<Record<string, string>> };

/** Makes the entry of a scorecard: recomputed only where the predictions' address is given, so that anybody can check it. */
export function makeEntry(facts: Facts, scorecard: Scorecard): Made {
  const id = entryId(facts.name);
  const record = recordOf(id, facts, scorecard);
  const faults = faultsOf(id, facts, record);
  return Object.keys(faults).length > 0 ? { ok: false, faults } : { ok: true, id, entry: record as Entry };
}

/** Makes the entry of a scorecard, and the files that go with it. */
export async function prepareEntry(facts: Facts, scorecard: Scorecard, ranking: string): Promise<Prepared> {
  const made = makeEntry(facts, scorecard);
  if (!made.ok) return made;
  const { id, entry } = made;
  const folder = `data/tracks/${entry.track}/entries`;
  const text = printEntry(entry);
  const pack = entry.pack === undefined ? [] : [{ path: `${folder}/${packName(id)}`, bytes: await gzipped(writePack(scorecard)) }];
  const path = `${folder}/${id}.json`;
  const files = [
    { path, bytes: utf8(text) },
    ...pack,
    { path: `receipt/${id}-scorecard.json`, bytes: utf8(printScorecard(scorecard)) },
    { path: "receipt/READ-ME.txt", bytes: utf8(await howTo(entry, id, path, ranking)) },
  ];
  return { ok: true, id, entry, text, path, files };
}

function recordOf(id: string, facts: Facts, scorecard: Scorecard): unknown {
  const { name, about, url, licence, open, parameters, cost, date, predictions, where, source } = trimmed(facts);
  const system = {
    name,
    kind: "system" as const,
    about,
    ...(url === "" ? {} : { url }),
    ...(open === "" ? {} : { open: open === "yes" }),
    ...(licence === "" ? {} : { licence }),
    ...(parameters === "" ? {} : { parameters: Number(parameters) }),
  };
  const told = { system, date };
  const entry =
    predictions === ""
      ? selfReportedEntry({ ...told, ...(source === "" ? {} : { source }) }, scorecard)
      : recomputedEntry({ id, ...told, predictions: { source: predictions, where } }, scorecard);
  return cost === "" ? entry : { ...entry, cost: Number(cost) };
}

function trimmed(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).map(([field, text]: [string, string]) => [field, text.trim()])) as unknown as Facts;
}

/** Field of the form that a path of the record comes from. */
const FIELDS: Readonly<Record<string, string>> = {
  "predictions.source": "predictions",
  "predictions.where": "where",
  "evidence.source": "source",
};

const EXPECTED: Readonly<Record<string, string>> = {
  url: "expected an address that begins with https://",
  predictions: "expected an address that begins with https://",
  source: "expected an address that begins with https://",
  date: "expected a day, such as 2026-03-04",
  parameters: "expected a number of billions above 0",
  cost: "expected US dollars, 0 or more",
};

function faultsOf(id: string, facts: Facts, record: unknown): Record<string, string> {
  const faults: Record<string, string> = {};
  const { issues } = Entry.safeParse(record).error ?? { issues: [] };
  for (const { path, message } of issues) {
    const place = path.join(".");
    const field = FIELDS[place] ?? place.replace(/^system\./, "");
    faults[field] = EXPECTED[field] ?? message;
  }
  const { name, about, predictions, where } = trimmed(facts);
  if (id === "") faults.name = "expected a name with a letter or digit";
  else if (name === "") faults.name = "expected the system’s name";
  if (about === "") faults.about = "expected a sentence";
  if (predictions !== "" && where === "") faults.where = "expected which file there they are, such as its name";
  return faults;
}

/** What to do with the files, and the line that the ledger wants. */
async function howTo(entry: Entry, id: string, path: string, ranking: string): Promise<string> {
  const now = { sha256: await stateOf(entry), value: entry.scores[ranking]?.value };
  const parting = { track: entry.track, entry: id, system: entry.system.name, kind: "added" as const, now };
  const line = lineOf(parting, ranking, entry.date, "Sent in.");
  return `Unpack this in a checkout of the repository of Stepladder; the files below data/ are where they belong.

1. npx stepladder entry check ${path}${entry.evidence.kind === "recomputed" ? " --predictions <your predictions>" : ""}
2. npx stepladder ledger add --why "<what this result is>"
   or add this line at the end of data/ledger.jsonl, with a reason of your own:

${JSON.stringify(line)}

3. Commit the files below data/ and open a pull request. The files below receipt/ are yours to keep and belong in no commit:
   the scorecard is what "stepladder verify" reads.
`;
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

async function gzipped(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
