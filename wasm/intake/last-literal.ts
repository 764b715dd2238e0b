import { type Dialect, readLiteral } from "./literal.ts";

/** How often a character may be read over, on average, in search of objects: a text made to be slow ends there, a real one never. */
const MOST_READS = 4;
/** What a try costs at least, in characters. */
const TRY = 8;

/** What `pick` makes of the last object in a text of which it makes anything. */
export function lastLiteral<T>(text: string, dialect: Dialect, pick: (value: unknown) => T | undefined): T | undefined {
  let found: T | undefined;
  let reads = 0;
  for (let at = nextBrace(text, 0); at >= 0 && reads < MOST_READS * text.length; ) {
    const literal = readLiteral(text, at, dialect);
    reads += literal.end - at + TRY;
    if (literal.found) found = pick(literal.value) ?? found;
    at = nextBrace(text, literal.found ? literal.end : at + 1);
  }
  return found;
}

const BRACE = /\{(?=\s*["'])/g;

/** The next brace that a key follows. */
function nextBrace(text: string, from: number): number {
  BRACE.lastIndex = from;
  return BRACE.exec(text)?.index ?? -1;
}
