import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { ParityRecord } from "@stepladder/schema";
import type { GoldenFiles } from "@stepladder/wasm/host/parity.ts";
import { openSources } from "@stepladder/wasm/intake/node.ts";

const DATA = process.env.STEPLADDER_DATA ?? fileURLToPath(new URL("../../../shared/data", import.meta.url));

/** The official files of a track, for tests; where they are not at hand, the reason that a test is skipped for. */
export async function goldenFiles(folder: string): Promise<GoldenFiles | string> {
  const path = `${DATA}/${folder}`;
  if (!existsSync(path)) return `official data ${folder} is not at hand (STEPLADDER_DATA, default ../shared/data)`;
  return new Map((await openSources([path])).map((source) => [source.name, source]));
}

/** What is committed of a track's comparison, for tests; "stepladder parity --record" writes it anew. */
export async function recordedParity(track: string): Promise<ParityRecord> {
  return ParityRecord.parse(JSON.parse(await readFile(new URL(`${track}/parity.json`, import.meta.url), "utf8")));
}
