import { describe, expect, it } from "vitest";
import { jsonFault, readConstraint, readConstraints } from "./engine.ts";

describe("what is no constraint", () => {
  it.each([
    [{ kind: "resources-used", name: ["kettle"] }, 'expected no field "name": the fields of resources-used are kind, id, names.'],
    [{ kind: "ordered", step: ["a", "b"] }, 'expected no field "step": the fields of ordered are kind, id, steps.'],
    [{ kind: "step-count", min: 9, max: 2 }, "expected bounds that a number of steps can keep: min up to max, and exactly between them."],
    [
      { kind: "step-count", exactly: 9, max: 2 },
      "expected bounds that a number of steps can keep: min up to max, and exactly between them.",
    ],
    [{ kind: "ordered", steps: ["a"] }, 'steps: expected 2 or more steps; found ["a"].'],
  ])("%j is told", (value, fault) => {
    expect(readConstraint(value)).toEqual({ fault });
  });

  it("an unknown kind is told with those that are known, and its place", () => {
    const read = readConstraints('[{"kind": "json"}, {"kind": "sorted"}]');
    expect(read).toEqual({
      fault: expect.stringMatching(/^Constraint 2: kind: expected one of step-count, required, .*, json; found sorted\.$/),
    });
  });

  it("bounds that meet are none", () => {
    expect(readConstraint({ kind: "step-count", min: 2, max: 2, exactly: 2 })).toHaveProperty("constraint");
  });
});

it("broken JSON is told from lines", () => {
  for (const text of ['{"steps": ["Boil.",', '["Boil.", "Pour."', "[[", ' {"steps": }'])
    expect(jsonFault(text), text).toMatch(/begins as JSON does/);
  for (const text of ['["Boil.", "Pour."]', '{"step": ["Boil."]}']) expect(jsonFault(text), text).toMatch(/no object with a list of steps/);
  for (const text of ['{"steps": ["Boil."]}', "[optional] Boil.", "[ ] Boil.", "1. Boil {it}.", ""])
    expect(jsonFault(text), text).toBeUndefined();
});
