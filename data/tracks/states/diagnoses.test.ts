import { SourceNumber } from "@stepladder/schema";
import { describe, expect, it } from "vitest";
import { finalRepeated, initIncluded } from "./diagnoses.ts";

describe("the final state repeated", () => {
  const mend = (intermediate: readonly unknown[], final: unknown) =>
    finalRepeated.mend({ intermediate: [...intermediate], final }, { init: "s" });

  it("is mended by dropping the last intermediate state", () => {
    expect(mend(["a", "b", "c"], "c")).toEqual({ intermediate: ["a", "b"], final: "c" });
    expect(mend([["a", "b"]], ["a", "b"])).toEqual({ intermediate: [], final: ["a", "b"] });
  });

  it("is dropped once only", () => {
    expect(mend(["c", "c"], "c")).toEqual({ intermediate: ["c"], final: "c" });
  });

  it("is told by the matcher of the final state's type", () => {
    expect(mend(["7"], 7)).toEqual({ intermediate: [], final: 7 });
    expect(mend([7], "7")).toEqual({ intermediate: [], final: "7" });
    expect(mend([new SourceNumber("7.9")], 7)).toEqual({ intermediate: [], final: 7 });
    expect(mend([new SourceNumber("7.0")], "7")).toBeUndefined();
  });

  it.each([
    ["no intermediate state", [], "c"],
    ["another last state", ["c", "b"], "c"],
    ["empty lists, which equal nothing", [[]], []],
    ["values that no matcher takes", [true], true],
    ["null", [null], null],
  ])("is not seen in %s", (_, intermediate, final) => {
    expect(mend(intermediate, final)).toBeUndefined();
  });
});

describe("the given state included", () => {
  const mend = (init: unknown, ...intermediate: unknown[]) => initIncluded.mend({ intermediate, final: "z" }, { init });

  it("is mended by dropping the first intermediate state", () => {
    expect(mend("s", "s", "a")).toEqual({ intermediate: ["a"], final: "z" });
    expect(mend(3, "3", 4)).toEqual({ intermediate: [4], final: "z" });
    expect(mend(["a", 1], ["a", "1"])).toEqual({ intermediate: [], final: "z" });
  });

  it.each([
    ["a run that starts elsewhere", "s", "a"],
    ["a run that comes back later", "s", "a", "s"],
    ["an item whose given state is not known", null, null],
    ["a given state that is an empty list", [], []],
  ])("is not seen in %s", (_, init, ...intermediate) => {
    expect(mend(init, ...intermediate)).toBeUndefined();
  });

  it("is not seen where there is no intermediate state", () => {
    expect(mend("s")).toBeUndefined();
  });
});
