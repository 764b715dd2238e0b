import type { Random } from "../random.ts";
import { defineTask } from "./task.ts";

const COLUMNS = "abcdefgh";
const DIRECTIONS = { N: [0, 1], E: [1, 0], S: [0, -1], W: [-1, 0] } as const;

interface Params {
  /** Columns and rows, the same number. */
  size: number;
  start: string;
  blocked: string[];
  moves: (keyof typeof DIRECTIONS)[];
}

export default defineTask<Params>({
  id: "moves-on-a-board",
  title: "Moves on a board",
  rule:
    "A piece stands on a square board. Columns are a, b, c and so on from west to east, rows 1, 2, 3 and so on from south to north; c2 is the third column and the second row. One step per move, in order: N, E, S and W go one square north, east, south or west. " +
    "Check every move before it is made. It is refused, and the piece stays where it is, if it would leave the board, if it would enter a blocked square, or if it would lead straight back to the square from which the last move that was made came. " +
    'The state is a list of the square and the number of moves refused so far, like ["c2", 3].',
  question: ({ size, start, blocked, moves }) =>
    `Board: ${size} columns, ${size} rows\nSquare: ${start}\nBlocked: ${blocked.join(", ")}\nMoves: ${moves.join(" ")}`,
  generate(random, steps) {
    for (;;) {
      const params = draw(random, steps);
      // A piece in a corner that it cannot leave has nothing more to check.
      if (run(params).at(-1)![1] * 3 <= steps * 2) return params;
    }
  },
  solve(params) {
    return { init: [params.start, 0], states: run(params) };
  },
});

function draw(random: Random, steps: number): Params {
  const size = random.between(5, COLUMNS.length);
  const squares = Array.from({ length: size * size }, (_, i) => `${COLUMNS[i % size]}${Math.floor(i / size) + 1}`);
  const [start = "a1", ...blocked] = random.sample(squares, 1 + size);
  return { size, start, blocked, moves: random.list(steps, () => random.pick(["N", "E", "S", "W"] as const)) };
}

/** The square and the moves refused so far, after every move. */
function run({ size, start, blocked, moves }: Params): [string, number][] {
  let [square, before, refused] = [start, "", 0];
  return moves.map((move) => {
    const next = reached(square, move, size);
    if (next === undefined || next === before || blocked.includes(next)) refused += 1;
    else [square, before] = [next, square];
    return [square, refused];
  });
}

/** The next square in a direction, or nothing where the board ends. */
function reached(square: string, move: keyof typeof DIRECTIONS, size: number): string | undefined {
  const [east, north] = DIRECTIONS[move];
  const column = COLUMNS.indexOf(square[0]!) + east;
  const row = Number(square[1]) + north;
  return column < 0 || column >= size || row < 1 || row > size ? undefined : `${COLUMNS[column]}${row}`;
}
