import { closes } from "./json.ts";

/** What the first bytes of a file say it is; `text` is looked at closer by sniffText. */
export type ByteKind = "gzip" | "zip" | "parquet" | "text" | Unreadable;

/** A file that is known, and of no use here: what it is, and what to do where that is not to write the records anew. */
export interface Unreadable {
  readonly unreadable: string;
  readonly fix?: string;
}

const UNPACK = "unpack it first; plain, gzipped and zipped files are read";
const UTF_16: Unreadable = { unreadable: "UTF-16 text", fix: "save it as UTF-8, e.g. `iconv -f utf-16 -t utf-8 old > new`" };
const UTF_32: Unreadable = { unreadable: "UTF-32 text", fix: "save it as UTF-8, e.g. `iconv -f utf-32 -t utf-8 old > new`" };
const PICTURE: Unreadable = { unreadable: "a picture" };
const VIDEO: Unreadable = { unreadable: "a video or a sound" };
const PICKLE: Unreadable = { unreadable: "a Python pickle" };

const MAGIC: readonly (readonly [magic: string, kind: ByteKind, at?: number])[] = [
  ["\x1f\x8b", "gzip"],
  ["PK\x03\x04", "zip"],
  ["PK\x05\x06", "zip"],
  ["PAR1", "parquet"],
  ["PARE", { unreadable: "encrypted parquet" }],
  ["\xff\xfe\x00\x00", UTF_32],
  ["\x00\x00\xfe\xff", UTF_32],
  ["\xff\xfe", UTF_16],
  ["\xfe\xff", UTF_16],
  ["\x28\xb5\x2f\xfd", { unreadable: "a zstd file", fix: UNPACK }],
  ["\xfd7zXZ\x00", { unreadable: "an xz file", fix: UNPACK }],
  ["BZh", { unreadable: "a bzip2 file", fix: UNPACK }],
  ["7z\xbc\xaf\x27\x1c", { unreadable: "a 7z archive", fix: UNPACK }],
  ["Rar!\x1a", { unreadable: "a RAR archive", fix: UNPACK }],
  ["ustar", { unreadable: "a tar archive", fix: "unpack it and give the folder, or make a zip of it" }, 257],
  ["ARROW1", { unreadable: "an Arrow file" }],
  ["Obj\x01", { unreadable: "an Avro file" }],
  ["SQLite format 3\x00", { unreadable: "an SQLite database" }],
  ["\x89HDF", { unreadable: "an HDF5 file" }],
  ["\x93NUMPY", { unreadable: "a NumPy file" }],
  ["\x80\x02", PICKLE],
  ["\x80\x03", PICKLE],
  ["\x80\x04", PICKLE],
  ["\x80\x05", PICKLE],
  ["\xd0\xcf\x11\xe0", { unreadable: "an old Office file", fix: "save the sheet as CSV in UTF-8" }],
  ["%PDF-", { unreadable: "a PDF" }],
  ["\x89PNG", PICTURE],
  ["\xff\xd8\xff", PICTURE],
  ["GIF8", PICTURE],
  ["RIFF", VIDEO],
  ["ftyp", VIDEO, 4],
  ["\x1a\x45\xdf\xa3", VIDEO],
];

/** Bytes that sniffBytes wants to see. */
export const MAGIC_BYTES = 264;

/** Tells a file by its first bytes; its name says nothing. */
export function sniffBytes(head: Uint8Array): ByteKind {
  const start = String.fromCharCode(...head.subarray(0, MAGIC_BYTES));
  return MAGIC.find(([magic, , at = 0]) => start.startsWith(magic, at))?.[1] ?? (isUtf16(start) ? UTF_16 : "text");
}

/** Whether text in UTF-16 seems to begin here, without a mark: its first characters, which are plain in all formats, have a zero byte each. */
function isUtf16(start: string): boolean {
  return /^(?:[\t\n\r -~]\0){4}/.test(start) || /^(?:\0[\t\n\r -~]){4}/.test(start);
}

/** Texts that are known by how they begin, and are never records. */
const NO_RECORDS: readonly (readonly [RegExp, Unreadable])[] = [
  [
    /^version https:\/\/git-lfs\.github\.com\//,
    { unreadable: "a pointer of Git LFS, which stands for the file", fix: "fetch the file itself with `git lfs pull`" },
  ],
  [
    /^\s*<(?:!doctype html|html|head|body)\b/i,
    { unreadable: "a web page", fix: "download the file itself: sites such as GitHub and Hugging Face have a link Raw or Download for it" },
  ],
  [
    /^\s*<\?xml\b/,
    {
      unreadable: "XML, such as a store answers where there is no such file",
      fix: "open it to see what it says, and download the file again",
    },
  ],
];

/** What a text is by its first line, where that is nothing that holds records. */
export function notRecords(line: string): Unreadable | undefined {
  return NO_RECORDS.find(([pattern]) => pattern.test(line.slice(0, MAGIC_BYTES)))?.[1];
}

/** How the records of a text file are laid out. */
export type TextKind = "jsonl" | "json" | "csv" | "trec-run" | "trec-qrels" | "text" | "empty" | "unknown";

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

/** Endings of names of TREC's files. */
const TREC: ReadonlyMap<string, TextKind> = new Map([
  ["trec", "trec-run"],
  ["run", "trec-run"],
  ["qrels", "trec-qrels"],
  ["qrel", "trec-qrels"],
]);

/** Endings of names that say themselves how a file is laid out. */
const NAMED: ReadonlySet<string> = new Set([...WHOLE_TEXTS, "csv", "tsv", "json", "jsonl", "ndjson"]);

/** How a file of predicted frame labels begins, which has no ending in its name (MS-TCN). */
const FRAME_LABELS = "### Frame level recognition";

/** First lines of TREC's files. Qrels look like any four words with a number: what may be a table or a text by its name is none. */
const TREC_RUN = /^\s*\S+\s+[Qq]0\s+\S+\s+\S+\s+\S+\s+\S+\s*$/;
const TREC_QRELS = /^\s*\S+\s+[Qq]?0\s+\S+\s+-?\d+\s*$/;

/** Tells the layout of a text by its first lines; the name decides only where both are possible. */
export function sniffText({ line, cut, next }: Opening, name: string): TextKind {
  const extension = /\.(\w+)(?:\.gz)?$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const lines = extension === "jsonl" || extension === "ndjson";
  if (/^\s*[[{]/.test(line)) {
    const whole = !cut && closes(line);
    if (WHOLE_TEXTS.has(extension)) return whole && /^\s*[[{]/.test(next) ? "jsonl" : "text";
    if (extension === "csv" || extension === "tsv") return whole ? "jsonl" : "csv";
    // an opening bracket alone: one document, or records that are spread over several lines
    if (lines && !cut && /^\s*(?:\[\s*\n|\{\s*\n\s*")/.test(`${line}\n${next}`)) return "json";
    if (lines) return !whole || next !== "" || /^\s*\{/.test(line) ? "jsonl" : "json";
    return whole && (next !== "" || /^\s*\{/.test(line)) ? "jsonl" : "json";
  }
  const trec = line === "" ? undefined : TREC.get(extension);
  if (trec !== undefined) return trec;
  if (!cut && TREC_RUN.test(line)) return "trec-run";
  if (!cut && TREC_QRELS.test(line) && (/qrels?/i.test(name) || !NAMED.has(extension))) return "trec-qrels";
  // a model may well have said nothing
  if (WHOLE_TEXTS.has(extension) || line.startsWith(FRAME_LABELS)) return "text";
  if (line === "") return "empty";
  if (extension === "csv" || extension === "tsv") return "csv";
  if (lines) return "jsonl";
  if (extension === "json") return next === "" ? "json" : "jsonl";
  return !cut && /[,\t;]/.test(line) && next !== "" ? "csv" : "unknown";
}
