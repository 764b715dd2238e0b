import { SourceNumber } from "@stepladder/schema";
import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync, parquetReadObjects, parquetSchema, type SchemaTree } from "hyparquet";
import { parseJson } from "./json.ts";
import { LIMITS } from "./limits.ts";
import { FileProblem, type Raw, type Reading, RecordProblem } from "./raw.ts";

const CODECS: ReadonlySet<string> = new Set(["UNCOMPRESSED", "SNAPPY"]);

/** Rows of a parquet file as objects, a row group at a time. */
export async function* readParquet(buffer: AsyncBuffer, file: string, reading: Reading): AsyncGenerator<readonly Raw[]> {
  const metadata = await asParquet(file, () => parquetMetadataAsync(buffer));
  checkReadable(metadata, file);
  const schema = parquetSchema(metadata);
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    reading.signal?.throwIfAborted();
    const rowEnd = rowStart + Number(group.num_rows);
    const rows = await asParquet(file, () => parquetReadObjects({ file: buffer, metadata, rowStart, rowEnd, parsers: { jsonFromBytes } }));
    const batch: Raw[] = [];
    for (const [index, row] of rows.entries()) {
      const line = rowStart + index + 1;
      try {
        batch.push({ value: plain(row, schema), file, line });
      } catch (error) {
        if (!(error instanceof RecordProblem)) throw error;
        reading.problem({ ...error.problem, file, line });
      }
    }
    if (batch.length > 0) yield batch;
    rowStart = rowEnd;
  }
}

/** JSON of a column typed as such, parsed with its row so that a bad one costs one record. */
class JsonText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

function jsonFromBytes(bytes: Uint8Array | undefined): JsonText | undefined {
  return bytes && new JsonText(new TextDecoder().decode(bytes));
}

/** A value as JSON would have given it. */
function plain(value: unknown, schema: SchemaTree): unknown {
  if (value instanceof JsonText) return parseJson(value.text);
  if (value instanceof Date) return value.toISOString();
  if (value === undefined) return null;
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : new SourceNumber(String(value));
  if (typeof value === "number") return plainNumber(value, schema);
  if (Array.isArray(value)) return value.map((item) => plain(item, schema));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item, childNamed(schema, key) ?? schema)]));
}

/** Python, for which most scorers are written, reads a float column as 21.0 where JavaScript says 21. */
function plainNumber(value: number, schema: SchemaTree): number | SourceNumber {
  if (!Number.isFinite(value)) throw notFinite(value, schema.element.name);
  if (Number.isSafeInteger(value) && !isFloat(schema)) return value;
  return new SourceNumber(Number.isInteger(value) && Math.abs(value) < 1e16 ? `${Object.is(value, -0) ? "-0" : value}.0` : String(value));
}

function isFloat({ element, children }: SchemaTree): boolean {
  return children.length > 0 ? children.every(isFloat) : element.type === "DOUBLE" || element.type === "FLOAT";
}

/** The field of that name below the groups that only say "list". */
function childNamed(schema: SchemaTree, name: string): SchemaTree | undefined {
  const direct = schema.children.find(({ element }) => element.name === name);
  const [only] = schema.children;
  return direct ?? (only !== undefined && schema.children.length === 1 ? childNamed(only, name) : undefined);
}

function checkReadable(metadata: FileMetaData, file: string): void {
  const codec = metadata.row_groups.flatMap(({ columns }) => columns).find(({ meta_data }) => meta_data && !CODECS.has(meta_data.codec));
  const names = metadata.schema.map(({ name }) => name);
  const rows = Math.max(0, ...metadata.row_groups.map(({ num_rows }) => Number(num_rows)));
  if (metadata.num_rows === 0n) throw problem(file, "empty", "no rows", "check how the file was written");
  if (codec !== undefined) {
    const fix = "write it again with snappy, e.g. df.to_parquet(path, compression='snappy')";
    throw problem(file, "parquet-codec", `columns packed with ${codec.meta_data?.codec}, which is not built in here`, fix);
  }
  if (names.includes("__proto__")) throw problem(file, "bad-header", "a column named `__proto__`, which JavaScript reserves", "rename it");
  if (rows > LIMITS.rows)
    throw problem(file, "parquet-group", `a row group of ${rows} rows`, `use row groups of at most ${LIMITS.rows} rows`);
}

async function asParquet<T>(file: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (cause) {
    if (!(cause instanceof Error) || cause instanceof FileProblem) throw cause;
    throw problem(file, "damaged-parquet", cause.message, "check it with another reader, and write or download it again", cause);
  }
}

function problem(file: string, kind: string, found: string, fix: string, cause?: unknown): FileProblem {
  return new FileProblem({ kind, file, expected: "a whole parquet file, plain or with snappy", found, fix }, { cause });
}

function notFinite(value: number, field: string): RecordProblem {
  return new RecordProblem({
    kind: "not-finite",
    severity: "error",
    field,
    expected: "a finite number, or null",
    found: String(value),
    fix: "write null where there is no number",
  });
}
