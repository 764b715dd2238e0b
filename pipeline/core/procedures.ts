import { open } from "node:fs/promises";
import { MinedProcedure, Procedure } from "@stepladder/schema";
import { CommandError } from "./errors.ts";

/** The procedures of a file with one on each line. Throws CommandError at the first line that is none. */
export function readProcedures(path: string): AsyncGenerator<Procedure> {
  return readRecords(path, Procedure);
}

/** The same, where each tells where it was mined. */
export function readMined(path: string): AsyncGenerator<MinedProcedure> {
  return readRecords(path, MinedProcedure);
}

interface Schema<Value> {
  safeParse(
    value: unknown,
  ): { success: true; data: Value } | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } };
}

async function* readRecords<Value>(path: string, schema: Schema<Value>): AsyncGenerator<Value> {
  const file = await open(path);
  try {
    let number = 0;
    for await (const line of file.readLines({ autoClose: false })) {
      number++;
      if (line.trim() !== "") yield recordOf(line, schema, `${path}:${number}`);
    }
  } finally {
    await file.close();
  }
}

function recordOf<Value>(line: string, schema: Schema<Value>, where: string): Value {
  const fix = 'give a file as "stepladder mine" writes it';
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new CommandError(`${where}: expected a procedure as JSON, found ${(cause as Error).message}; ${fix}`, { cause });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new CommandError(`${where}: expected a procedure, found ${issue?.path.join(".") || "a value"}: ${issue?.message}; ${fix}`);
}
