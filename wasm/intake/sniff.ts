import { closes } from "./json.ts";

/** What the first bytes of a file say it is; `text` is looked at closer by sniffText. */
export type ByteKind = "gzip" | "zip" | "parquet" | "text" | { readonly unreadable: string };

const MAGIC: readonly (readonly [magic: string, kind: ByteKind])[] = [
  ["\x1f\x8b", "gzip"],
  ["PK\x03\x04", "zip"],
  ["PK\x05\x06", "zip"],
  ["PAR1", "parquet"],
  ["PARE", { unreadable: "encrypted parquet" }],
  ["\xff\xfe", { unreadable: "UTF-16 text" }],
  ["\xfe\xff", { unreadable: "UTF-16 text" }],
  ["\x28\xb5\x2f\xfd", { unreadable: "a zstd file" }],
  ["\xfd7zXZ\x00", { unreadable: "an xz file" }],
  ["BZh", { unreadable: "a bzip2 file" }],
  ["7z\xbc\xaf\x27\x1c", { unreadable: "a 7z archive" }],
  ["Rar!\x1a", { unreadable: "a RAR archive" }],
  ["ARROW1", { unreadable: "an Arrow file" }],
  ["Obj\x01", { unreadable: "an Avro file" }],
  ["SQLite format 3\x00", { unreadable: "an SQLite database" }],
  ["\x89HDF", { unreadable: "an HDF5 file" }],
  ["\x93NUMPY", { unreadable: "a NumPy file" }],
  ["\x80\x04", { unreadable: "a Python pickle" }],
  ["\x80\x05", { unreadable: "a Python pickle" }],
  ["%PDF-", { unreadable: "a PDF" }],
  ["\x89PNG", { unreadable: "a picture" }],
  ["\xff\xd8\xff", { unreadable: "a picture" }],
];

/** Bytes that sniffBytes wants to see. */
export const MAGIC_BYTES = 16;

/** Tells a file by its first bytes; its name says nothing. */
export function sniffBytes(head: Uint8Array): ByteKind {
  const start = String.fromCharCode(...head.subarray(0, MAGIC_BYTES));
  return MAGIC.find(([magic]) => start.startsWith(magic))?.[1] ?? "text";
}

/** How the records of a text file are laid out. */
export type TextKind = "jsonl" | "json" | "csv" | "text" | "empty" | "unknown";

/** The start of a text: its first line that is not blank, and what is known of the rest. */
export interface Opening {
  readonly line: string;
  /** Whether `line` goes on beyond what was read. */
  readonly cut: boolean;
  /** Next line that is not blank (perhaps cut); empty where there is none. */
  readonly next: string;
}

/** Endings of names of files that are one record as a whole: their text. */
const WHOLE_TEXTS: ReadonlySet<string> = new Set(["txt", "adjlist", "bundle", "conllu"]);

/** How a file of predicted frame labels begins, which has no ending in its name (MS-TCN). */
const FRAME_LABELS = "### Frame level recognition";

/** Tells the layout of a text by its first lines; the name decides only where both are possible. */
export function sniffText({ line, cut, next }: Opening, name: string): TextKind {
  const extension = /\.(\w+)(?:\.gz)?$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const lines = extension === "jsonl" || extension === "ndjson";
  if (/^\s*[[{]/.test(line)) {
    const whole = !cut && closes(line);
    if (WHOLE_TEXTS.has(extension)) return whole && /^\s*[[{]/.test(next) ? "jsonl" : "text";
    if (extension === "csv" || extension === "tsv") return whole ? "jsonl" : "csv";
    if (lines) return !whole || next !== "" || /^\s*\{/.test(line) ? "jsonl" : "json";
    return whole && (next !== "" || /^\s*\{/.test(line)) ? "jsonl" : "json";
  }
  // a model may well have said nothing
  if (WHOLE_TEXTS.has(extension) || line.startsWith(FRAME_LABELS)) return "text";
  if (line === "") return "empty";
  if (extension === "csv" || extension === "tsv") return "csv";
  if (lines) return "jsonl";
  if (extension === "json") return next === "" ? "json" : "jsonl";
  return !cut && /[,\t;]/.test(line) && next !== "" ? "csv" : "unknown";
}
