import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Step } from "@stepladder/schema";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type BuildOptions, type Outcome, runStep } from "./build.ts";

let folder: string;
let runs: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stepladder-build-"));
  runs = 0;
  await writeFile(join(folder, "in.txt"), "a");
});
afterEach(() => rm(folder, { recursive: true }));

/** Copies in.txt to out.txt, with a mark. */
function copy(mark = "!", committed = false): Step {
  return {
    name: "copy",
    options: { mark },
    inputs: [{ from: "track", path: "in.txt" }],
    outputs: [{ path: "out.txt", committed }],
    run: () => {
      runs++;
      return [copied(mark)];
    },
  };
}

async function* copied(mark: string): AsyncGenerator<string> {
  yield (await readFile(join(folder, "in.txt"), "utf8")) + mark;
}

function run(step: Step, options: Partial<BuildOptions> = {}): Promise<Outcome> {
  return runStep(folder, step, { official: undefined, check: false, signal: new AbortController().signal, ...options });
}

it("builds once, and keeps what stands", async () => {
  expect(await run(copy())).toEqual({ kind: "built" });
  expect(await run(copy())).toEqual({ kind: "kept" });
  expect(runs).toBe(1);
  expect(await readFile(join(folder, "out.txt"), "utf8")).toBe("a!");
});

it("builds again when an input, an option or an output has changed", async () => {
  await run(copy());
  await writeFile(join(folder, "in.txt"), "b");
  expect(await run(copy())).toEqual({ kind: "built" });
  expect(await run(copy("?"))).toEqual({ kind: "built" });
  await writeFile(join(folder, "out.txt"), "tampered");
  expect(await run(copy("?"))).toEqual({ kind: "built" });
  expect(await readFile(join(folder, "out.txt"), "utf8")).toBe("b?");
});

it("says which input is not here, and touches nothing", async () => {
  const step: Step = { ...copy(), inputs: [{ from: "official", path: "procbench" }] };
  expect(await run(step)).toEqual({ kind: "absent", reason: "official data procbench is not here" });
  expect(runs).toBe(0);
});

it("checks committed files without writing them", async () => {
  await run(copy("!", true));
  expect(await run(copy("!", true), { check: true })).toEqual({ kind: "kept" });
  await writeFile(join(folder, "out.txt"), "tampered");
  expect(await run(copy("!", true), { check: true })).toEqual({ kind: "differs", paths: ["out.txt"] });
  expect(await readFile(join(folder, "out.txt"), "utf8")).toBe("tampered");
});

it("leaves the old output, and no partial one, when a step fails or is interrupted half-way", async () => {
  await run(copy());
  await writeFile(join(folder, "in.txt"), "c");
  async function* failing(): AsyncGenerator<string> {
    yield "half";
    throw new Error("disk on fire");
  }
  await expect(run({ ...copy(), run: () => [failing()] })).rejects.toThrow("disk on fire");
  await expect(run(copy(), { signal: AbortSignal.abort(new Error("stopped")) })).rejects.toThrow("stopped");
  expect(await readFile(join(folder, "out.txt"), "utf8")).toBe("a!");
  expect((await readdir(folder)).filter((name) => name.includes("partial"))).toEqual([]);
});

it("starts anew when its own record is damaged", async () => {
  await run(copy());
  const record = join(folder, "gold/.steps/copy.json");
  expect(existsSync(record)).toBe(true);
  await writeFile(record, '{"step":');
  expect(await run(copy())).toEqual({ kind: "built" });
});
