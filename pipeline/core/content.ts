import { createHash, type Hash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** Adds to a hash a file, or all files of a folder, by name and content. Tests and what git ignores decide nothing. */
export async function addPath(hash: Hash, path: string, name: string): Promise<void> {
  const folder = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (folder === undefined) {
    hash.update(`${name}\n${await sha256Of(path)}\n`);
    return;
  }
  const files = folder.filter((entry) => entry.isFile() && !entry.name.startsWith(".") && !/\.(test|bench)\.ts$/.test(entry.name));
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).filter((file) => !/[\\/](\.tsbuild|node_modules)[\\/]/.test(file));
  for (const file of paths.sort()) hash.update(`${file.slice(path.length)}\n${await sha256Of(file)}\n`);
}

/** sha256 of a file's bytes; of a gzipped file, of what it holds. */
export async function sha256Of(path: string): Promise<string> {
  const bytes = await readFile(path);
  return createHash("sha256")
    .update(path.endsWith(".gz") ? gunzipSync(bytes) : bytes)
    .digest("hex");
}
