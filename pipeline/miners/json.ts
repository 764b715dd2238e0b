import { jsonrepair } from "jsonrepair";

/** Characters of a text that is read, and of one that is mended, which takes longer. What people write by hand is far shorter. */
const LONGEST = 4_000_000;
const LONGEST_MENDED = 500_000;

/**
 * JSON as pages write it: strict where it is, else mended: control characters in strings, comments, trailing commas and semicolons,
 * CDATA marks, several values in a row. Nothing where no mending helps, or where the text is too long to be about a page.
 */
export function parseJson(text: string): unknown {
  if (text.length > LONGEST) return undefined;
  const bare = text.replace(/^\s*(?:\/\/\s*)?<!\[CDATA\[|(?:\/\/\s*)?\]\]>\s*$|^\s*<!--|-->\s*$/g, "").trim();
  if (bare === "") return undefined;
  try {
    return JSON.parse(bare);
  } catch {
    if (bare.length > LONGEST_MENDED) return undefined;
    try {
      return JSON.parse(jsonrepair(bare.replace(/(?![\n\r\t])\p{Cc}/gu, " ").replace(/;\s*$/, "")));
    } catch {
      return undefined;
    }
  }
}
