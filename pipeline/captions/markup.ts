import { Parser } from "htmlparser2";

/** The text with its character references resolved; markup is left as it stands. */
export function withoutReferences(text: string): string {
  if (!text.includes("&")) return text;
  // Tags are no tags here: only what follows an ampersand is looked up.
  return text
    .split("<")
    .map((piece) => (piece.includes("&") ? resolved(piece) : piece))
    .join("<");
}

function resolved(text: string): string {
  const pieces: string[] = [];
  new Parser({ ontext: (data) => pieces.push(data) }, { xmlMode: false, decodeEntities: true }).end(text);
  return pieces.join("");
}

const TAG = /<\/?[a-z][^<>]*>/gi;
/** Overrides of Advanced SubStation, which people leave in SRT: `{\an8}`. */
const OVERRIDE = /\{\\[^{}]*\}/g;

/** The text of a cue whose tags say how it looks. A bracket that opens no tag stays. */
export function withoutTags(text: string): string {
  return withoutReferences(text.replace(TAG, "").replace(OVERRIDE, ""));
}

/** Its lines without blanks at their ends, and without empty ones. */
export function tidyLines(text: string): string {
  return text
    .split("\n")
    .map((line) => line.replace(/[\s\u200b\ufeff]+/gu, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}
