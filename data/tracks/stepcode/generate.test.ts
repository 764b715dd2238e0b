import { createHash } from "node:crypto";
import { TRACE_KINDS, TraceItem } from "@stepladder/schema";
import { describe, expect, it } from "vitest";
import generator, { defaultRelease, generateItems, itemLines, releases, splits } from "./generate.ts";
import { runInNode } from "./testing.ts";
import track from "./track.ts";

/** Of items.jsonl. A published set may not change: a new hash here means a new release, not a new line. */
const RELEASE_SHA256 = "035688bcd40cf4ef0b9ad83c8c419751933113e18a7c0d0ead66299d9b38c8f2";

const items = [...generateItems(releases[defaultRelease])];

/** The right answer, found from the item's texts with Node in place of the interpreter. */
function answered({ kind, program, question }: TraceItem): string {
  const lines = program.split("\n").map((line) => line.slice(4));
  const { steps, output } = runInNode(lines);
  const [, line, times = "1"] = /line (\d+)(?:.* for the (\d+))?/.exec(question) ?? [];
  const place = steps.flatMap((step, i) => (step.line === Number(line) ? [i] : []))[Number(times) - 1] ?? Number.NaN;
  switch (kind) {
    case "covered":
      return Number.isNaN(place) ? "no" : "yes";
    case "value":
      expect(lines[Number(line) - 1]?.trim()).toMatch(new RegExp(`^${/value of (\w+)/.exec(question)?.[1]} = `));
      return String(steps[place]?.value);
    case "next":
      return String(steps[place + 1]?.line ?? "end");
    case "output":
      return String(output);
    case "steps":
      return String(steps.length);
  }
}

describe("the default release", () => {
  it("has bytes that never change", () => {
    const hash = createHash("sha256");
    for (const line of itemLines(releases[defaultRelease])) hash.update(line);
    expect(hash.digest("hex")).toBe(RELEASE_SHA256);
  });

  it("has the answers that Node finds from the texts alone", () => {
    for (const item of items) expect(answered(item), `${item.program}\n${item.question}`).toBe(item.expected);
  });

  it("has items of the schema with ids of this track, five questions for each run, no program twice", () => {
    for (const item of items) expect([TraceItem.parse(item), track.owns(item.id)]).toEqual([item, true]);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    expect(items.map(({ kind }) => kind)).toEqual(items.map((_, i) => TRACE_KINDS[i % 5]));
    expect(new Set(items.map(({ program }) => program)).size).toBe(items.length / 5);
    for (const { id } of splits) expect(items.filter(({ split }) => split === id)).toHaveLength(items.length / 3);
  });

  it("has no answer that is right for most: one in five at most in any kind but the one of two answers, of which a coin decides", () => {
    const share = (kind: string): number => {
      const own = items.filter((item) => item.kind === kind).map(({ expected }) => expected);
      return Math.max(...[...new Set(own)].map((one) => own.filter((other) => other === one).length)) / own.length;
    };
    expect(Math.abs(share("covered") - 0.5)).toBeLessThan(0.1);
    for (const kind of TRACE_KINDS.slice(1)) expect(share(kind), kind).toBeLessThan(0.2);
  });
});

describe("any set", () => {
  it("is the beginning of a larger one of its seed, and another for another seed", () => {
    const some = [...generateItems({ items: 33, seed: 5 })];
    expect(some).toHaveLength(33);
    expect([...generateItems({ items: 100, seed: 5 })].slice(0, 33)).toEqual(some);
    expect([...generateItems({ items: 33, seed: 6 })].map(({ program }) => program)).not.toEqual(some.map(({ program }) => program));
  });

  it("bears a name in place of its seed, and has questions that hold neither answer nor length", () => {
    const named = [...itemLines({ items: 10, seed: 77, name: "spring" })].join("");
    expect(named.replaceAll("sc-spring-", "sc-77-")).toBe([...itemLines({ items: 10, seed: 77 })].join(""));
    expect(() => generateItems({ items: -1, seed: 1 }).next()).toThrow(RangeError);
    for (const line of generator.questions({ items: 10, seed: 77 })) {
      const question = JSON.parse(line) as Record<string, string>;
      expect(Object.keys(question)).toEqual(["id", "split", "kind", "prompt"]);
      expect(question.prompt).toContain("between <answer> and </answer>");
    }
  });
});
