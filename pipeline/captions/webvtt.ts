import { arrowTimes, hasArrow } from "./arrow.ts";
import { type Block, blocksOf } from "./blocks.ts";
import { badTime, noCues, type Place } from "./fault.ts";
import type { CaptionFormat, Captions, Cue, TimedWord } from "./interface.ts";
import { tidyLines, withoutTags } from "./markup.ts";
import { clockSeconds } from "./timecode.ts";

const OPENING = /^WEBVTT(?=[ \t\r\n]|$)/;
/** Blocks that are no cues, by their first line. */
const APART = /^(?:NOTE|STYLE|REGION)(?=[ \t]|$)/;
/** A time inside a cue: what follows it is said from then on. */
const INNER = /<(\d[\d:.]*)>/g;

/**
 * WebVTT (W3C), YouTube's own too, which times its words and shows each line again below the next one. An own parser: those of packages
 * tell faults without lines, or skip them.
 */
export const webvtt: CaptionFormat = {
  id: "webvtt",
  title: "WebVTT (.vtt)",
  knows: (text) => OPENING.test(text),
  read(text, file) {
    const [head, ...blocks] = blocksOf(text);
    const cues = [bodyOfHead(head as Block), ...blocks].flatMap((block) => cuesOf(block, file));
    if (cues.length === 0) throw noCues(file);
    const lang = languageOf(head as Block);
    const automatic = cues.some(({ words }) => words !== undefined);
    return { cues, ...(lang === undefined ? {} : { lang }), ...(automatic ? { automatic } : {}) } satisfies Captions;
  },
};

/** Cues may follow the first line without an empty one between. */
function bodyOfHead({ line, lines }: Block): Block {
  return { line: line + 1, lines: lines.slice(1) };
}

function languageOf({ lines }: Block): string | undefined {
  for (const line of lines) {
    const tag = /^Language:\s*([A-Za-z0-9-]+)\s*$/.exec(line)?.[1];
    if (tag !== undefined) return tag;
  }
  return undefined;
}

/** A line with an arrow begins a cue anywhere but in a note; a block without one is none, and the specification drops it. */
function cuesOf({ line, lines }: Block, file: string): Cue[] {
  if (APART.test(lines[0] ?? "")) return [];
  const starts = lines.flatMap((text, index) => (hasArrow(text) ? [index] : []));
  return starts.flatMap((at, number) => {
    const place = { file, line: line + at };
    const times = arrowTimes(lines[at] as string, place);
    const payload = lines.slice(at + 1, starts[number + 1]).join("\n");
    const text = tidyLines(withoutTags(payload.replace(INNER, "")));
    if (text === "") return [];
    const words = wordsOf(payload, times, place);
    return [{ text, ...times, ...(words === undefined ? {} : { words }) }];
  });
}

/** The words of a cue that has times inside; what stands before the first of them is said from its start. */
function wordsOf(payload: string, { start, end }: { start: number; end: number }, place: Place): TimedWord[] | undefined {
  const parts = payload.split(INNER);
  if (parts.length === 1) return undefined;
  const words: TimedWord[] = [];
  let from = start;
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 1) {
      const time = clockSeconds(part);
      if (time === undefined) throw badTime(place, `<${part}>`, "times such as <00:01:02.500> inside a cue");
      // A time outside its cue is one of the specification's faults that it lets pass; it is not left to run backwards.
      from = Math.min(Math.max(time, from), end);
      continue;
    }
    for (const text of withoutTags(part).split(/\s+/)) if (text !== "") words.push({ text, start: from });
  }
  return words;
}
