import { BOLD, drawing, LABEL, LETTER, text } from "./frame.ts";
import { type SvgNode, svg } from "./svg.ts";
import { INK } from "./theme.ts";

const SIDE = 16;
const TITLE = 14;
const LINE_HEIGHT = 20;

/** A drawing with its title above and its source below, as it leaves the page. */
export function titled(node: SvgNode, title: string, source: string): SvgNode {
  const inner = { width: Number(node.attributes.width), height: Number(node.attributes.height) };
  const lines = wrapped(title, Math.floor(inner.width / (LETTER * BOLD * (TITLE / LABEL))));
  const top = SIDE + lines.length * LINE_HEIGHT + 8;
  const label = String(node.attributes["aria-label"] ?? title);
  return drawing(
    inner.width + 2 * SIDE,
    top + inner.height + LINE_HEIGHT + SIDE,
    label,
    ...lines.map((line, i) => text(SIDE, SIDE + TITLE + i * LINE_HEIGHT, line, { fill: INK, "font-size": TITLE, "font-weight": 600 })),
    svg("g", { transform: `translate(${SIDE},${top})` }, ...node.children),
    text(SIDE, top + inner.height + LINE_HEIGHT + 4, source),
  );
}

/** Words in lines of at most so many letters. */
function wrapped(words: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`;
    if (lines.length > 0 && longer.length <= letters) lines.splice(-1, 1, longer);
    else lines.push(word);
  }
  return lines;
}
