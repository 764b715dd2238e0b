import type { Kernels } from "../../host/kernels.ts";
import { randomWord } from "../../stats/random.ts";
import { BANDS, NO_TWIN, PERMUTATIONS, SLOT, SPARE } from "./abi.ts";
import { folded } from "./folded.ts";

/** Seed of the permutations: sketches can be compared only where it is the same. */
const SEED = 1997;

/** Multipliers, then addends, of the permutations (abi.ts). */
export const COEFFICIENTS = Uint32Array.from({ length: 2 * PERMUTATIONS }, (_, at) => {
  const { high } = randomWord(SEED, at);
  return at < PERMUTATIONS ? high | 1 : high;
});

/** A text that says nearly the same as one before it. */
export interface Twin {
  /** Places in the list of texts. */
  readonly text: number;
  readonly of: number;
  /** Share of the shingles of both that both have (Jaccard). */
  readonly similarity: number;
}

/** Texts are copied into the kernels' memory about this many characters at a time. */
const BATCH = 1 << 22;

/** UTF-8 bytes of a UTF-16 unit at most. */
const MOST_BYTES = 3;

/** Sketches of texts, BANDS numbers each, whatever the texts' size: all that has to be kept of a text to find those that may be like it. */
export function sketchesOf(texts: readonly string[], { arena, exports }: Kernels): Uint32Array<ArrayBuffer> {
  const sketches = new Uint32Array(texts.length * BANDS);
  const mark = arena.mark();
  const coefficients = arena.put(COEFFICIENTS);
  for (const { from, to } of batches(texts)) {
    const before = arena.mark();
    const { at, starts, longest } = written(texts, from, to, { arena, exports });
    const found = arena.alloc((to - from) * BANDS * 4);
    exports.minhashSketch(to - from, at, starts, coefficients, arena.alloc(longest * 3 + SPARE), found);
    sketches.set(arena.words(found, (to - from) * BANDS), from * BANDS);
    arena.release(before);
  }
  arena.release(mark);
  return sketches;
}

/** Places of the texts that may have a twin, by their sketches, in rising order. All others have none, but for the few that sketches miss. */
export function suspectsOf(sketches: Uint32Array, { arena, exports }: Kernels): Uint32Array {
  const count = sketches.length / BANDS;
  const slots = powerOfTwo(2 * count);
  const mark = arena.mark();
  const marks = arena.zeros(count);
  exports.minhashSuspects(count, arena.put(sketches), slots, arena.alloc(slots * SLOT), marks);
  const marked = new Uint8Array(exports.memory.buffer, marks, count);
  const suspects = Uint32Array.from(Array.from(marked.keys()).filter((i) => marked[i] === 1));
  arena.release(mark);
  return suspects;
}

/** What is asked of texts that may have twins. */
export interface Asked {
  /** The ones to keep first: a twin is one of an earlier text. */
  readonly texts: readonly string[];
  /** Theirs, in the same order. */
  readonly sketches: Uint32Array;
  /** So many at the front are never twins, only others of them. */
  readonly fixed?: number;
  /** Similarity from which texts are twins, above 0 to 1. Below .7 sketches miss more than one pair in fifty. */
  readonly least: number;
}

/** The texts that have a twin among those before them which have none: leave them out, and no two of the rest are found alike. */
export function twinsOf({ texts, sketches, fixed = 0, least }: Asked, kernels: Kernels): Twin[] {
  const { arena, exports } = kernels;
  const count = texts.length;
  const mark = arena.mark();
  const { shingles, starts } = shinglesOf(texts, kernels);
  const longest = starts.reduce((most, start, i) => Math.max(most, start - (starts[i - 1] ?? 0)), 0);
  const [buckets, slots] = [powerOfTwo(count * BANDS), powerOfTwo(2 * longest)];
  const [twins, similarities] = [arena.alloc(count * 4), arena.alloc(count * 8)];
  const room = [arena.alloc(buckets * 4), arena.alloc(count * BANDS * 4), arena.alloc(count * 4), arena.alloc(count * 4)];
  const given = [arena.put(sketches), arena.put(shingles), arena.put(starts)];
  exports.minhashTwins(fixed, count, least, ...given, buckets, ...room, slots, arena.alloc(slots * SLOT), twins, similarities);
  const like = arena.doubles(similarities, count);
  const found = [...arena.words(twins, count)].flatMap((of, text) =>
    of === NO_TWIN ? [] : [{ text, of, similarity: like[text] as number }],
  );
  arena.release(mark);
  return found;
}

/** Shingles of all texts one after the other, and where those of each begin. */
function shinglesOf(texts: readonly string[], { arena, exports }: Kernels): { shingles: Uint32Array; starts: Uint32Array } {
  const parts: Uint32Array[] = [];
  const starts = new Uint32Array(texts.length + 1);
  let all = 0;
  for (const { from, to } of batches(texts)) {
    const mark = arena.mark();
    const { at, starts: offsets, size, longest } = written(texts, from, to, { arena, exports });
    const [found, lists] = [arena.alloc(size * 2 + SPARE), arena.alloc((to - from + 1) * 4)];
    exports.minhashShingles(to - from, at, offsets, arena.alloc(longest + SPARE), found, lists);
    const own = arena.words(lists, to - from + 1);
    parts.push(arena.words(found, own[to - from] as number));
    for (let i = from; i <= to; i++) starts[i] = all + (own[i - from] as number);
    all = starts[to] as number;
    arena.release(mark);
  }
  const shingles = new Uint32Array(all);
  let at = 0;
  for (const part of parts) {
    shingles.set(part, at);
    at += part.length;
  }
  return { shingles, starts };
}

/** Spans of texts that are handled together. */
function* batches(texts: readonly string[]): Generator<{ from: number; to: number }> {
  let [from, size] = [0, 0];
  for (const [i, text] of texts.entries()) {
    size += text.length;
    if (size < BATCH && i + 1 < texts.length) continue;
    yield { from, to: i + 1 };
    [from, size] = [i + 1, 0];
  }
}

const encoder = new TextEncoder();

/** Copies texts in, and says where they lie, where each begins, how many bytes they have and how many the longest of them. */
function written(
  texts: readonly string[],
  from: number,
  to: number,
  { arena, exports }: Pick<Kernels, "arena" | "exports">,
): { at: number; starts: number; size: number; longest: number } {
  let room = 0;
  for (let i = from; i < to; i++) room += (texts[i] as string).length * MOST_BYTES;
  const at = arena.alloc(room);
  const starts = new Uint32Array(to - from + 1);
  let bytes = new Uint8Array(exports.memory.buffer);
  let [end, limit, longest] = [at, at + room, 0];
  for (let i = from; i < to; i++) {
    const text = texts[i] as string;
    let size = text.length * MOST_BYTES;
    let { written } = encoder.encodeInto(text, bytes.subarray(end, end + size));
    if (written > text.length) {
      const plain = folded(text);
      size = plain.length * MOST_BYTES;
      if (end + size > limit) {
        // What is allocated next lies behind what was allocated last.
        limit = arena.alloc(size) + size;
        bytes = new Uint8Array(exports.memory.buffer);
      }
      ({ written } = encoder.encodeInto(plain, bytes.subarray(end, end + size)));
    }
    end += written;
    starts[i + 1 - from] = end - at;
    longest = Math.max(longest, written);
  }
  return { at, starts: arena.put(starts), size: end - at, longest };
}

/** The smallest power of two that is not below `n`. */
function powerOfTwo(n: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, n)));
}
