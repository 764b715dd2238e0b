import { arrowTimes, hasArrow } from "./arrow.ts";
import { linesOf } from "./blocks.ts";
import { noCues } from "./fault.ts";
import type { CaptionFormat, Cue } from "./interface.ts";
import { tidyLines, withoutTags } from "./markup.ts";

const OPENING = /^\s*(?:\d+\s*[\r\n]+)?\s*\d[\d:.,]*\s*-->/;
const NUMBER = /^\s*\d+\s*$/;

/**
 * SubRip. It has no specification: numbers may be missing, cues may have empty lines in them, and positions may stand behind the times. So
 * a cue is what stands between two lines with an arrow. An own parser: those of packages drop what they cannot read without a word.
 */
export const srt: CaptionFormat = {
  id: "srt",
  title: "SubRip (.srt)",
  knows: (text) => OPENING.test(text.slice(0, 1000)),
  read(text, file) {
    const lines = linesOf(text);
    const starts = lines.flatMap((line, index) => (hasArrow(line) ? [index] : []));
    const cues = starts.flatMap((at, number): Cue[] => {
      const times = arrowTimes(lines[at] as string, { file, line: at + 1 });
      const shown = tidyLines(withoutTags(lines.slice(at + 1, endOf(lines, at, starts[number + 1])).join("\n")));
      return shown === "" ? [] : [{ text: shown, ...times }];
    });
    if (cues.length === 0) throw noCues(file);
    return { cues };
  },
};

/** Where a cue's text ends: before the next one's times, and before the number over these, where that has a line of its own behind an empty one. */
function endOf(lines: readonly string[], at: number, next: number | undefined): number {
  if (next === undefined) return lines.length;
  const isNumbered = next - 1 > at && NUMBER.test(lines[next - 1] as string);
  const standsApart = next - 2 <= at || (lines[next - 2] as string).trim() === "";
  return isNumbered && standsApart ? next - 1 : next;
}
