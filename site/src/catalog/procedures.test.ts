import { describe, expect, it } from "vitest";
import {
  choicesOf,
  dropGroups,
  dropped,
  languageTitle,
  minerTitle,
  procedures,
  report,
  stepGroups,
  topicOf,
  twinOf,
} from "./procedures.ts";

const [some] = procedures;
const step = (section?: number) => ({ text: "Wait.", pointer: "li", ...(section === undefined ? {} : { section }) });

describe("mined procedures", () => {
  it("are as many as the report tells, by miner, and drops by reason", () => {
    expect(procedures.length).toBe(report.procedures);
    const byMiner = choicesOf(
      ({ miner }) => miner,
      (id) => id,
    );
    expect(Object.fromEntries(byMiner.map(({ value, count }) => [value, count]))).toEqual(report.miners);
    const byReason = dropGroups().map(({ filter, reason, drops }) => [`${filter}/${reason}`, drops.length]);
    expect(Object.fromEntries(byReason)).toEqual(report.dropped);
    expect(dropGroups().flatMap(({ drops }) => drops).length).toBe(dropped.length);
  });

  it("are found by miners whose names are words", () => {
    for (const id of Object.keys(report.miners)) expect(id === "h-recipe" || minerTitle(id) !== id, id).toBe(true);
  });

  it("have an address each", () => {
    expect(new Set(procedures.map(({ id }) => id)).size).toBe(procedures.length);
  });
});

it("a detail that begins with the id of a kept procedure names a twin", () => {
  const { id } = some as (typeof procedures)[number];
  expect(twinOf(`${id}, 0.98 of their shingles in common`)).toEqual({ id, rest: "0.98 of their shingles in common" });
  expect([twinOf("none, of them"), twinOf("few"), twinOf(undefined)]).toEqual([undefined, undefined, undefined]);
});

describe("stepGroups", () => {
  const groupsOf = (sections: string[] | undefined, steps: ReturnType<typeof step>[]) =>
    stepGroups({ ...(some as (typeof procedures)[number]), sections, steps }).map(({ title, first, steps: own }) => [
      title,
      first,
      own.length,
    ]);

  it("is one group without sections", () => {
    expect(groupsOf(undefined, [step(), step()])).toEqual([[undefined, 1, 2]]);
  });

  it("numbers steps on through sections, and keeps those before the first", () => {
    expect(groupsOf(["Dough", "Oven"], [step(), step(0), step(0), step(1)])).toEqual([
      [undefined, 1, 1],
      ["Dough", 2, 2],
      ["Oven", 4, 1],
    ]);
  });
});

it("languages and topics are told in words", () => {
  expect([languageTitle("de"), languageTitle("pt-BR"), languageTitle("und")]).toEqual(["German", "Brazilian Portuguese", "Unknown"]);
  expect([topicOf({ topic: "food-dining" }), topicOf({})]).toEqual(["Food & Dining", "Without a topic"]);
});
