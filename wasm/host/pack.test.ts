import type { Scorecard } from "@stepladder/schema";
import fc from "fast-check";
import { expect, it } from "vitest";
import { readPack, writePack } from "./pack.ts";

function scorecardOf(columns: Record<string, number[]>, items: number): Scorecard {
  const rows = Array.from({ length: items }, (_, i) => ({
    id: String(i),
    statistics: Object.fromEntries(Object.entries(columns).map(([id, values]) => [id, values[i] as number])),
  }));
  return { track: "t", hashes: { gold: "g" }, items: rows } as unknown as Scorecard;
}

it("reads back what it wrote, whatever the widths", () => {
  const column = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 300, maxLength: 300 });
  fc.assert(
    fc.property(column, fc.nat(4), (values, few) => {
      const columns = { ratio: values.map((value) => (Object.is(value, -0) ? 0 : value)), hit: values.map((_, i) => i % (few + 1)) };
      const { header, matrix } = readPack(writePack(scorecardOf(columns, 300)));
      expect(header.items).toBe(300);
      expect([...(matrix.columns.ratio as Float64Array)]).toEqual(columns.ratio);
      expect([...(matrix.columns.hit as Float64Array)]).toEqual(columns.hit);
    }),
    { seed: 1, numRuns: 50 },
  );
});

it("refuses a pack that was cut short", () => {
  const pack = writePack(scorecardOf({ hit: [1, 0, 1] }, 3));
  expect(() => readPack(pack.subarray(0, -1))).toThrow(/expected \d+ bytes, received \d+/);
});
