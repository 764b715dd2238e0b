import type { Words } from "../../host/kernels.ts";
import type { AskedFamily, Columns } from "../asked.ts";

/** The `texts` family: a text against the one that is right, with and without regard to its whitespace. */
export const texts: AskedFamily<string, string> = {
  id: "texts",
  statistics: [
    { id: "texts-asked", title: "Asks for a text" },
    { id: "texts-answered", title: "Has one" },
    { id: "text-match", title: "Equal but for whitespace" },
    { id: "text-match-strict", title: "Equal in every byte" },
  ],
  gold: () => {
    const columns = textColumns();
    return { ...columns, words: () => columns.words().slice(1) };
  },
  answers: textColumns,
  scratch: 0,
  run: ({ exports }, ...pointers) => exports.textsMeasure(...pointers),
};

/** Whether there was a text, where each starts and the last one ends, and their bytes side by side. */
function textColumns(): Columns<string> {
  const encoder = new TextEncoder();
  const answered: number[] = [];
  const starts = [0];
  const all: Uint8Array[] = [];
  return {
    push: (text) => {
      const bytes = encoder.encode(text ?? "");
      answered.push(Number(text !== undefined));
      starts.push((starts.at(-1) as number) + bytes.length);
      all.push(bytes);
    },
    words: (): readonly Words[] => {
      const bytes = new Uint8Array(starts.at(-1) as number);
      for (const [i, own] of all.entries()) bytes.set(own, starts[i]);
      return [Int32Array.from(answered), Int32Array.from(starts), bytes];
    },
    clear: () => {
      answered.length = 0;
      starts.length = 1;
      all.length = 0;
    },
  };
}
