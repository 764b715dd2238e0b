import type { TimedWord } from "./interface.ts";

/** How many words further the one that fits is looked for. */
const AHEAD = 4;

/**
 * The words of a text with the times of words that were timed apart from it, which may lack punctuation, or some of them: those that fit
 * take their times, those between share the time between by their letters.
 */
export function timesOnto(text: string, timed: readonly TimedWord[], span: { readonly start: number; readonly end: number }): TimedWord[] {
  const tokens = text.split(/\s+/);
  const fits: (TimedWord | undefined)[] = [];
  let next = 0;
  for (const token of tokens) {
    const at = timed.slice(next, next + AHEAD).findIndex((word) => letters(word.text) === letters(token));
    fits.push(at < 0 ? undefined : timed[next + at]);
    if (at >= 0) next += at + 1;
  }
  return filled(tokens, fits, span);
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** Words without a time share what lies between those that have one. */
function filled(tokens: readonly string[], fits: readonly (TimedWord | undefined)[], span: { start: number; end: number }): TimedWord[] {
  const words: TimedWord[] = [];
  let from = span.start;
  for (let at = 0; at < tokens.length; ) {
    const fit = fits[at];
    if (fit !== undefined) {
      words.push({ ...fit, text: tokens[at] as string });
      from = fit.end ?? fit.start;
      at++;
      continue;
    }
    let behind = at;
    while (behind < tokens.length && fits[behind] === undefined) behind++;
    const until = Math.max(from, fits[behind]?.start ?? span.end);
    words.push(...shared(tokens.slice(at, behind), from, until));
    at = behind;
  }
  return words;
}

/** Words that share a span by their characters, each with the blank behind it. */
export function shared(texts: readonly string[], start: number, end: number): TimedWord[] {
  const all = texts.reduce((sum, text) => sum + text.length + 1, 0);
  let said = 0;
  return texts.map((text) => {
    const from = start + ((end - start) * said) / all;
    said += text.length + 1;
    return { text, start: from, end: start + ((end - start) * said) / all };
  });
}
