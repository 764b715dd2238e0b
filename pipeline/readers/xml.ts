import { stat } from "node:fs/promises";
import type { Reader } from "../core/mining.ts";
import { namedLike, readUnitFile } from "./file.ts";
import { pageOf } from "./page.ts";

/** Help written in Mallard or DocBook, and DITA topics; one file is one page and one unit. */
export const xml: Reader = {
  id: "xml",
  title: "Mallard, DocBook and DITA sources (.page, .docbook, .dbk, .dita, .xml, each plain or .gz)",
  accepts: namedLike(/\.(page|docbook|dbk|dita|xml)(\.gz)?$/i),
  async *split(path, name) {
    yield { reader: "xml", id: name, size: (await stat(path)).size, at: { path } };
  },
  async *read(unit, signal) {
    const bytes = await readUnitFile(unit, signal);
    yield bytes instanceof Uint8Array ? pageOf({ id: unit.id, file: unit.id, markup: "xml" }, bytes) : bytes;
  },
};
