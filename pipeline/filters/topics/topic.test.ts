import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Procedure, TOPICS, type Topic } from "@stepladder/schema";
import { describe, expect, it } from "vitest";
import { mined } from "../testing.ts";
import { topicOf, topicScores } from "./topic.ts";
import { CORE, WORDS } from "./words.ts";

const WRITTEN = fileURLToPath(new URL("../../../data/procedures/written/", import.meta.url));

describe("topics", () => {
  it("are told by words of goal, steps and resources, in five languages", () => {
    const of = (goal: string, ...steps: string[]) => topicOf(mined({ goal, steps, lang: "und" }));
    expect(of("Bake a sponge cake", "Beat the eggs with sugar.", "Fold in the flour.")).toBe("food-dining");
    expect(of("Bleed a hydraulic brake", "Open the valve at the brake.", "Press the pedal.")).toBe("transportation");
    expect(of("Eine Bewerbung schreiben", "Lies die Anzeige des Arbeitgebers.", "Schreibe den Lebenslauf.")).toBe("education-jobs");
    expect(of("Recoudre un bouton", "Passez le fil dans l'aiguille.", "Cousez le bouton.")).toBe("fashion-beauty");
  });

  it("are not told where little is said for any", () => {
    expect(topicOf(mined({ goal: "Do the thing", steps: ["Begin.", "Go on.", "Stop."] }))).toBeUndefined();
    expect(topicOf({ goal: "", lang: "en", steps: [], resources: [] })).toBeUndefined();
  });

  it("are not told by a word that means something else in the language", () => {
    const pears = { goal: "Birnen dörren", steps: ["Lege die Birnen auf die Bleche.", "Trockne die Birnen.", "Fülle sie in die Gläser."] };
    expect(topicOf(mined({ ...pears, lang: "de" }))).toBeUndefined();
    expect(topicOf(mined({ ...pears, lang: "de-AT" }))).toBeUndefined();
    expect(topicScores(mined({ ...pears, lang: "en" })).get("industrial")).toBeGreaterThan(2);
  });

  it("are not told in a language that has no words", () => {
    expect(
      topicOf(mined({ lang: "nl", goal: "Bak een cake", steps: ["Bak de cake in de oven.", "Serve it with sugar, butter and flour."] })),
    ).toBeUndefined();
  });

  it("weigh a word of the goal more, and a repeated one less each time", () => {
    const once = topicScores({ goal: "", lang: "en", steps: [{ text: "flour" }], resources: [] }).get("food-dining") as number;
    const thrice = topicScores({ goal: "", lang: "en", steps: [{ text: "flour flour flour" }], resources: [] }).get(
      "food-dining",
    ) as number;
    expect(thrice).toBe(2 * once);
    expect(topicScores({ goal: "flour", lang: "en", steps: [], resources: [] }).get("food-dining")).toBe(thrice);
  });

  it("have lists of their own that are all small letters, and certain words that are", () => {
    for (const topic of Object.keys(TOPICS) as Topic[]) {
      for (const list of [WORDS[topic], CORE[topic]]) expect(list, topic).toBe(list.toLowerCase());
      expect(WORDS[topic].split(/\s+/).length, topic).toBeGreaterThan(100);
    }
  });

  it("are right for four in five at least of the procedures that were written here (data/procedures/written)", () => {
    const written = globSync("*.json", { cwd: WRITTEN }).map((file) => JSON.parse(readFileSync(`${WRITTEN}${file}`, "utf8")) as Procedure);
    expect(written.length).toBeGreaterThan(50);
    expect(written.filter((one) => topicOf(one) === one.topic).length / written.length).toBeGreaterThanOrEqual(0.8);
  });
});
