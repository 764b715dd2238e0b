import { type Chunks, chunksOf, peek, tap } from "../bytes.ts";
import { readJson } from "../document.ts";
import { gunzip } from "../gunzip.ts";
import { readJsonl } from "../jsonl.ts";
import { inMiB, LIMITS } from "../limits.ts";
import { FileProblem, type Raw, type Reading } from "../raw.ts";
import { MAGIC_BYTES, sniffBytes, sniffText } from "../sniff.ts";
import type { Source } from "../source.ts";
import { openText, textOf } from "../text.ts";
import { type Trace, tracesOf } from "./traces.ts";

/** Traces are shown whole, and so are held whole. */
const MOST = LIMITS.document;

/**
 * The traces in a file: JSON or JSONL, plain or gzipped, or a zip of these such as an `.eval` log; none in any other file. Throws FileProblem
 * where the file is damaged, or larger than a page can hold. The records stand as written: what reads predictions takes them out of logs.
 */
export async function readTraces(source: Source): Promise<Trace[]> {
  let size = 0;
  const records: Raw[] = [];
  const count = (chunk: Uint8Array): void => {
    size += chunk.length;
    if (size > MOST) throw tooLarge(source.name);
  };
  // A broken line is passed over: the messages around it can be read all the same.
  const reading: Reading = { problem: () => undefined };
  for (const { file, open } of await filesOf(source)) {
    for await (const batch of recordsOf(file, open, count, reading)) records.push(...batch);
  }
  return tracesOf(records);
}

interface Opened {
  readonly file: string;
  /** Its bytes from the start, each call anew. */
  readonly open: () => Chunks;
}

async function filesOf(source: Source): Promise<Opened[]> {
  const open = (): Chunks => chunksOf(source.stream());
  const { head, chunks } = await peek(open(), MAGIC_BYTES);
  await chunks.return();
  if (sniffBytes(head) !== "zip") return [{ file: source.name, open }];
  const { openZip } = await import("../zip.ts");
  const members = await openZip(source, source.name, {});
  // Beside its samples an Inspect log keeps a journal and summaries of them.
  const samples = members.filter(({ name }) => name.startsWith("samples/"));
  return (samples.length > 0 ? samples : members).map(({ name, open }) => ({ file: `${source.name}/${name}`, open }));
}

async function* recordsOf(
  file: string,
  open: () => Chunks,
  count: (chunk: Uint8Array) => void,
  reading: Reading,
): AsyncGenerator<readonly Raw[]> {
  const { head, chunks } = await peek(open(), MAGIC_BYTES);
  const kind = sniffBytes(head);
  if (kind !== "gzip" && kind !== "text") return chunks.return();
  const { opening, pieces } = await openText(textOf(tap(kind === "gzip" ? gunzip(file, chunks, open) : chunks, count), file));
  const layout = sniffText(opening, file);
  if (layout === "jsonl") yield* readJsonl(pieces, file, reading);
  if (layout === "json") yield* readJson(pieces, file, reading);
}

function tooLarge(file: string): FileProblem {
  return new FileProblem({
    kind: "document-too-large",
    file,
    expected: `traces of at most ${inMiB(MOST)} together`,
    found: "more",
    fix: "give some of them",
  });
}
