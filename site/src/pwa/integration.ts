import { readdir, readFile, writeFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { type SiteFiles, shellOf } from "./shell.ts";

const WORKER = new URL("worker.ts", import.meta.url);

/** Writes `sw.js` once the site is built: the worker, with the list of files that it keeps and the version of this build. */
export function offline(): AstroIntegration {
  let base = "/";
  return {
    name: "stepladder-offline",
    hooks: {
      "astro:config:done": ({ config }) => {
        base = config.base.endsWith("/") ? config.base : `${config.base}/`;
      },
      "astro:build:done": async ({ dir, logger }) => {
        const files = await filesBelow(dir);
        // Gold and samples that the site serves are those of benchmarks that are scored without a file of the reader's own.
        const data = [...files.keys()].filter((path) => /^data\/[^/]+\/(?:items|sample)\.jsonl\.gz$/.test(path));
        const gold = data.filter((path) => data.includes(path.replace(/sample(?=\.jsonl\.gz$)/, "items")));
        const shell = shellOf(files, gold);
        const code = stripTypeScriptTypes(await readFile(WORKER, "utf8"), { mode: "strip" }).replace(/^export \{\};\n/m, "");
        await writeFile(new URL("sw.js", dir), `const SHELL = ${JSON.stringify({ ...shell, base })};\n${code}`);
        logger.info(`sw.js: ${shell.paths.length} files, ${(shell.bytes / 1000).toFixed(0)} KB, version ${shell.version}`);
      },
    },
  };
}

async function filesBelow(dir: URL): Promise<SiteFiles> {
  const root = fileURLToPath(dir);
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => `${parentPath}${sep}${name}`);
  const read = async (path: string): Promise<[string, Uint8Array]> => [relative(root, path).split(sep).join("/"), await readFile(path)];
  return new Map(await Promise.all(paths.filter((path) => !path.endsWith(`${sep}sw.js`)).map(read)));
}
