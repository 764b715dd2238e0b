import { afterAll, expect, it } from "vitest";
import { loadKernels } from "../host/node.ts";
import { states } from "./states/measure.ts";
import { together } from "./together.ts";

const kernels = await loadKernels();
const mark = kernels.arena.mark();
afterAll(() => kernels.arena.release(mark));

/** Compares the text forwards or, as a family of its own, backwards. */
const spelt = (turn: (letters: string[]) => string[]) =>
  states<string, string>({
    gold: (word) => turn([...word]),
    prediction: (word) => turn([...word]),
    rule: () => 0,
    key: (state) => String(state),
  });

it("rows of several families stand side by side, for every item and in order", () => {
  const forwards = spelt((letters) => letters);
  const backwards = spelt((letters) => letters.reverse());
  const both = together("both", [forwards, backwards]);
  expect(both.statistics).toHaveLength(forwards.statistics.length * 2);
  const rowsOf = (measure: typeof both): number[][] => {
    const gold = measure.gold();
    for (const word of ["step", "ladder"]) gold.add(word);
    const measurer = gold.measurer(kernels);
    // Later rows first, so that an item is found by its index and not by its turn.
    measurer.add(1, "lander");
    measurer.add(0, "stop");
    expect(measurer.queued).toBe(2);
    const rows = measurer.flush();
    expect(measurer.queued).toBe(0);
    return [0, 1].map((row) => [...rows.subarray(row * measure.statistics.length, (row + 1) * measure.statistics.length)]);
  };
  const [first, second] = [rowsOf(forwards), rowsOf(backwards)];
  expect(rowsOf(both)).toEqual([0, 1].map((row) => [...(first[row] as number[]), ...(second[row] as number[])]));
  expect(first).not.toEqual(second);
});
