import { open } from "node:fs/promises";
import { join } from "node:path";
import { MinedProcedure, type Problem, Procedure } from "@stepladder/schema";
import { describe } from "@stepladder/wasm/host/problems.ts";
import { check } from "@stepladder/wasm/intake/check.ts";
import { closes } from "@stepladder/wasm/intake/json.ts";
import { fromPath } from "@stepladder/wasm/intake/node.ts";
import { RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { readSource } from "@stepladder/wasm/intake/read.ts";
import { CommandError } from "./errors.ts";
import { typedPath } from "./typed.ts";

/** Mined procedures from files of one on each line, or folders of runs. Throws CommandError at the first line that is none. */
export async function* minedProcedures(paths: readonly string[]): AsyncGenerator<MinedProcedure> {
  for (const path of await Promise.all(paths.map(fileOf))) yield* recordsIn(path, (value) => check(MinedProcedure, value, ""));
}

/**
 * Procedures of a file with one on each line or of one document in JSON, ours or rows of How2Bench, or of a folder of a run. Throws
 * CommandError at the first that is none.
 */
export async function testProcedures(path: string): Promise<Procedure[]> {
  const read = (value: unknown, line: number): Procedure => check(Procedure, ofHow2Bench(value, line), "");
  const file = await fileOf(path);
  const all: Procedure[] = [];
  for await (const one of (await isDocument(file)) ? documentIn(file, read) : recordsIn(file, read)) all.push(one);
  return all;
}

/** Whether a file is one value in JSON: an array, or an object over several lines. */
async function isDocument(path: string): Promise<boolean> {
  await typedPath(path, "a file of procedures");
  const file = await open(path);
  try {
    for await (const line of file.readLines({ autoClose: false }))
      if (line.trim() !== "") return /^\uFEFF?\s*\[/.test(line) || !closes(line);
    return false;
  } finally {
    await file.close();
  }
}

/** Records of a document in JSON, each read with its place in the array, from 1. Throws CommandError where `read` refuses one. */
async function* documentIn<Record>(path: string, read: (value: unknown, line: number) => Record): AsyncGenerator<Record> {
  const problem = (found: Problem): never => {
    throw new CommandError(describe(found));
  };
  for await (const raws of readSource(fromPath(path, path), { problem }))
    for (const [i, { value, line = i + 1 }] of raws.entries()) yield readOr(value, path, line, read);
}

/** How2Bench has steps and resources as texts, topics by title and no language (bench/schemas.py); a line's number stands for a missing id. */
function ofHow2Bench(value: unknown, line: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  const { id, source_example_id: example, goal, steps, resources = [], lang = "und" } = value as Record<string, unknown>;
  return { id: String(id ?? example ?? line), goal, lang, resources: textsOf(resources), steps: textsOf(steps) };
}

function textsOf(list: unknown): unknown {
  return Array.isArray(list) ? list.map((one) => (typeof one === "string" ? { text: one } : one)) : list;
}

/** The file of procedures in a run's folder; any other path is a file. */
async function fileOf(path: string): Promise<string> {
  return (await typedPath(path, "a file of procedures, or the folder of a run")).isDirectory() ? join(path, "procedures.jsonl") : path;
}

/** Records from the lines of a file, each read with the number of its line. Throws CommandError at the first one that `read` refuses. */
export async function* recordsIn<Record>(path: string, read: (value: unknown, line: number) => Record): AsyncGenerator<Record> {
  await typedPath(path, "a file of records in JSON, one on each line");
  const file = await open(path);
  let line = 0;
  try {
    for await (const text of file.readLines({ autoClose: false })) {
      line++;
      if (text.trim() !== "") yield recordOf(text, path, line, read);
    }
  } finally {
    await file.close();
  }
}

function recordOf<Record>(text: string, path: string, line: number, read: (value: unknown, line: number) => Record): Record {
  try {
    return readOr(JSON.parse(text), path, line, read);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new CommandError(`${path}:${line}: expected a record in JSON, found ${JSON.stringify(text.slice(0, 40))}`, { cause: error });
  }
}

function readOr<Record>(value: unknown, path: string, line: number, read: (value: unknown, line: number) => Record): Record {
  try {
    return read(value, line);
  } catch (error) {
    if (!(error instanceof RecordProblem)) throw error;
    throw new CommandError(describe({ file: path, line, ...error.problem }), { cause: error });
  }
}
