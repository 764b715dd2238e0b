import { stat } from "node:fs/promises";
import { fromPath } from "@stepladder/wasm/intake/node.ts";
import { FileProblem } from "@stepladder/wasm/intake/raw.ts";
import { openZip } from "@stepladder/wasm/intake/zip.ts";
import type { Reader } from "../core/mining.ts";
import { changedFile, namedLike } from "./file.ts";
import { warcPages } from "./warc.ts";

const ARCHIVES = /^archive\/.*\.warc(\.gz)?$/i;

/** Packed web archives: a zip with archives in its folder `archive/`, each of which is a unit. */
export const wacz: Reader = {
  id: "wacz",
  title: "Packed web archives (.wacz), as Browsertrix and ArchiveWeb.page write them",
  accepts: namedLike(/\.wacz$/i),
  async *split(path, name) {
    const { size } = await stat(path);
    yield { reader: "wacz", id: name, size, at: { path } };
  },
  async *read({ id, size, at }, signal) {
    const path = at.path as string;
    await changedFile(path, size);
    try {
      let archives = 0;
      for (const member of await openZip(fromPath(id, path), id, { signal })) {
        if (!ARCHIVES.test(member.name)) continue;
        archives++;
        yield* warcPages(member.open(), `${id}#${member.name}`);
      }
      if (archives === 0)
        yield { id, kind: "no-archive", expected: "archives in the folder archive/", found: "none", fix: "check how it was packed" };
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      const { kind, expected, found, fix } = error.problem;
      yield { id, kind, expected, found, fix };
    }
  },
};
