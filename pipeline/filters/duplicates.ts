import type { DroppedProcedure, MinedProcedure, Procedure } from "@stepladder/schema";
import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import { BANDS } from "@stepladder/wasm/mining/minhash/abi.ts";
import { sketchesOf, suspectsOf, twinsOf } from "@stepladder/wasm/mining/minhash/minhash.ts";
import { notedQuality } from "./quality.ts";
import { textOf } from "./text.ts";

/** Share of five-word shingles in common from which two procedures are the same: what How2Mine leaves in, and web corpora leave out. */
export const SIMILAR = 0.8;

/** Texts are sketched about this many characters at a time. */
const BATCH = 1 << 22;

/** Procedures, read anew each time and in the same order. */
export type Reading = () => AsyncIterable<MinedProcedure>;

/** What is near-duplicate of what. */
export interface Against {
  readonly kernels: Kernels;
  /** A test set: what is like one of these is dropped from training data, and they all stay where they are. */
  readonly test?: readonly Procedure[];
}

/**
 * Hands on what it reads, in order, near-duplicates as drops. Of procedures that are alike the one of the highest quality stays, of
 * equals the one whose id comes first, wherever it stands: the order of reading changes nothing, nor does how it was cut into shards.
 *
 * Reads three times. A procedure costs 64 bytes of memory between, and its text where it may have a twin.
 */
export async function* deduplicate(read: Reading, { kernels, test = [] }: Against): AsyncGenerator<MinedProcedure | DroppedProcedure> {
  const sketches = await sketched(read, test, kernels);
  const twins = await verified(read, test, sketches, kernels);
  let place = test.length;
  for await (const procedure of read()) {
    const twin = twins.get(place++);
    yield twin === undefined ? procedure : { ...twin, procedure };
  }
}

export function isDropped(one: MinedProcedure | DroppedProcedure): one is DroppedProcedure {
  return "procedure" in one;
}

/** Sketches of the test set, then of what is read. */
async function sketched(read: Reading, test: readonly Procedure[], kernels: Kernels): Promise<Uint32Array> {
  const parts: Uint32Array[] = [];
  let texts: string[] = [];
  let size = 0;
  const add = (procedure: Procedure): void => {
    const text = textOf(procedure);
    texts.push(text);
    size += text.length;
    if (size >= BATCH) flush();
  };
  const flush = (): void => {
    parts.push(sketchesOf(texts, kernels));
    [texts, size] = [[], 0];
  };
  for (const procedure of test) add(procedure);
  for await (const procedure of read()) add(procedure);
  flush();
  const all = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

interface Suspect {
  readonly place: number;
  readonly id: string;
  readonly text: string;
  readonly quality: number;
}

/** Why procedures are dropped, by their place behind the test set. */
async function verified(
  read: Reading,
  test: readonly Procedure[],
  sketches: Uint32Array,
  kernels: Kernels,
): Promise<Map<number, Omit<DroppedProcedure, "procedure">>> {
  const marked = new Set(suspectsOf(sketches, kernels));
  const fixed: Suspect[] = [];
  for (const [place, procedure] of test.entries()) {
    if (marked.has(place)) fixed.push({ place, id: procedure.id, text: textOf(procedure), quality: 1 });
  }
  const others: Suspect[] = [];
  let place = test.length;
  for await (const procedure of read()) {
    if (marked.has(place)) others.push({ place, id: procedure.id, text: textOf(procedure), quality: notedQuality(procedure) });
    place++;
  }
  others.sort((a, b) => b.quality - a.quality || (a.id < b.id ? -1 : a.id > b.id ? 1 : a.place - b.place));
  const ranked = [...fixed, ...others];
  const own = new Uint32Array(ranked.length * BANDS);
  for (const [at, { place: from }] of ranked.entries()) own.set(sketches.subarray(from * BANDS, (from + 1) * BANDS), at * BANDS);
  const texts = ranked.map(({ text }) => text);
  const twins = twinsOf({ texts, sketches: own, fixed: fixed.length, least: SIMILAR }, kernels);
  return new Map(
    twins.map(({ text, of, similarity }) => {
      const { place: at } = ranked[text] as Suspect;
      const detail = `${(ranked[of] as Suspect).id}, ${similarity.toFixed(3)} of their shingles in common`;
      return [
        at,
        of < fixed.length
          ? { filter: "test-set", reason: "in-test-set", detail }
          : { filter: "duplicates", reason: "near-duplicate", detail },
      ];
    }),
  );
}
