import { expect, it } from "vitest";
import type { Value } from "../metrics/contract.ts";
import type { Anatomy, KindFound } from "./anatomy.ts";
import { anatomySentence, mostMoved, move, printAnatomy, restSentence, type ToldMetric } from "./anatomy-print.ts";

const metric: ToldMetric = { id: "m", title: "Prefix accuracy", unit: "fraction", better: "higher" };
const at = (value: number): Value => ({ kind: "value", value });
const kind = (mended: Value, items = 41): KindFound => ({
  id: "wrong-state",
  title: "A wrong state",
  explains: "",
  items,
  count: 60,
  first: [30, 11],
  behind: 0,
  byLength: [items],
  details: [{ text: "[\n1,\n2]", count: 1 }],
  mended: { m: mended },
  examples: ["a"],
});
const anatomy: Anatomy = {
  items: 100,
  flawless: 58,
  unanswered: { items: 1, without: { m: at(0.203) } },
  values: { m: at(0.201) },
  kinds: [kind(at(0.55))],
  telling: [],
  reach: [99, 99],
  lengths: [{ steps: 2, items: 99, failing: 41 }],
};
const plain = (text: string): string => text.replaceAll("\u00a0", " ");

it("says where most points went, and what mending it alone would give", () => {
  expect(plain(anatomySentence(anatomy, metric))).toBe(
    "Most points were lost where “A wrong state” shows: 41 items; mended, prefix accuracy would rise from 20.1 % to 55.0 %.",
  );
  expect(plain(anatomySentence({ ...anatomy, kinds: [kind(at(0.1), 1)] }, { ...metric, better: "lower" }))).toMatch(
    /: 1 item; mended, prefix accuracy would fall from 20.1 % to 10.0 %\.$/,
  );
});

it("names the metric that a kind costs most, of those that can be held against each other", () => {
  const [steps, loose] = [
    { ...metric, id: "s", unit: "steps" },
    { ...metric, id: "l", title: "R@1" },
  ] as const;
  const before = { m: at(0.5), s: at(1), l: at(0.2) };
  expect(mostMoved([metric, steps, loose], before, { m: at(0.6), s: at(9), l: at(0.5) })).toBe(loose);
  expect(mostMoved([metric, steps, loose], before, { ...before, s: at(9) })).toBeUndefined();
  expect(plain(move(loose, before, { l: at(0.5) }))).toBe("R@1 would rise from 20.0 % to 50.0 %");
  expect(plain(move(loose, before, { l: at(0.2003) }))).toBe("R@1 would rise by less than 0.1 points");
  expect(plain(move(steps, before, { s: at(0.999) }))).toBe("prefix accuracy would fall by less than 0.01 steps");
});

it("says so where nothing is lost, nothing is known, or nothing is answered", () => {
  expect(anatomySentence({ ...anatomy, kinds: [kind(at(0.201))] }, metric)).toBe(
    "No kind of failure alone costs prefix accuracy anything; most often “A wrong state” shows: 41 items.",
  );
  expect(anatomySentence({ ...anatomy, values: { m: { kind: "none", reason: "no items" } } }, metric)).toMatch(/^No kind of failure alone/);
  expect(anatomySentence({ ...anatomy, kinds: [] }, metric)).toBe("No known kind of failure shows in any of the 99 answered items.");
  expect(anatomySentence({ ...anatomy, unanswered: { items: 100, without: {} } }, metric)).toMatch(/^No item is answered/);
});

it("says what the rest is, and what the answered ones alone give", () => {
  expect(plain(restSentence(anatomy, metric))).toBe(
    "58 items of 99 answered show no known kind of failure. 1 item is unanswered; among the others prefix accuracy is 20.3 %, not 20.1 %.",
  );
  expect(restSentence({ ...anatomy, flawless: 1, unanswered: { items: 0, without: {} } }, metric)).toBe(
    "1 item of 100 answered shows no known kind of failure.",
  );
  const rest = (flawless: number, right: number) =>
    restSentence({ ...anatomy, flawless, right, unanswered: { items: 0, without: {} } }, metric);
  expect(rest(58, 57)).toBe("58 items of 100 answered show no known kind of failure; 57 of these are fully right by prefix accuracy.");
  expect(rest(58, 0)).toMatch(/; none of these are fully right/);
  expect(rest(58, 58)).toBe("58 items of 100 answered show no known kind of failure and are fully right by prefix accuracy.");
  expect(rest(1, 1)).toMatch(/shows no known kind of failure and is fully right by prefix accuracy\.$/);
  expect(rest(0, 0)).toMatch(/failure\.$/);
});

it("prints JSON that reads back equal, with numbers by place on one line", () => {
  const text = printAnatomy("toy", anatomy);
  expect(JSON.parse(text)).toEqual({ track: "toy", ...anatomy });
  expect(text).toContain('"first": [30, 11]');
  expect(text.endsWith("}\n")).toBe(true);
});
