import { plainText } from "@stepladder/wasm/host/plain-text.ts";
import { markup, type SvgNode, svg } from "../charts/svg.ts";

/** What a badge says: on its left where it comes from, on its right how it stands. */
export interface Badge {
  readonly label: string;
  readonly message: string;
  /** Whether it holds a rank; a baseline's or a quoted figure's is grey. */
  readonly ranked: boolean;
}

const HEIGHT = 20;
const SIZE = 11;
const PAD = 6;
/** Badges stand on grounds that we do not know, so their colours are fixed: white reaches 4.5:1 on each. */
const COLORS = { label: "#3d4247", ranked: "#0b5fa5", other: "#5a6067" } as const;

/** A badge as a drawing of two fields. */
export function badgeSvg({ label, message, ranked }: Badge): string {
  const texts = [plainText(label), plainText(message)] as const;
  const [left, right] = texts.map((text) => widthOf(text) + 2 * PAD) as [number, number];
  const title = texts.join(": ");
  const field = (x: number, width: number, fill: string): SvgNode => svg("rect", { x, width, height: HEIGHT, fill });
  // `textLength` holds the text to the width that was guessed, whatever font there is.
  const text = (x: number, said: string): SvgNode => svg("text", { x: x + PAD, y: 14, textLength: widthOf(said) }, said);
  return `${markup(
    svg(
      "svg",
      { xmlns: "http://www.w3.org/2000/svg", width: left + right, height: HEIGHT, role: "img", "aria-label": title },
      svg("title", {}, title),
      field(0, left, COLORS.label),
      field(left, right, ranked ? COLORS.ranked : COLORS.other),
      svg(
        "g",
        { fill: "#ffffff", "font-family": "Verdana, 'DejaVu Sans', Geneva, sans-serif", "font-size": SIZE },
        text(0, texts[0]),
        text(left, texts[1]),
      ),
    ),
  )}\n`;
}

/** The same for shields.io: https://shields.io/badges/endpoint-badge */
export function badgeJson({ label, message, ranked }: Badge): object {
  const color = (ranked ? COLORS.ranked : COLORS.other).slice(1);
  return { schemaVersion: 1, label: plainText(label), message: plainText(message), color };
}

/** Width of a text in Verdana or its like, in pixels: narrow, wide and other letters. */
function widthOf(text: string): number {
  const of = (letter: string): number => {
    if (/[ijlI.,:;|'()[\] \u00a0·]/.test(letter)) return 0.42;
    if (/[mwMW%@]/.test(letter)) return 0.95;
    return letter.charCodeAt(0) < 0x2e80 ? 0.63 : 1;
  };
  return Math.round(Array.from(text, of).reduce((sum, width) => sum + width, 0) * SIZE);
}
