import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PipelineStep, type Step } from "@stepladder/schema";
import { addPath, sha256Of } from "./content.ts";
import { writeWhole } from "./output.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** What decides the content of outputs, beside options and inputs. */
const CODE = [
  "data/schema",
  "data/tracks/records.ts",
  "data/tracks/states",
  "data/tracks/times.ts",
  "wasm/build/kernels.wasm",
  "wasm/host",
  "wasm/intake",
  "wasm/lib",
  "wasm/metrics",
  "wasm/stats",
  "pipeline/core/entries.ts",
  "pipeline/core/gold.ts",
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

/** Runs one step of the recipe in a track's folder, unless its key and outputs stand as it left them. */
export async function runStep(folder: string, step: Step, { official, check, signal }: BuildOptions): Promise<Outcome> {
  const missing = step.inputs.find((input) => !existsSync(inputPath(folder, input, official)));
  if (missing !== undefined)
    return { kind: "absent", reason: `${missing.from === "official" ? "official data" : "file"} ${missing.path} is not here` };
  const key = await keyOf(folder, step, official);
  const record = join(folder, `gold/.steps/${step.name.replaceAll(" ", "-")}.json`);
  const committed = step.outputs.some((output) => output.committed);
  if (!(check && committed) && (await stands(folder, record, key))) return { kind: "kept" };
  const contents = [...step.run({ official, signal })];
  const outputs: Record<string, string> = {};
  const differing: string[] = [];
  for (const [i, { path, committed: isCommitted }] of step.outputs.entries()) {
    const target = join(folder, path);
    const content = contents[i] as AsyncIterable<string | Uint8Array>;
    if (!(check && isCommitted)) outputs[path] = await writeWhole(target, content, signal);
    else if (!(await holds(target, content))) differing.push(path);
  }
  if (differing.length > 0) return { kind: "differs", paths: differing };
  if (check && committed) return { kind: "kept" };
  const told: PipelineStep = { step: step.name, key, options: { ...step.options }, outputs };
  await writeWhole(record, [`${JSON.stringify(told, null, 2)}\n`]);
  return { kind: "built" };
}

/** Whether a file holds just this content. */
async function holds(path: string, content: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>): Promise<boolean> {
  const hash = createHash("sha256");
  for await (const chunk of content) hash.update(chunk);
  return existsSync(path) && (await sha256Of(path)) === hash.digest("hex");
}

function inputPath(folder: string, { from, path }: Step["inputs"][number], official: string | undefined): string {
  return from === "track" ? join(folder, path) : join(official ?? ROOT, official === undefined ? ".absent" : path);
}

/** Whether an earlier run with this key left its outputs, and they are still what it wrote. A damaged record or output is none. */
async function stands(folder: string, record: string, key: string): Promise<boolean> {
  try {
    const { key: recorded, outputs } = PipelineStep.parse(JSON.parse(await readFile(record, "utf8")));
    if (recorded !== key) return false;
    for (const [path, sha256] of Object.entries(outputs)) if ((await sha256Of(join(folder, path))) !== sha256) return false;
    return true;
  } catch {
    return false;
  }
}

async function keyOf(folder: string, step: Step, official: string | undefined): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify([step.name, step.options]));
  for (const path of CODE) await addPath(hash, join(ROOT, path), path);
  const own = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".ts") && !/(?:\.test|^testing)\.ts$/.test(file));
  for (const file of own.sort()) await addPath(hash, join(folder, file), file);
  for (const input of step.inputs) await addPath(hash, inputPath(folder, input, official), input.path);
  return hash.digest("hex");
}
