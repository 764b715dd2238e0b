import { jsonrepair } from "jsonrepair";

/**
 * JSON as pages write it: strict where it is, else mended: control characters in strings, comments, trailing commas and semicolons,
 * CDATA marks, several values in a row. Nothing where no mending helps.
 */
export function parseJson(text: string): unknown {
  const bare = text.replace(/^\s*(?:\/\/\s*)?<!\[CDATA\[|(?:\/\/\s*)?\]\]>\s*$|^\s*<!--|-->\s*$/g, "").trim();
  if (bare === "") return undefined;
  try {
    return JSON.parse(bare);
  } catch {
    try {
      return JSON.parse(jsonrepair(bare.replace(/;\s*$/, "")));
    } catch {
      return undefined;
    }
  }
}
