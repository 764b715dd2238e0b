import { createHash } from "node:crypto";

/** Files of the built site by their paths below its root: `score/index.html`. */
export type SiteFiles = ReadonlyMap<string, Uint8Array>;

/** What works without a network from the first visit on. Other pages do once they were read. */
export interface Shell {
  /** Names this build: any other byte on the site makes another. */
  readonly version: string;
  /** Paths below the site's root as they are asked for: `score/`, not its file. */
  readonly paths: readonly string[];
  /** Of all paths together, as they lie there. */
  readonly bytes: number;
}

/** Pages of the shell, and files that none of them names. */
const ROOTS = ["index.html", "tracks/index.html", "score/index.html", "offline/index.html", "tracks.json", "manifest.webmanifest"];

/** Pages and scripts name files; others, such as gold, may hold such names only by chance. */
const NAMING = /\.(?:html|js|css)$/;

/** The shell of a built site: its pages, the hashed files that they and their scripts name, and what scoring with built-in gold reads. */
export function shellOf(files: SiteFiles, data: readonly string[]): Shell {
  const found = closure(files, [...ROOTS, ...data]);
  return {
    version: hashOf(files),
    paths: found.map((path) => path.replace(/(^|\/)index\.html$/, "$1")),
    bytes: found.reduce((sum, path) => sum + (files.get(path)?.length ?? 0), 0),
  };
}

/** The roots and all hashed or top-level scripts and drawings that are named in them, however far. Throws where a root is not built. */
function closure(files: SiteFiles, roots: readonly string[]): string[] {
  const missing = roots.find((path) => !files.has(path));
  if (missing !== undefined) throw new Error(`${missing}: expected it among the built files`);
  const candidates = [...files.keys()].filter((path) => /^(?:_astro\/|[^/]+\.(?:js|svg)$)/.test(path));
  const found = new Set(roots);
  for (const path of found) {
    if (!NAMING.test(path)) continue;
    const text = Buffer.from(files.get(path) as Uint8Array).toString();
    for (const other of candidates) if (!found.has(other) && text.includes(other.slice(other.lastIndexOf("/") + 1))) found.add(other);
  }
  return [...found].sort();
}

function hashOf(files: SiteFiles): string {
  const hash = createHash("sha256");
  for (const [path, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex").slice(0, 16);
}
