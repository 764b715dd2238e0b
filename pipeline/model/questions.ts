import { createHash } from "node:crypto";
import { textsIn } from "@stepladder/tracks/material.ts";
import type { AnyPrompt, NoPrompt } from "@stepladder/tracks/prompt.ts";
import { readGold } from "@stepladder/wasm/host/gold.ts";
import { missingIn } from "@stepladder/wasm/host/taker.ts";
import type { AnyTrack } from "@stepladder/wasm/host/track.ts";
import type { HashedFile } from "@stepladder/wasm/intake/hash.ts";
import { RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import type { Source } from "@stepladder/wasm/intake/source.ts";
import { counted } from "@stepladder/wasm/lib/counted.ts";
import { CommandError } from "../core/errors.ts";
import { trackIds, trackModule } from "../core/tracks.ts";
import type { Ask } from "./client.ts";
import type { Job } from "./jobs.ts";

/** The track's prompt. Throws CommandError that says why where it has none. */
export async function promptOf(track: string): Promise<AnyPrompt> {
  const modules = new Map<string, AnyPrompt | NoPrompt | undefined>();
  for (const id of await trackIds()) modules.set(id, await trackModule<AnyPrompt | NoPrompt>(id, "prompt.ts"));
  const prompt = modules.get(track);
  if (isPrompt(prompt)) return prompt;
  const others = [...modules].flatMap(([id, own]) => (isPrompt(own) ? [id] : []));
  throw new CommandError(
    `${track}: expected a track that a text model can answer, found one that needs ${prompt?.needs ?? "a prompt"}; such are ${others.join(", ")}`,
  );
}

function isPrompt(module: AnyPrompt | NoPrompt | undefined): module is AnyPrompt {
  return module !== undefined && !("needs" in module);
}

/** sha256 of what a prompt asks of its own examples, with the longest answer that is asked for: another prompt has another hash. */
export function promptHash({ examples, question, messages }: AnyPrompt, maxTokens: number): string {
  const asked = examples.map(({ item, texts }) => messages(question(item, texts)));
  return createHash("sha256")
    .update(JSON.stringify([maxTokens, asked]))
    .digest("hex");
}

/** How a run asks. */
export interface Asking {
  /** Repeats of each item. */
  readonly samples: number;
  readonly temperature: number;
  /** Instead of the prompt's own. */
  readonly maxTokens?: number | undefined;
  /** The first ones; absent: all. */
  readonly items?: number | undefined;
}

/** A track's items on their way to a model, and what was left out of them. */
export interface Questions {
  jobs(): AsyncGenerator<Job>;
  /** Items that are not asked, counted by the reason; known once all jobs were given. */
  withheld(): Readonly<Record<string, number>>;
  /** Gold of the items that were asked, in the layout of imported gold, where others follow that were not; known once all jobs were given. */
  part(): readonly string[] | undefined;
}

/** The questions of gold, in its order, the repeats of an item one after the other. Throws CommandError where no item can be asked. */
export function questionsOf(track: AnyTrack, prompt: AnyPrompt, gold: readonly Source[], asking: Asking, signal: AbortSignal): Questions {
  const withheld: Record<string, number> = {};
  let lines: string[] = [];
  let goesOn = false;
  return {
    withheld: () => withheld,
    part: () => (goesOn ? lines : undefined),
    async *jobs() {
      [lines, goesOn] = [[], false];
      for (const reason of Object.keys(withheld)) delete withheld[reason];
      const texts = await textsIn(gold, prompt, signal);
      let asked = 0;
      for await (const item of itemsIn(track, gold, signal)) {
        goesOn = asked === asking.items;
        if (goesOn) return;
        const reason = reasonAgainst(track, prompt, item, texts);
        if (reason !== undefined) {
          withheld[reason] = (withheld[reason] ?? 0) + 1;
          continue;
        }
        asked++;
        if (asking.items !== undefined) lines.push(`${JSON.stringify(item)}\n`);
        yield* jobsOf(track, prompt, item, texts.get(track.itemId(item)), asking);
      }
      const [reason] = Object.keys(withheld);
      if (asked === 0)
        throw new CommandError(`gold of ${track.id}: expected items that a model can be asked, found none: each needs ${reason}`);
    },
  };
}

type Item = Parameters<AnyTrack["itemId"]>[0];

async function* itemsIn(track: AnyTrack, gold: readonly Source[], signal: AbortSignal): AsyncGenerator<Item> {
  const seen = new Set<string>();
  const files: HashedFile[] = [];
  for await (const { item } of readGold(track, gold, files, { signal })) {
    const id = track.itemId(item);
    if (seen.has(id)) throw new CommandError(`gold: expected each id once, found ${id} again; give a folder with one set of gold`);
    seen.add(id);
    yield item;
  }
  if (seen.size > 0) return;
  const named = gold.slice(0, 3).map(({ name }) => name);
  const layouts = track.goldFormats.map(({ title }) => title).join("; or ");
  throw new CommandError(
    `gold of ${track.id}: expected ${layouts}, found none in ${named.join(", ")}${gold.length > named.length ? ` and ${counted(gold.length - named.length, "other file")}` : ""}`,
  );
}

function reasonAgainst(track: AnyTrack, prompt: AnyPrompt, item: Item, texts: ReadonlyMap<string, unknown>): string | undefined {
  const reason = prompt.withheld?.(item);
  if (reason !== undefined || prompt.material === undefined || texts.has(track.itemId(item))) return reason;
  return `its texts, which gold leaves out: give ${prompt.material.title} with --gold`;
}

function* jobsOf(track: AnyTrack, prompt: AnyPrompt, item: Item, texts: unknown, asking: Asking): Generator<Job> {
  const id = track.itemId(item);
  const question = prompt.question(item, texts);
  const messages = prompt.messages(question);
  const { temperature, maxTokens = prompt.maxTokens } = asking;
  for (let sample = 0; sample < asking.samples; sample++) {
    const ask: Ask = { messages, maxTokens, temperature, sample };
    const head = { id, ...(asking.samples > 1 ? { sample } : {}) };
    const predicted = (output: string): unknown => prompt.read?.(output, question);
    yield {
      ...head,
      ask,
      read: (output) => recordOf(track, predicted(output), head, output),
      unread: (output) => (isLeftToTrack(predicted, output) ? { ...head, output } : undefined),
    };
  }
}

/** Whether the track itself reads this answer: then the record of it stands, whatever can be read in it. */
function isLeftToTrack(predicted: (output: string) => unknown, output: string): boolean {
  try {
    return predicted(output) === undefined;
  } catch (error) {
    if (error instanceof RecordProblem) return false;
    throw error;
  }
}

/** The track's record with the raw answer in it. What the track's own reader would refuse or find no answer in, is refused here. */
function recordOf(track: AnyTrack, prediction: unknown, head: { readonly id: string }, output: string): object {
  const record = { ...head, ...(prediction === undefined ? {} : { prediction }), output };
  const raw = { value: record, file: "predictions.jsonl" };
  const read = track.formats.find((format) => format.accepts(raw))?.read(raw);
  const missing = read === undefined ? undefined : missingIn(read);
  if (missing !== undefined) throw new RecordProblem(missing);
  return record;
}
