import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import type { Failure, Page, Reader, Unit } from "../core/mining.ts";
import { decodePage } from "./charset.ts";
import { readUnitFile } from "./file.ts";

const NAMES = /\.x?html?(\.gz)?$/i;

/** HTML files, plain or gzipped; one file is one page and one unit. */
export const html: Reader = {
  id: "html",
  title: "HTML files (.html, .htm, .xhtml, each plain or .gz)",
  async accepts(input) {
    return NAMES.test(input);
  },
  async *split(path, name) {
    const { size } = await stat(path);
    yield { reader: "html", id: name, size, at: { path } };
  },
  async *read(unit) {
    const bytes = await readUnitFile(unit);
    yield bytes instanceof Uint8Array ? pageOf(unit, bytes) : bytes;
  },
};

function pageOf({ id }: Unit, bytes: Uint8Array): Page | Failure {
  const text = decodePage(bytes);
  if (text.slice(0, SAMPLE).includes("\0")) return notText(id);
  return { id, file: id, markup: "html", text, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** Characters within which a file that is no text shows it. */
const SAMPLE = 1024;

function notText(id: string): Failure {
  return {
    id,
    kind: "not-text",
    expected: "a page of text",
    found: "binary data",
    fix: "look at what the file holds; leave it out if it is no page",
  };
}
