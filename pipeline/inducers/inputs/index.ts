import { formatOf } from "@stepladder/wasm/host/gold.ts";
import { describe } from "@stepladder/wasm/host/problems.ts";
import type { GatheredFormat, Gathering } from "@stepladder/wasm/host/track.ts";
import { openSources } from "@stepladder/wasm/intake/node.ts";
import { type Raw, RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { readSource } from "@stepladder/wasm/intake/read.ts";
import { CommandError } from "../../core/errors.ts";
import type { Task } from "../task.ts";
import { graphScript } from "./graph-script.ts";
import { grounded } from "./grounded.ts";
import { plain } from "./plain.ts";
import { taskGraph } from "./task-graph.ts";

const formats: readonly GatheredFormat<Task>[] = [graphScript, taskGraph, grounded, plain];

/**
 * The tasks of files and folders, each file recognised by what it holds; files of other kinds in a folder are passed over. Throws
 * CommandError or FileProblem at the first record that cannot be used, at a task that comes twice, and where no file holds paths.
 */
export async function readTasks(paths: readonly string[], signal: AbortSignal): Promise<Task[]> {
  const sources = await openSources(paths);
  const gatherings = new Map<string, { gathering: Gathering<Task>; file: string }>();
  for (const source of sources) {
    let format: GatheredFormat<Task> | undefined;
    for await (const batch of readSource(source, { problem: (problem) => refuse(describe(problem)), signal }))
      for (const raw of batch) {
        format ??= formatOf(formats, raw);
        if (format === undefined) break;
        const held = gatherings.get(format.id) ?? { gathering: format.gather(), file: raw.file };
        gatherings.set(format.id, held);
        placed(raw, () => held.gathering.add(raw));
      }
    if (format === undefined && sources.length === 1) refuse(`${source.name}: expected ${layouts()}, found none of these`);
  }
  const tasks = [...gatherings.values()].flatMap(({ gathering, file }) => placed({ value: undefined, file }, () => [...gathering.items()]));
  const seen = new Set<string>();
  const again = tasks.find(({ id }) => seen.size === seen.add(id).size);
  if (again !== undefined) refuse(`${again.id}: expected each task once, found it again; give the paths of a task in one record`);
  if (tasks.length === 0) refuse(`${paths.join(", ")}: expected ${layouts()}, found none in ${sources.length} files`);
  return tasks;
}

function layouts(): string {
  return formats.map(({ title }) => title).join("; or ");
}

function refuse(message: string): never {
  throw new CommandError(message);
}

/** What `read` gives; a problem with a record becomes one with its place. */
function placed<Read>({ file, line }: Raw, read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RecordProblem)) throw error;
    throw new CommandError(describe({ file, ...(line === undefined ? {} : { line }), ...error.problem }), { cause: error });
  }
}
