import { LETTERS } from "./alphabets.ts";
import { defineTask } from "./task.ts";

interface Params {
  text: string;
  /** Written after both halves of a piece, by the depth of the piece; deeper pieces begin with the first mark again. */
  marks: string;
  /** Which half comes first where the depth is even; at odd depths it is the other. */
  first: "left" | "right";
  /** Whether the whole text, which is of depth 0, gets a mark. */
  closed: boolean;
}

export default defineTask<Params>({
  id: "fold-a-text",
  title: "Fold a text",
  rule:
    "Fold is a procedure that calls itself. To fold a piece of one letter, write that letter. To fold a longer piece, cut it into a left and a right half, the left one longer by one letter where the length is odd; fold both halves, which are one deeper than the piece; and then write the mark of the piece's depth. " +
    "The whole text has depth 0. Marks are taken by depth: the first mark is for depth 0, the second for depth 1 and so on, and behind the last mark comes the first one again. At even depths the half that is given is folded first, at odd depths the other one. " +
    "Fold the whole text. One step is one letter or mark written. The state is the text written so far, a string; the start is the empty text.",
  question: ({ text, marks, first, closed }) =>
    `Text: ${text}\nMarks: ${[...marks].join(" ")}\nFirst half at even depths: ${first}\nMark for the whole text itself: ${closed ? "yes" : "no"}`,
  generate(random, steps) {
    // n letters have n - 1 marks.
    const closed = steps % 2 === 1;
    const text = random.text(LETTERS, closed ? (steps + 1) / 2 : steps / 2 + 1);
    return { text, marks: random.sample([..."+*=<>#%&"], random.between(2, 4)).join(""), first: random.pick(["left", "right"]), closed };
  },
  solve({ text, marks, first, closed }) {
    const states: string[] = [];
    const write = (character: string) => states.push((states.at(-1) ?? "") + character);
    const fold = (piece: string, depth: number): void => {
      if (piece.length === 1) {
        write(piece);
        return;
      }
      const middle = Math.ceil(piece.length / 2);
      const halves = [piece.slice(0, middle), piece.slice(middle)];
      const order = (first === "left") === (depth % 2 === 0) ? halves : halves.reverse();
      for (const half of order) fold(half, depth + 1);
      if (depth > 0 || closed) write(marks[depth % marks.length]!);
    };
    fold(text, 0);
    return { init: "", states };
  },
});
