import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Kernels } from "../host/kernels.ts";
import type { Native } from "./native.ts";
import type { Report } from "./report.ts";
import type { Workload } from "./workload.ts";

/** What every job is given. */
export interface Bench {
  readonly kernels: Kernels;
  readonly workload: Workload;
  /** A folder that is removed afterwards. */
  readonly folder: string;
}

/** Runs one job: `*.bench.ts` exports it as default. */
export type Job = (bench: Bench) => Promise<Report>;

/** Writes a file of the job and gives its path. */
export function fileOf({ folder }: Bench, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Uses the C limit, where there is one, among the contenders; ends it afterwards. */
export async function withNative<T>(
  limit: Native,
  use: (contenders: readonly Contend[], notes: readonly string[]) => Promise<T>,
): Promise<T> {
  if ("absent" in limit) return use([], [limit.absent]);
  try {
    return await use([limit.contender], []);
  } finally {
    limit.end();
  }
}

type Contend = Extract<Native, { contender: unknown }>["contender"];
