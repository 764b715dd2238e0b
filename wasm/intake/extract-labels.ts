import { readLiteral, wholeLiteral } from "./literal.ts";

/** Which part of a prediction a key or label names. */
export type Part = "intermediate" | "final";

// the noun may be left out; the words are those that models write when asked for intermediate states and a final state
const NAME = /^(?:(intermediates?)|(final))(?:[ _-]?(?:states?|answers?|results?|outputs?|values?|steps?))?$/i;

/** The part that a key names, e.g. `final_state`, `Intermediate States`, `finalAnswer`. */
export function partOf(key: string): Part | undefined {
  const match = NAME.exec(key.trim());
  return match === null ? undefined : match[1] === undefined ? "final" : "intermediate";
}

// decoration, the name, decoration around the colon; what a piece may start with, the one before cannot hold, so nothing is tried twice
const LABEL = /^[\s>*_#`\-+.\d)]*([A-Za-z]+(?:[ _-][A-Za-z]+)?)[*_`]*[ \t]*[:=\uff1a][ \t]*(?:\*\*|__)?[ \t]*/;
const LONGEST_LABEL = 80;
const BULLET = /^\s*(?:[-*+\u2022]|\d{1,4}[.)])\s+(\S.*)$/;
const FENCE = /^\s*(?:```|~~~)/;

/** Values under the last label of each part: on the label's line, over the following lines, or as the list below it. */
export function readLabels(text: string): Partial<Record<Part, unknown>> {
  const parts: Partial<Record<Part, unknown>> = {};
  const lines = text.split("\n");
  let offset = 0;
  for (const [index, line] of lines.entries()) {
    const label = labelOf(line);
    if (label !== undefined) {
      const rest = line.slice(label.length);
      const value = rest.trim() === "" ? below(text, lines, index, offset + line.length) : beside(text, offset + label.length, rest);
      if (value !== undefined) parts[label.part] = value;
    }
    offset += line.length + 1;
  }
  return parts;
}

function labelOf(line: string): { part: Part; length: number } | undefined {
  const label = LABEL.exec(line.slice(0, LONGEST_LABEL));
  const part = label === null ? undefined : partOf(label[1]!);
  return label === null || part === undefined ? undefined : { part, length: label[0].length };
}

function beside(text: string, at: number, rest: string): unknown {
  return bracketed(text, at) ?? valueIn(rest);
}

/** A list, object or tuple that may go on over several lines; only decoration may follow it on its last line. */
function bracketed(text: string, at: number): unknown {
  const start = text[at] === "`" ? at + 1 : at;
  if (!"[{(".includes(text[start] ?? " ")) return undefined;
  for (const dialect of ["json", "python"] as const) {
    const literal = readLiteral(text, start, dialect);
    if (!literal.found) continue;
    const end = text.indexOf("\n", literal.end);
    return /^[\s*_`.]*$/.test(text.slice(literal.end, end < 0 ? text.length : end)) ? literal.value : undefined;
  }
  return undefined;
}

/** The value under a label that stands alone: a bracketed literal, a list of bullets, or a single line. */
function below(text: string, lines: readonly string[], index: number, end: number): unknown {
  let first = index + 1;
  let offset = end + 1;
  while (first < lines.length && (lines[first]!.trim() === "" || FENCE.test(lines[first]!))) offset += lines[first++]!.length + 1;
  const literal = bracketed(text, offset + Math.max(0, (lines[first] ?? "").search(/\S/)));
  if (literal !== undefined) return literal;
  let last = first;
  while (last < lines.length && lines[last]!.trim() !== "" && !FENCE.test(lines[last]!) && labelOf(lines[last]!) === undefined) last++;
  const paragraph = lines.slice(first, last);
  const items = paragraph.map((line) => BULLET.exec(line)?.[1]);
  if (paragraph.length > 0 && items.every((item) => item !== undefined)) return items.map(valueIn);
  return paragraph.length === 1 ? valueIn(paragraph[0]!) : undefined;
}

/** A value on a line of its own: a literal where all of it is one, else its text without decoration. */
function valueIn(written: string): unknown {
  const text = undecorated(written.trim());
  const literal = wholeLiteral(text);
  return literal === undefined ? text : literal.value;
}

function undecorated(written: string): string {
  let text = written;
  for (const mark of ["**", "__", "`", "*"]) {
    if (!text.endsWith(mark) || text.length <= mark.length) continue;
    if (text.startsWith(mark) && text.length > 2 * mark.length) text = text.slice(mark.length, -mark.length).trim();
    // the opening mark stood before the label
    else if (text.indexOf(mark) === text.length - mark.length) text = text.slice(0, -mark.length).trimEnd();
  }
  return text;
}
