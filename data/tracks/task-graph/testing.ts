import { fileURLToPath } from "node:url";
import type { Problem, Scorecard, TaskGraphItem } from "@stepladder/schema";
import { readGold } from "@stepladder/wasm/host/gold.ts";
import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { InputError } from "@stepladder/wasm/host/problems.ts";
import { scoreTrack } from "@stepladder/wasm/host/score.ts";
import { openSources } from "@stepladder/wasm/intake/node.ts";
import { fromBlob, type Source } from "@stepladder/wasm/intake/source.ts";
import track from "./track.ts";

/** Files below `fixtures`, as the command line opens them. For tests. */
export function fixtures(...paths: string[]): Promise<Source[]> {
  return openSources(paths.map((path) => fileURLToPath(new URL(`fixtures/${path}`, import.meta.url))));
}

export function file(name: string, content: string | object): Source {
  return fromBlob(name, new Blob([typeof content === "string" ? content : JSON.stringify(content)]));
}

const kernels = await loadKernels();

/** The scorecard of predictions against gold, by default that of the fixtures. For tests. */
export async function score(predictions: readonly Source[], gold?: readonly Source[]): Promise<Scorecard> {
  const mark = kernels.arena.mark();
  try {
    return await scoreTrack({ track, gold: gold ?? (await fixtures("gold.jsonl")), predictions, kernels });
  } finally {
    kernels.arena.release(mark);
  }
}

/** All gold items of the sources. For tests. */
export async function goldItems(sources: readonly Source[]): Promise<TaskGraphItem[]> {
  const items: TaskGraphItem[] = [];
  for await (const { item } of readGold(track, sources, [])) items.push(item as TaskGraphItem);
  return items;
}

/** Every problem that a job refuses its input for. For tests. */
export async function refusal(job: Promise<unknown>): Promise<readonly Problem[]> {
  const error = await job.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (!(error instanceof InputError)) throw error ?? new Error("expected an InputError, found a result");
  return error.problems.flatMap(({ examples }) => examples);
}
