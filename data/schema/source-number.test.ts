import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isInteger, SourceNumber } from "./source-number.ts";

describe("a source number", () => {
  it.each(["21.0", "1e21", "-0", "1E+3", "123456789012345678901234567890", "0.10"])("%s is written as it was read", (text) => {
    expect(JSON.stringify({ at: [new SourceNumber(text)] })).toBe(`{"at":[${text}]}`);
  });

  it("is the same number once JavaScript reads it", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(JSON.parse(JSON.stringify(new SourceNumber(Object.is(value, -0) ? "-0" : String(value))))).toBe(value);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it("cannot smuggle anything but a number into JSON", () => {
    for (const text of ["", " 1", "1,2", "{}", "Infinity", "1}"])
      expect(() => JSON.stringify(new SourceNumber(text)), text).toThrow(SyntaxError);
  });
});

it("a whole number is one as Python's json reads it: by how it is written", () => {
  const whole = [0, -7, 2 ** 53 - 1, new SourceNumber("-0"), new SourceNumber("123456789012345678901234567890")];
  const other = [0.5, Number.NaN, "7", true, null, [7], new SourceNumber("21.0"), new SourceNumber("1e3")];
  expect(whole.filter(isInteger)).toEqual(whole);
  expect(other.filter(isInteger)).toEqual([]);
});
