import { readSource } from "@stepladder/wasm/intake/read.ts";
import type { Source } from "@stepladder/wasm/intake/source.ts";
import type { AnyPrompt } from "./prompt.ts";

/** The texts of items in these files, by id; of records with one id the first is taken, as gold's readers do. What is wrong with a file, these tell. */
export async function textsIn(sources: readonly Source[], { material }: AnyPrompt, signal?: AbortSignal): Promise<Map<string, unknown>> {
  const texts = new Map<string, unknown>();
  const reading = { problem: () => {}, sharedNames: true, file: () => {}, progress: () => {}, ...(signal === undefined ? {} : { signal }) };
  if (material === undefined) return texts;
  for (const source of sources)
    for await (const batch of readSource(source, reading))
      for (const raw of batch) for (const [id, own] of material.read(raw)) if (!texts.has(id)) texts.set(id, own);
  return texts;
}
