import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { paperPrefilter, prefilter, prefiltered, repetition } from "./prefilter.ts";
import { mined } from "./testing.ts";

const GOLDEN = join(process.env.STEPLADDER_DATA ?? "../shared/data", "how2everything/golden/prefilter_cases.json");

interface Golden {
  readonly steps: readonly string[];
  readonly min_steps: number;
  readonly max_steps: number;
  readonly rep2: number;
  readonly rep3: number;
  readonly rep4: number;
  readonly passed: boolean;
  readonly reason: string;
}

describe("How2Mine's prefilter", () => {
  it.skipIf(!existsSync(GOLDEN))("says what the official one says, rates to the last bit (golden cases: STEPLADDER_DATA)", () => {
    const cases = JSON.parse(readFileSync(GOLDEN, "utf8")) as Golden[];
    expect(cases.length).toBeGreaterThan(10);
    for (const { steps, min_steps: least, max_steps: most, rep2, rep3, rep4, passed, reason } of cases) {
      const drop = prefiltered(steps, { least, most });
      expect({ passed: drop === undefined, reason: drop?.detail ?? "" }).toEqual({ passed, reason });
      expect([2, 3, 4].map((n) => repetition(steps, n))).toEqual([rep2, rep3, rep4]);
    }
  });

  it("counts an n-gram from its second time on, and none across steps", () => {
    expect(repetition(["Turn it on.", "turn IT off!"], 2)).toBe(1 / 4);
    expect(repetition(["a b", "b a"], 2)).toBe(0);
    expect(repetition(["a b a b a b"], 2)).toBe(0);
  });

  it("takes letters of all scripts for words, and marks of accents for none, as Python does", () => {
    expect(repetition(["Öfen heizen", "öfen HEIZEN"], 2)).toBe(1 / 2);
    expect(repetition(["n\u0303a", "n a"], 2)).toBe(1 / 2);
  });

  it("differs from the paper at four steps alone", () => {
    const four = mined({ steps: ["Fill the pot.", "Light the fire.", "Wait an hour.", "Pour it out."] });
    expect(prefilter.judge(four)).toBeUndefined();
    expect(paperPrefilter.judge(four)).toEqual({ reason: "too-few-steps", detail: "Too few steps: 4 < 5" });
  });
});
