import { expect, it } from "vitest";
import { inOrder } from "./in-order.ts";

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

it("gives results in the order of the inputs, with so many under way at once", async () => {
  let under = 0;
  let most = 0;
  const work = async (ms: number): Promise<number> => {
    most = Math.max(most, ++under);
    await after(ms);
    under--;
    return ms;
  };
  const inputs = [30, 1, 20, 2, 10, 3];
  expect(await Array.fromAsync(inOrder(inputs, 3, work))).toEqual(inputs);
  expect(most).toBe(3);
});

it.each([1, 2])("throws an error in its turn, once all that is under way has ended (window %i)", async (window) => {
  const ended: number[] = [];
  const work = async (number: number): Promise<number> => {
    if (number === 1) throw new Error("one");
    await after(5 * number);
    ended.push(number);
    return number;
  };
  const given: number[] = [];
  const run = async (): Promise<void> => {
    for await (const number of inOrder([0, 1, 2, 3], window, work)) given.push(number);
  };
  await expect(run()).rejects.toThrow("one");
  expect([given, ended]).toEqual([[0], window === 1 ? [0] : [0, 2]]);
});
