import { existsSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { expect, it } from "vitest";
import { CODE as ALIGNING } from "../aligners/run.ts";
import { CODE as NARRATING } from "../captions/run.ts";
import { ROOT } from "../testing.ts";
import { CODE as INDUCING } from "./induce.ts";

const PACKAGES: Readonly<Record<string, string>> = {
  "@stepladder/schema": "data/schema/index.ts",
  "@stepladder/tracks": "data/tracks",
  "@stepladder/wasm": "wasm",
};

/** Say what is wrong with input that no piece of work has any more. */
const TELL = [
  "data/schema",
  "data/tracks/records.ts",
  "pipeline/core/errors.ts",
  "wasm/host/near.ts",
  "wasm/host/problems.ts",
  "wasm/intake",
];

/** Files of the project whose values a file needs, straight or over others; types decide no result. */
function reached(path: string, found = new Set<string>()): Set<string> {
  if (found.has(path)) return found;
  found.add(path);
  for (const [, from = ""] of readFileSync(join(ROOT, path), "utf8").matchAll(/^(?:import|export) (?!type )[^;]*?"([^"]+)";/gm)) {
    const [name = ""] = /^@stepladder\/[a-z]+/.exec(from) ?? [];
    const target = from.startsWith(".") ? posix.join(dirname(path), from) : `${PACKAGES[name] ?? ""}${from.slice(name.length)}`;
    if (existsSync(join(ROOT, target))) reached(target, found);
  }
  return found;
}

const isIn = (path: string, places: readonly string[]): boolean => places.some((place) => path === place || path.startsWith(`${place}/`));

it.each([
  ["induce", INDUCING, ["pipeline/core/induce-thread.ts"]],
  ["captions", NARRATING, ["pipeline/captions/narrate.ts"]],
  ["align", ALIGNING, ["video", "embedded", "learnt"].map((name) => `pipeline/aligners/${name}.ts`)],
])("kept results of %s are thrown away where code that decides them changes, and there alone", (_, code, entries) => {
  const files = [...new Set(entries.flatMap((entry) => [...reached(entry)]))];
  expect(files.filter((file) => !isIn(file, [...code, ...TELL]))).toEqual([]);
  // A schema decides by its types and libraries by their versions, which are not followed.
  const notImported = code.filter((place) => !/^data\/schema\/|\/package\.json$/.test(place) && !files.some((file) => isIn(file, [place])));
  expect(notImported).toEqual([]);
});
