import { SourceNumber } from "@stepladder/schema";
import { NearNames } from "@stepladder/wasm/host/near.ts";
import type { KnownItems } from "@stepladder/wasm/host/track.ts";
import { shown } from "@stepladder/wasm/intake/check.ts";
import { type Fields, fieldsOf } from "@stepladder/wasm/intake/fields.ts";
import { parseJson } from "@stepladder/wasm/intake/json.ts";
import { RecordProblem } from "@stepladder/wasm/intake/raw.ts";

export { type Fields, fieldsOf } from "@stepladder/wasm/intake/fields.ts";

/** What a cell of a table holds as text: its JSON, or the text where it is none. */
export function inCell(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof RecordProblem)) throw error;
    return text;
  }
}

const ID_FIELDS = ["id", "problem_name"] as const;

/** What stands where records of any layout carry their id. */
export function idOf(fields: Fields): unknown {
  return fields[ID_FIELDS.find((name) => fields[name] !== undefined) ?? "id"];
}

/** The item id of a record; throws RecordProblem where there is none. */
export function readId(fields: Fields): string {
  const id = idOf(fields);
  if (typeof id === "string" && id !== "") return id;
  const misspelt =
    id === undefined
      ? new NearNames(
          Object.keys(fields)
            .slice(0, 100)
            .filter((name) => name !== "id"),
        ).of("id")
      : undefined;
  throw new RecordProblem({
    kind: "no-id",
    severity: "error",
    field: ID_FIELDS[0],
    expected: "the id of an item, as text",
    found: id === undefined ? `none among the fields ${shown(Object.keys(fields).join(", "))}` : shown(id),
    fix:
      misspelt === undefined ? "give every record the id of its item, as it stands in gold" : `rename the field \`${misspelt}\` to \`id\``,
  });
}

/** The host keeps sample numbers in 32 bits. */
const MOST_SAMPLE = 2 ** 31 - 1;

/** The number of a repeat, where the record has one; throws RecordProblem where it is none. */
export function readSample(fields: Fields, id: string): number | undefined {
  const { sample } = fields;
  if (sample === undefined) return undefined;
  // Tables hold every cell as text.
  const number = typeof sample === "string" && /^\d+$/.test(sample) ? Number(sample) : sample;
  if (Number.isInteger(number) && (number as number) >= 0 && (number as number) <= MOST_SAMPLE) return number as number;
  throw new RecordProblem({
    kind: "wrong-sample",
    severity: "error",
    id,
    field: "sample",
    expected: `a whole number from 0 to ${MOST_SAMPLE}`,
    found: shown(sample),
    fix: "number the repeats of an item 0, 1, 2, ...",
  });
}

/** A cell of a table, which holds all of them as text: as JSON where it looks like a list or an object. */
export function cell(value: unknown): unknown {
  return typeof value === "string" && /^\s*[[{]/.test(value) ? parseJson(value) : value;
}

/** A value whose numbers come with their source text where they have a point, for figures that do not depend on how one was written. */
export function plainNumbers(value: unknown): unknown {
  if (value instanceof SourceNumber) return Number(value.text);
  if (Array.isArray(value)) return value.map(plainNumbers);
  const fields = fieldsOf(value);
  return fields === undefined ? value : Object.fromEntries(Object.entries(fields).map(([name, inner]) => [name, plainNumbers(inner)]));
}

/** Places of ids in gold, for each gold once. */
const placesOfIds = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** What scoring keeps of the item of this id, where gold is at hand and has it. */
export function contextOfItem<Context>(id: string, items: KnownItems<Context> | undefined): Context | undefined {
  if (items === undefined) return undefined;
  const places = placesOfIds.get(items.ids) ?? new Map(items.ids.map((own, place) => [own, place]));
  placesOfIds.set(items.ids, places);
  return items.contexts[places.get(id) ?? -1];
}

/** What is wrong with a field of a record. */
export function fault(id: string | undefined, field: string, expected: string, found: string, fix: string): RecordProblem {
  return new RecordProblem({ kind: "wrong-field", severity: "error", ...(id === undefined ? {} : { id }), field, expected, found, fix });
}

/** What a record that is no object is told. */
export function notAnObject(value: unknown): RecordProblem {
  return new RecordProblem({
    kind: "not-an-object",
    severity: "error",
    expected: "an object with an id and a prediction",
    found: shown(value),
    fix: "write one JSON object per line",
  });
}

/** The lists of a file in ActivityNet's layout, by video; throws RecordProblem where it has none. */
export function resultsOf(value: unknown): Fields {
  const given = fieldsOf(value)?.results;
  const results = fieldsOf(given);
  if (results !== undefined) return results;
  throw fault(
    undefined,
    "results",
    "an object with a list for each video",
    shown(given),
    "write all predictions into one object of that name",
  );
}

/** What `read` gives, or the RecordProblem that it throws: of many predictions in one record each is read for itself. */
export function readOrProblem<T>(read: () => T): T | RecordProblem {
  try {
    return read();
  } catch (error) {
    if (error instanceof RecordProblem) return error;
    throw error;
  }
}

/** A value with plain numbers; a cell of a table is parsed first. */
export function plainValue(value: unknown): unknown {
  return plainNumbers(cell(value));
}
