import type { Problem } from "@stepladder/schema";
import { describe, expect, it } from "vitest";
import { InputError, ProblemList, describe as told } from "./problems.ts";

const problem = (kind: string, severity: Problem["severity"] = "error"): Problem => ({
  kind,
  severity,
  expected: "e",
  found: "f",
  fix: "x",
});

describe("a list of problems", () => {
  it("groups by kind, errors first, then by name", () => {
    const list = new ProblemList();
    for (const one of [problem("b"), problem("z", "warning"), problem("a"), problem("b"), problem("c", "warning")]) list.add(one);
    expect(list.groups().map(({ kind, count }) => [kind, count])).toEqual([
      ["a", 1],
      ["b", 2],
      ["c", 1],
      ["z", 1],
    ]);
  });

  it("keeps the first hundred of a kind and counts all, also when lists are merged", () => {
    const [first, second, all] = [new ProblemList(), new ProblemList(), new ProblemList()];
    for (let line = 1; line <= 80; line++) first.add({ ...problem("k"), line });
    for (let line = 81; line <= 250; line++) second.add({ ...problem("k"), line });
    for (const list of [first, second]) for (const group of list.groups()) all.addGroup(group);
    const [group] = all.groups();
    expect(group?.count).toBe(250);
    expect(group?.examples.map(({ line }) => line)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
    expect(first.groups()[0]?.count).toBe(80);
  });
});

describe("a problem as a line of text", () => {
  it.each([
    [{ file: "p.jsonl", line: 3, id: "i", field: "final" }, "p.jsonl:3 i final: expected e, found f; x"],
    [{ file: "p.json" }, "p.json: expected e, found f; x"],
    [{ id: "i" }, "i: expected e, found f; x"],
    [{}, "expected e, found f; x"],
  ])("with %j", (where, line) => {
    expect(told({ ...problem("k"), ...where })).toBe(line);
  });

  it("is the message of the error that carries it", () => {
    const list = new ProblemList();
    list.add({ ...problem("k"), file: "p.json" });
    expect(new InputError(list.groups()).message).toBe("p.json: expected e, found f; x");
    expect(new InputError([]).message).toBe("unusable input");
  });
});
