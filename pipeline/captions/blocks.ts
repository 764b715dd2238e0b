/** A text's lines, whatever ends them. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

/** Lines of a text between empty ones, as WebVTT parts its cues. A line of blanks is not empty: YouTube writes such lines into cues. */
export interface Block {
  /** Number of its first line, from 1. */
  readonly line: number;
  readonly lines: readonly string[];
}

/** The blocks of a text. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open: string[] = [];
  for (const [index, line] of [...linesOf(text), ""].entries()) {
    if (line !== "") open.push(line);
    else if (open.length > 0) {
      blocks.push({ line: index + 1 - open.length, lines: open });
      open = [];
    }
  }
  return blocks;
}
