import type { Reader } from "../core/mining.ts";
import { html } from "./html.ts";

/** All readers; an input goes to the first that accepts it. */
export const readers: readonly Reader[] = [html];

/** The reader of this id. Throws RangeError where there is none. */
export function readerOf(id: string): Reader {
  const reader = readers.find((one) => one.id === id);
  if (reader === undefined) throw new RangeError(`expected the id of a reader, found ${id}`);
  return reader;
}
