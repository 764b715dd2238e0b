import { expect, test } from "vitest";
import { COST, front, frontData, frontTitle, PARAMETERS } from "./front.ts";
import { rankingData } from "./ranking.ts";
import { ACCURACY, comparison, THREE } from "./testing.ts";

const { systems } = rankingData(THREE);
const apart = [comparison(0, 1, 0.02, 0.5), comparison(0, 2, 0.22, 0.001), comparison(1, 2, 0.2, 0.001)];

test("a system is off the front only where another is no dearer and significantly better", () => {
  const beaten = (prices: readonly number[], pairs = apart) =>
    Object.fromEntries(frontData(COST, systems, prices, pairs).systems.map(({ name, beatenBy }) => [name, beatenBy]));
  expect(beaten([1, 2, 3])).toEqual({ Alpha: undefined, Beta: undefined, Gamma: "Alpha" });
  expect(beaten([9, 2, 2])).toEqual({ Alpha: undefined, Beta: undefined, Gamma: "Beta" });
  expect(beaten([9, 8, 1])).toEqual({ Alpha: undefined, Beta: undefined, Gamma: undefined });
  expect(beaten([1, 1, 1], [comparison(0, 1, 0.02, 0.5), comparison(0, 2, 0.22, 0.05), comparison(1, 2, 0.2, 0.06)]).Gamma).toBeUndefined();
});

test("a price that is not known or 0 is left out, and the note says so", () => {
  const data = frontData(PARAMETERS, systems, [undefined, 8, 0], apart);
  expect(data.systems.map(({ name }) => name)).toEqual(["Beta"]);
  expect(front(data, ACCURACY).note).toContain("2 systems without a known figure left out");
});

test("the title says which systems are worth their price", () => {
  expect(frontTitle(frontData(COST, systems, [1, 2, 3], apart))).toBe(
    "Alpha and Beta are on the front: nothing as cheap is significantly better",
  );
  expect(frontTitle(frontData(PARAMETERS, systems, [9, 8, 1], apart))).toBe(
    "All 3 systems are on the front: nothing as small is significantly better",
  );
});
