import { describe, expect, it } from "vitest";
import { fleissKappa, krippendorffAlpha, type Level } from "./agreement.ts";

/** One character for each unit, "." where the rater left it out. */
function read(...raters: readonly string[]): (number | undefined)[][] {
  return raters.map((row) => [...row].map((rating) => (rating === "." ? undefined : Number(rating))));
}

describe("krippendorffAlpha", () => {
  // Krippendorff 2011, section E: four observers, twelve units.
  const printed = read("123321412...", "1233224125.3", ".3332342251.", "12332441251.");

  it.each([
    ["nominal", 0.743],
    ["ordinal", 0.815],
    ["interval", 0.849],
  ] as const)("Krippendorff 2011, %s: %f", (level, alpha) => {
    expect(krippendorffAlpha(printed, level)).toBeCloseTo(alpha, 3);
  });

  it("the three coders of Wikipedia's article", () => {
    const coders = read(".....34121133.3", "1.213343.......", "..21344.21133.4");
    expect(krippendorffAlpha(coders, "nominal")).toBeCloseTo(0.691, 3);
    expect(krippendorffAlpha(coders, "interval")).toBeCloseTo(0.811, 3);
  });

  it("section A of the same: two observers, ten binary units, 0.095", () => {
    expect(krippendorffAlpha(read("0100000010", "1110010000"), "nominal")).toBeCloseTo(0.095, 3);
  });

  it("is 1 for perfect agreement and below 0 for worse than chance", () => {
    for (const level of ["nominal", "ordinal", "interval"] satisfies Level[]) {
      expect(krippendorffAlpha(read("1234", "1234", ".2.4"), level)).toBe(1);
      expect(krippendorffAlpha(read("1212", "2121"), level)).toBeLessThan(0);
    }
  });

  it("leaves a unit with one rating out", () => {
    expect(krippendorffAlpha(read("121.", "1225"), "interval")).toBe(krippendorffAlpha(read("121", "122"), "interval"));
  });

  it("is absent where there is nothing to agree on", () => {
    expect(krippendorffAlpha([], "nominal")).toBeUndefined();
    expect(krippendorffAlpha(read("12.", "..3"), "nominal")).toBeUndefined();
    expect(krippendorffAlpha(read("111", "111"), "ordinal")).toBeUndefined();
  });
});

describe("fleissKappa", () => {
  it("the fourteen raters of Wikipedia's article: 0.210", () => {
    const rows = [
      "0 0 0 0 14",
      "0 2 6 4 2",
      "0 0 3 5 6",
      "0 3 9 2 0",
      "2 2 8 1 1",
      "7 7 0 0 0",
      "3 2 6 3 0",
      "2 5 3 2 2",
      "6 5 2 1 0",
      "0 2 2 3 7",
    ];
    expect(fleissKappa(rows.map((row) => row.split(" ").map(Number)))).toBeCloseTo(0.21, 3);
  });

  it("Fleiss 1971, thirty patients, six psychiatrists, five diagnoses: 0.4302", () => {
    // The diagnoses given to each patient; the figure to seven places is that of R's irr::kappam.fleiss(diagnoses).
    const patients = ["444444", "222555", "233335", "555555", "222444", "113333", "333355", "113334", "114444", "555555"].concat(
      ["144444", "124444", "222333", "144444", "224445", "333335", "111455", "111112", "224444", "133555"],
      ["555555", "244444", "224555", "114444", "144445", "222224", "111155", "224444", "133333", "555555"],
    );
    const counts = patients.map((given) => ["1", "2", "3", "4", "5"].map((one) => given.split(one).length - 1));
    expect(fleissKappa(counts)).toBeCloseTo(0.4302445, 7);
  });

  it("is absent where raters differ in number, there is one, or one category", () => {
    expect(fleissKappa([])).toBeUndefined();
    expect(
      fleissKappa([
        [1, 0],
        [0, 1],
      ]),
    ).toBeUndefined();
    expect(
      fleissKappa([
        [2, 0],
        [1, 2],
      ]),
    ).toBeUndefined();
    expect(
      fleissKappa([
        [2, 0],
        [2, 0],
      ]),
    ).toBeUndefined();
  });
});
