import type { BigIntStats } from "node:fs";
import { stat } from "node:fs/promises";
import { CommandError } from "./errors.ts";

/**
 * What lies at a path that was typed, where `expected` says what should. Throws CommandError where nothing is there, or what is neither file
 * nor folder: a device may never end, and a pipe or a socket cannot be read again.
 */
export async function typedPath(typed: string, expected: string): Promise<BigIntStats> {
  const stats = await stat(typed, { bigint: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR")
      throw new CommandError(`${typed}: expected ${expected}, found nothing there; check the path`);
    throw error;
  });
  if (stats.isFile() || stats.isDirectory()) return stats;
  const found = stats.isFIFO() ? "a pipe" : stats.isSocket() ? "a socket" : "a device";
  throw new CommandError(`${typed}: expected ${expected}, found ${found}; save what it gives in a file first`);
}
