import { readdir } from "node:fs/promises";
import { readGold } from "@stepladder/wasm/host/gold.ts";
import type { AnyTrack } from "@stepladder/wasm/host/track.ts";
import type { Source } from "@stepladder/wasm/intake/source.ts";
import { textsIn } from "./material.ts";
import type { AnyPrompt, NoPrompt } from "./prompt.ts";
import type { Prompted, testing } from "./testing.ts";

/** A track with its modules, for tests of all of them. */
export interface TrackWithPrompt {
  readonly id: string;
  readonly track: AnyTrack;
  readonly prompt: AnyPrompt | NoPrompt;
  // biome-ignore lint/suspicious/noExplicitAny: items are private to each track
  readonly testing: ReturnType<typeof testing<any>> & { readonly prompted?: Prompted<any> };
}

/** Every track, by id. */
export async function tracksWithPrompts(): Promise<TrackWithPrompt[]> {
  const paths = await readdir(new URL("./", import.meta.url), { recursive: true });
  const ids = paths.flatMap((path) => /^([^/\\]+)[/\\]track\.ts$/.exec(path)?.[1] ?? []).sort();
  return Promise.all(
    ids.map(async (id) => ({
      id,
      track: (await import(`./${id}/track.ts`)).default,
      prompt: (await import(`./${id}/prompt.ts`)).default,
      testing: await import(`./${id}/testing.ts`),
    })),
  );
}

/** Those that a text model can answer. */
export interface AskedTrack extends TrackWithPrompt {
  readonly prompt: AnyPrompt;
  // biome-ignore lint/suspicious/noExplicitAny: items are private to each track
  readonly prompted: Prompted<any>;
}

export async function askedTracks(): Promise<AskedTrack[]> {
  return (await tracksWithPrompts()).flatMap(({ prompt, ...rest }) => {
    if ("needs" in prompt) return [];
    const { prompted } = rest.testing;
    if (prompted === undefined) throw new Error(`data/tracks/${rest.id}/testing.ts: expected \`prompted\`, for the tests of its prompt`);
    return [{ ...rest, prompt, prompted }];
  });
}

/** An item that is asked, as its prompt sees it. */
export interface AskedItem {
  // biome-ignore lint/suspicious/noExplicitAny: items are private to each track
  readonly item: any;
  readonly texts: unknown;
}

/** The items of gold that are asked, with their texts. */
export async function askedItems({ track, prompt }: AskedTrack, gold: readonly Source[]): Promise<AskedItem[]> {
  const texts = await textsIn(gold, prompt);
  const items: AskedItem[] = [];
  for await (const { item } of readGold(track, gold, [])) {
    const id = track.itemId(item);
    if (prompt.withheld?.(item) === undefined && (prompt.material === undefined || texts.has(id)))
      items.push({ item, texts: texts.get(id) });
  }
  return items;
}

/** The record of an answer, as a run writes it. */
export function recordOf({ track, prompt }: AskedTrack, { item, texts }: AskedItem, output: string): object {
  const prediction = prompt.read?.(output, prompt.question(item, texts));
  return { id: track.itemId(item), output, ...(prediction === undefined ? {} : { prediction }) };
}
