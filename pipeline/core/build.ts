import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { PipelineStep, type Step } from "@stepladder/schema";
import { writeWhole } from "./output.ts";
import { trackPath } from "./tracks.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** What decides the content of outputs, beside options and inputs. */
const CODE = [
  "data/schema",
  "data/tracks/states",
  "wasm/build/kernels.wasm",
  "wasm/host",
  "wasm/intake",
  "wasm/lib",
  "wasm/metrics",
  "wasm/stats",
  "pipeline/core/kit.ts",
];

/** What became of a step. */
export type Outcome =
  | { readonly kind: "built" | "kept" }
  | { readonly kind: "absent"; readonly reason: string }
  | { readonly kind: "differs"; readonly paths: readonly string[] };

export interface BuildOptions {
  /** Folder of official data. */
  readonly official: string | undefined;
  /** Write nothing that is committed: say what would differ. */
  readonly check: boolean;
  readonly signal: AbortSignal;
}

/** Runs one step of a track's recipe, unless its key and outputs stand as it left them. */
export async function runStep(track: string, step: Step, { official, check, signal }: BuildOptions): Promise<Outcome> {
  const missing = step.inputs.find((input) => !existsSync(inputPath(track, input, official)));
  if (missing !== undefined)
    return { kind: "absent", reason: `${missing.from === "official" ? "official data" : "file"} ${missing.path} is not here` };
  const key = await keyOf(track, step, official);
  const record = trackPath(track, `gold/.steps/${step.name.replaceAll(" ", "-")}.json`);
  const committed = step.outputs.some((output) => output.committed);
  if (!(check && committed) && (await stands(track, record, key))) return { kind: "kept" };
  const contents = [...step.run({ official, signal })];
  const outputs: Record<string, string> = {};
  const differing: string[] = [];
  for (const [i, { path, committed: isCommitted }] of step.outputs.entries()) {
    const target = trackPath(track, path);
    const content = contents[i] as AsyncIterable<string>;
    if (!(check && isCommitted)) outputs[path] = await writeWhole(target, content, signal);
    else if (!(await sameBytes(target, content))) differing.push(path);
  }
  if (differing.length > 0) return { kind: "differs", paths: differing };
  if (check && committed) return { kind: "kept" };
  const told: PipelineStep = { step: step.name, key, options: { ...step.options }, records: 0, dropped: {}, outputs };
  await writeWhole(record, [`${JSON.stringify(told, null, 2)}\n`]);
  return { kind: "built" };
}

async function sameBytes(path: string, content: AsyncIterable<string | Uint8Array>): Promise<boolean> {
  const candidate = `${path}.check.partial`;
  try {
    const sha256 = await writeWhole(candidate, content);
    return existsSync(path) && (await sha256Of(path)) === sha256;
  } finally {
    await rm(candidate, { force: true });
  }
}

function inputPath(track: string, { from, path }: Step["inputs"][number], official: string | undefined): string {
  return from === "track" ? trackPath(track, path) : join(official ?? ROOT, official === undefined ? ".absent" : path);
}

/** Whether an earlier run with this key left its outputs, and they are still what it wrote. */
async function stands(track: string, record: string, key: string): Promise<boolean> {
  if (!existsSync(record)) return false;
  const parsed = PipelineStep.safeParse(JSON.parse(await readFile(record, "utf8")));
  if (!parsed.success || parsed.data.key !== key) return false;
  for (const [path, sha256] of Object.entries(parsed.data.outputs)) {
    const target = trackPath(track, path);
    if (!existsSync(target) || (await sha256Of(target)) !== sha256) return false;
  }
  return true;
}

async function keyOf(track: string, step: Step, official: string | undefined): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify([step.name, step.options]));
  const code = [
    ...CODE,
    ...(await readdir(trackPath(track), { recursive: true }))
      .filter((file) => file.endsWith(".ts"))
      .map((file) => `data/tracks/${track}/${file}`),
  ];
  for (const path of code.sort()) await addPath(hash, join(ROOT, path), path);
  for (const input of step.inputs) await addPath(hash, inputPath(track, input, official), input.path);
  return hash.digest("hex");
}

/** Adds a file, or all files of a folder, by name and content. Tests and what git ignores decide nothing. */
async function addPath(hash: ReturnType<typeof createHash>, path: string, name: string): Promise<void> {
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
async function sha256Of(path: string): Promise<string> {
  const bytes = await readFile(path);
  return createHash("sha256")
    .update(path.endsWith(".gz") ? gunzipSync(bytes) : bytes)
    .digest("hex");
}
