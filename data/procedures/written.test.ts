import { readdirSync } from "node:fs";
import { type Procedure, TOPICS } from "@stepladder/schema";
import { describe, expect, it } from "vitest";
import { writtenProcedures } from "./written.ts";

const procedures = writtenProcedures();
const english = procedures.filter((one) => one.lang === "en");

/** Words of an amount: they tell nothing of what is meant. */
const AMOUNT = new Set("cups tablespoon teaspoon teaspoons litre litres pieces cucchiai larger smaller sheets".split(" "));

describe("written procedures", () => {
  it("have the name of their file as their id", () => {
    const names = readdirSync(new URL("written/", import.meta.url)).map((file) => file.replace(/\.json$/, ""));
    expect(procedures.map((one) => one.id)).toEqual(names.sort());
  });

  it("are of every topic, at least four times in English", () => {
    const counts = Object.keys(TOPICS).map((topic) => [topic, english.filter((one) => one.topic === topic).length] as const);
    expect(counts.filter(([, count]) => count < 4)).toEqual([]);
  });

  it("are in five languages, at least four times each", () => {
    const counts = Map.groupBy(procedures, (one) => one.lang);
    expect([...counts.keys()].sort()).toEqual(["de", "en", "es", "fr", "it"]);
    expect([...counts].filter(([, of]) => of.length < 4)).toEqual([]);
  });

  it.each(procedures.map((one) => [one.id, one] as const))("%s is whole", (_, one) => {
    expect(one.steps.length).toBeGreaterThanOrEqual(4);
    expect(one.steps.length).toBeLessThanOrEqual(15);
    expect(new Set(one.steps.map((step) => step.text.toLowerCase())).size).toBe(one.steps.length);
    expect(one.resources.filter((resource) => !isUsed(resource.text, one)).map((resource) => resource.text)).toEqual([]);
    expect(sectionsAreInOrder(one)).toBe(true);
    // A text does not repeat its title.
    expect(one.steps.filter(({ title, text }) => title !== undefined && text.startsWith(title))).toEqual([]);
  });
});

/** Whether a step says one of the resource's words, in singular or plural. */
function isUsed(resource: string, procedure: Procedure): boolean {
  const said = new Set(procedure.steps.flatMap((step) => words(step.text)));
  return words(resource).some((word) => said.has(word));
}

function words(text: string): string[] {
  const all = text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return all.filter((word) => !AMOUNT.has(word)).map((word) => word.replace(/(es|s|n|en)$/, ""));
}

/** Steps of a section lie together, sections come in their order, and none is empty. */
function sectionsAreInOrder({ sections, steps }: Procedure): boolean {
  if (sections === undefined) return steps.every((step) => step.section === undefined);
  const places = steps.map((step) => step.section ?? -1);
  const runs = places.filter((place, k) => place !== places[k - 1]);
  return runs.length === sections.length && runs.every((place, k) => place === k);
}
