import { Constraint, type ConstraintKind } from "@stepladder/schema";
import { KINDS } from "@stepladder/wasm/metrics/checks/measure.ts";
import { describe, expect, it } from "vitest";
import { FIELDS, fieldValue } from "./fields.ts";

describe("the form of a constraint", () => {
  it("has all kinds in the order of the schema, each with its own fields", () => {
    expect(Object.keys(FIELDS)).toEqual(KINDS);
    for (const { shape } of Constraint.def.options) {
      const kind = shape.kind.def.values[0] as ConstraintKind;
      const own = Object.keys(shape).filter((name) => name !== "kind" && name !== "id");
      expect(FIELDS[kind].fields.map(({ name }) => name)).toEqual(own);
    }
  });

  it("reads what is typed as the schema has it", () => {
    expect(fieldValue("number", "4")).toBe(4);
    expect(fieldValue("lines", " Boil \n\nPour")).toEqual(["Boil", "Pour"]);
    expect(fieldValue("pairs", "1 3\n2 < 3")).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect(fieldValue("things", "dough = Knead a dough\nflour")).toEqual([{ name: "dough", by: "Knead a dough" }, { name: "flour" }]);
    expect(fieldValue("choice", "1.")).toBe("1.");
    for (const input of ["number", "lines", "pairs", "things", "choice"] as const) expect(fieldValue(input, " \n")).toBeUndefined();
  });
});
