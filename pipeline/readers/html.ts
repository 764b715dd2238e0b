import { stat } from "node:fs/promises";
import type { Reader } from "../core/mining.ts";
import { namedLike, readUnitFile } from "./file.ts";
import { pageOf } from "./page.ts";

const NAMES = /\.x?html?(\.gz)?$/i;

/** HTML files, plain or gzipped; one file is one page and one unit. */
export const html: Reader = {
  id: "html",
  title: "HTML files (.html, .htm, .xhtml, each plain or .gz)",
  accepts: namedLike(NAMES),
  async *split(path, name) {
    const { size } = await stat(path);
    yield { reader: "html", id: name, size, at: { path } };
  },
  async *read(unit, signal) {
    const bytes = await readUnitFile(unit, signal);
    yield bytes instanceof Uint8Array ? pageOf({ id: unit.id, file: unit.id, markup: "html" }, bytes) : bytes;
  },
};
