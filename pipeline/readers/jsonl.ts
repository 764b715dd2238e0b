import { createHash } from "node:crypto";
import { open, stat } from "node:fs/promises";
import { constants, gunzipSync } from "node:zlib";
import type { Problem } from "@stepladder/schema";
import { fromPath } from "@stepladder/wasm/intake/node.ts";
import { FileProblem, type Raw } from "@stepladder/wasm/intake/raw.ts";
import { readSource } from "@stepladder/wasm/intake/read.ts";
import * as z from "zod/mini";
import type { Failure, Page, Reader } from "../core/mining.ts";
import { changedFile, MAX_PAGE, namedLike } from "./file.ts";

/** A page in a line: its HTML, and what is known of it. */
const Line = z.object({ html: z.string(), url: z.optional(z.string()), lang: z.optional(z.string()) });

/** Pages as lines of JSON, told from other such lines by their first one; a file is one unit. Ids are the file and the line (`pages.jsonl#3`). */
export const jsonl: Reader = {
  id: "jsonl",
  title: 'Lines of {"html", "url", "lang"} (.jsonl, .jsonl.gz, .ndjson); url and lang may be missing',
  async accepts(input) {
    return (await isLines(input)) && (await head(input)).includes('"html"');
  },
  async *split(path, name) {
    yield { reader: "jsonl", id: name, size: (await stat(path)).size, at: { path } };
  },
  async *read({ id, size, at }, signal) {
    const path = at.path as string;
    await changedFile(path, size);
    const problems: Problem[] = [];
    const told = function* (): Generator<Failure> {
      for (const problem of problems.splice(0)) yield failureOf(id, problem);
    };
    try {
      for await (const batch of readSource(fromPath(id, path), { problem: (problem) => problems.push(problem), signal })) {
        yield* told();
        for (const raw of batch) yield pageOfLine(id, raw);
      }
      yield* told();
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      yield* told();
      yield failureOf(id, error.problem);
    }
  },
};

const isLines = namedLike(/\.(jsonl|ndjson)(\.gz)?$/i);

/** Bytes within which the first page names its fields. */
const HEAD = 65_536;

/** The beginning of a file, decompressed; empty where it cannot be read, which reading it as another kind then tells. */
async function head(path: string): Promise<string> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
      const bytes = buffer.subarray(0, bytesRead);
      return (/\.gz$/i.test(path) ? gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MAX_PAGE }) : bytes).toString(
        "latin1",
      );
    } finally {
      await file.close();
    }
  } catch {
    return "";
  }
}

function pageOfLine(name: string, { value, line }: Raw): Page | Failure {
  const id = `${name}#${line}`;
  const read = Line.safeParse(value);
  if (!read.success) {
    const expected = 'an object with the page\'s "html"';
    return { id, kind: "no-html", expected, found: "none", fix: "name the fields html, url and lang" };
  }
  const { html, url, lang } = read.data;
  if (html.length > MAX_PAGE)
    return {
      id,
      kind: "too-large",
      expected: `a page of at most ${MAX_PAGE} characters`,
      found: `${html.length}`,
      fix: "leave the page out",
    };
  const sha256 = createHash("sha256").update(html).digest("hex");
  return {
    id,
    file: id,
    ...(url === undefined ? {} : { url }),
    ...(lang === undefined ? {} : { lang }),
    markup: "html",
    text: html,
    sha256,
  };
}

function failureOf(name: string, { kind, line, expected, found, fix }: Problem): Failure {
  return { id: line === undefined ? name : `${name}#${line}`, kind, expected, found, fix };
}
