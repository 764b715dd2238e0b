// What tests of runs share: a stand-in for a model that answers from gold.
import type { Prompted } from "@stepladder/tracks/testing.ts";
import { readGold } from "@stepladder/wasm/host/gold.ts";
import { openSources } from "@stepladder/wasm/intake/node.ts";
import { loadTrack } from "./core/tracks.ts";
import { promptOf, questionsOf } from "./model/questions.ts";
import type { Received, Reply } from "./model/testing.ts";

/** Replies with the right answer to every question of this gold; with the answer to another item where `wrong`. */
export async function answersFrom(id: string, gold: string, wrong = false): Promise<(received: Pick<Received, "messages">) => Reply> {
  const track = await loadTrack(id);
  const { prompted } = (await import(`@stepladder/tracks/${id}/testing.ts`)) as { prompted: Prompted<unknown> };
  const sources = await openSources([gold]);
  const answers = new Map<string, string>();
  for await (const { item } of readGold(track, sources, []))
    answers.set(track.itemId(item as never), prompted.answer(wrong ? prompted.altered(item) : item));
  const asking = { samples: 1, temperature: 0 };
  const replies = new Map<string, string>();
  for await (const { id: own, ask } of questionsOf(track, await promptOf(id), sources, asking, new AbortController().signal).jobs())
    replies.set(JSON.stringify(ask.messages), answers.get(own) as string);
  return ({ messages }) => {
    const text = replies.get(JSON.stringify(messages));
    return text === undefined ? { status: 400 } : { text };
  };
}
