import fc from "fast-check";
import { utf8 } from "./row.ts";

/** What readers stumble over. */
const TOKENS: readonly string[] = [
  ...['"', "'", "\\", "{", "}", "[", "]", ",", ":", ";", "-", " ", "\t", "\n", "\r\n", "\r", "\0", "\ufeff", "\ud800", "\u202e"],
  ...["NaN", "null", "true", "1e999", "-0", "9".repeat(400), '"id":', '"__proto__":', '"constructor":', '"\\u005f_proto__":1,'],
  ...["<think>", "</think>", "```json\n", "[".repeat(200), '{"a":'.repeat(200)],
  ...["PK\x03\x04", "PAR1", "\x1f\x8b\x08", "version https://git-lfs.github.com/", "<!doctype html>"],
];

/** A change of bytes. Its places are shares of the length: the same change fits all files. */
export type Edit = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

function spliced(bytes: Uint8Array, start: number, end: number, between = new Uint8Array()): Uint8Array<ArrayBuffer> {
  const rest = bytes.subarray(end);
  const all = new Uint8Array(start + between.length + rest.length);
  all.set(bytes.subarray(0, start));
  all.set(between, start);
  all.set(rest, start + between.length);
  return all;
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const placeIn = (bytes: Uint8Array, at: number): number => Math.floor(at * bytes.length);

/** A byte replaced, text put in, bytes taken out or repeated, the end cut off. */
export const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(share, fc.nat(255)).map(
    ([at, value]): Edit =>
      (bytes) =>
        replaced(bytes, at, value),
  ),
  fc.tuple(share, fc.constantFrom(...TOKENS)).map(
    ([at, text]): Edit =>
      (bytes) =>
        put(bytes, at, text),
  ),
  fc.tuple(share, fc.nat(40)).map(
    ([at, size]): Edit =>
      (bytes) =>
        spliced(bytes, placeIn(bytes, at), placeIn(bytes, at) + size),
  ),
  fc.tuple(share, share).map(
    ([a, b]): Edit =>
      (bytes) =>
        repeated(bytes, a, b),
  ),
  share.map(
    (at): Edit =>
      (bytes) =>
        bytes.slice(0, placeIn(bytes, at)),
  ),
);

function replaced(bytes: Uint8Array<ArrayBuffer>, at: number, value: number): Uint8Array<ArrayBuffer> {
  return bytes.length === 0 ? bytes : bytes.with(Math.min(placeIn(bytes, at), bytes.length - 1), value);
}

function put(bytes: Uint8Array, at: number, text: string): Uint8Array<ArrayBuffer> {
  return spliced(bytes, placeIn(bytes, at), placeIn(bytes, at), utf8(text));
}

function repeated(bytes: Uint8Array, a: number, b: number): Uint8Array<ArrayBuffer> {
  const [start, end] = [placeIn(bytes, Math.min(a, b)), placeIn(bytes, Math.max(a, b))];
  return spliced(bytes, end, end, bytes.slice(start, end));
}

/** Values that stand where others should. */
const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, "", " ", "NaN", "Infinity", "-1", "x".repeat(5000)),
  fc.constantFrom<unknown>(0, -1, 0.1, 1e308, -1e308, 2 ** 53, 2 ** 31),
  fc.constantFrom<unknown>([], {}, [[]], [null], { length: 3 }, { constructor: 1 }),
  fc.constantFrom<unknown>(new Array(300).fill(0), Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`k${i}`, i]))),
  fc.string({ maxLength: 6, unit: "binary" }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A change somewhere in a record: `path` picks a way down, of which every step is one of the values at hand. */
export interface Change {
  readonly path: readonly number[];
  readonly what: "replace" | "remove" | "rename" | "repeat";
  readonly by: unknown;
}

export const change: fc.Arbitrary<Change> = fc.record({
  path: fc.array(fc.nat(9), { minLength: 1, maxLength: 5 }),
  what: fc.constantFrom("replace", "replace", "replace", "remove", "rename", "repeat"),
  by: junk,
});

/** The value with the change made in it. */
export function changed(value: unknown, { path: [at = 0, ...path], what, by }: Change): unknown {
  if (typeof value !== "object" || value === null) return by;
  const entries = Object.entries(value);
  const place = at % Math.max(1, entries.length);
  const [key, inner] = entries[place] ?? ["0", undefined];
  const isLeaf = typeof inner !== "object" || inner === null;
  if (path.length > 0 && !isLeaf) entries[place] = [key, changed(inner, { path, what, by })];
  else if (what === "remove") entries.splice(place, 1);
  else if (what === "rename") entries[place] = [`${key} `, inner];
  else if (what === "repeat") entries.push([`${entries.length}`, inner]);
  else entries[place] = [key, by];
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}
