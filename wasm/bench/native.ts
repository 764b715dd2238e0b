import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Contender } from "./contend.ts";

/** The flags that give C what wasm has: 128-bit vectors. */
const FLAGS = ["-O3", "-march=x86-64-v2", "-std=gnu11"];

/** A C limit as a contender, or why there is none. */
export type Native = { readonly contender: Contender; end(): void } | { readonly absent: string };

/** Compiles `<name>.c` of this folder and starts it on `files`. It runs once per line that it is sent (bench.h). */
export function native(name: string, files: readonly string[], folder: string): Native {
  if (process.arch !== "x64") return { absent: `the C limit is written for x64, this is ${process.arch}` };
  const program = join(folder, name);
  const source = fileURLToPath(new URL(`${name}.c`, import.meta.url));
  const { error, status, stderr } = spawnSync("gcc", [...FLAGS, "-o", program, source, "-lm"], { encoding: "utf8" });
  if (error !== undefined) return { absent: `no C limit: gcc is not here (${error.message})` };
  if (status !== 0) return { absent: `no C limit: gcc failed: ${stderr.split("\n")[0]}` };
  const child = spawn(program, [...files], { stdio: ["pipe", "pipe", "inherit"] });
  const answers = answersOf(child);
  return {
    contender: {
      name: "C limit, bytes in memory",
      async run() {
        child.stdin.write("\n");
        const [wall = Number.NaN, user = Number.NaN, result = Number.NaN] = (await answers()).split(" ").map(Number);
        return { result, times: { wall, user } };
      },
    },
    end: () => child.stdin.end(),
  };
}

function answersOf(child: ChildProcess): () => Promise<string> {
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  return async () => {
    const { done, value } = await lines.next();
    if (done) throw new Error(`C limit: expected a line of times, found the end of its output (exit code ${child.exitCode})`);
    return value;
  };
}
