/** What the order of the list is worth. */
export interface ListOrder {
  /** Cost of each step that is left out between two others, before the first or after the last. */
  readonly skip: number;
  /** Cost of going back to an earlier step; Infinity forbids it. */
  readonly back: number;
  /** Cost of taking a step up again behind sentences that tell of none. */
  readonly again: number;
}

/** What it costs that steps of a list come right after each other, as `Claims` has it. A step that was left out and comes later is paid for on the way back. */
export function listMoves(steps: number, { skip, back, again }: ListOrder): Float64Array {
  const places = steps + 1;
  const moves = new Float64Array(places * places);
  for (let from = 0; from < places; from++)
    for (let to = 0; to < places; to++) moves[from * places + to] = to >= from ? (to - from) * skip : to === from - 1 ? again : back;
  return moves;
}

/** All orders alike: nothing that is left out costs anything. */
export function freeMoves(steps: number): Float64Array {
  return new Float64Array((steps + 1) ** 2);
}
