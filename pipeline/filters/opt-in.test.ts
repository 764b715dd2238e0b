import { describe, expect, it } from "vitest";
import { checks } from "./checks.ts";
import { noEntity } from "./entities.ts";
import { noInterface } from "./interface.ts";
import { english, languageOf } from "./language.ts";
import { sequence, sequential } from "./order.ts";
import { quality, qualityScore } from "./quality.ts";
import { enoughSteps } from "./steps.ts";
import { mined } from "./testing.ts";

const TEA = ["Fill the kettle with fresh water.", "Boil the water.", "Pour it over the leaves.", "Wait for three minutes."];

describe("language", () => {
  it("is what the steps are written in, where the page says otherwise", () => {
    const german = mined({
      lang: "en",
      goal: "Einen Tee kochen",
      steps: ["Fülle den Kessel mit frischem Wasser.", "Bringe das Wasser zum Kochen."],
    });
    expect(languageOf(german)).toBe("de");
    expect(english.judge(german)).toEqual({ reason: "other-language", detail: "de" });
    expect(english.judge(mined({ lang: "de", steps: TEA }))).toBeUndefined();
  });

  it("is what the page says, where there is too little to tell", () => {
    expect(languageOf(mined({ lang: "pt-BR", goal: "Chá", steps: ["Ferva.", "Coe."] }))).toBe("pt");
  });
});

describe("checks filter", () => {
  it("drops a step that comes twice, and steps of another language than the page's", () => {
    expect(checks.judge(mined({ lang: "en", steps: TEA }))).toBeUndefined();
    expect(checks.judge(mined({ lang: "en", steps: [...TEA, TEA[1] as string] }))).toMatchObject({ reason: "no-duplicates" });
    expect(checks.judge(mined({ lang: "de", steps: TEA }))).toMatchObject({ reason: "language" });
    expect(checks.judge(mined({ lang: "fi", steps: TEA }))).toBeUndefined();
  });
});

describe("no-interface filter", () => {
  it("drops what is done to a program", () => {
    const steps = ["Open Files.", "Right-click the folder and choose Properties.", "Press the Close button.", "Wait for a moment."];
    expect(noInterface.judge(mined({ steps }))).toEqual({ reason: "interface", detail: "3 of 4 steps" });
    expect(noInterface.judge(mined({ steps: ["Select the Save command.", "Type a name in the text field."] }))?.reason).toBe("interface");
  });

  it("keeps buttons, tabs, screens and windows that are things", () => {
    const steps = ["Thread the needle.", "Sew the button to the shirt.", "Pull the tab of the can.", "Clean the window and the screen."];
    expect(noInterface.judge(mined({ steps }))).toBeUndefined();
  });
});

describe("no-entity filter", () => {
  it("drops what is about one name, and says which", () => {
    const steps = [
      "Turn the Zephyrion off.",
      "Lift the back of the Zephyrion with a spudger.",
      "Take the battery out of the Zephyrion.",
      "Rest.",
    ];
    expect(noEntity.judge(mined({ steps }))).toEqual({ reason: "named-entity", detail: "Zephyrion, in 3 of 4 steps" });
  });

  it("keeps names in passing, words at the start of sentences, months, and headline case", () => {
    expect(
      noEntity.judge(mined({ steps: ["Sow in March or April. Water well.", "Thin out in April.", "Pick from April on, says Grandma."] })),
    ).toBeUndefined();
    expect(noEntity.judge(mined({ steps: ["Boil The Water", "Pour The Water In", "Drink The Water Slowly"] }))).toBeUndefined();
  });
});

describe("sequential filter", () => {
  it("keeps steps that build on each other", () => {
    expect(sequential.judge(mined({ steps: TEA }))).toBeUndefined();
    expect(sequence(TEA)).toBeGreaterThan(1);
  });

  it("drops advice that holds in any order", () => {
    const steps = ["Avoid sugar.", "Try to walk every day.", "Keep a diary.", "Consider a rest."];
    expect(sequential.judge(mined({ steps }))).toEqual({ reason: "no-order", detail: "-1.00 signs of order a step" });
  });
});

describe("quality", () => {
  it("is 1 for steps without a fault, and the product of what is amiss", () => {
    const fine = mined({ steps: TEA });
    expect(qualityScore(fine)).toBe(1);
    expect(qualityScore({ ...fine, score: 0.5 })).toBe(0.5);
    expect(qualityScore({ ...fine, goal: "Tea" })).toBe(0.5);
    expect(qualityScore(mined({ steps: TEA.slice(0, 2), goal: "Tea" }))).toBe(0.25);
  });

  it("names what is worst in a drop", () => {
    const noise = mined({ steps: ["Lorem ipsum dolor.", "The second is like the first.", "Nothing follows.", "It was so."] });
    expect(quality.judge(noise)).toEqual({ reason: "low-quality", detail: "0, most of all instructs 0.00" });
    expect(quality.judge(mined({ steps: TEA }))).toBeUndefined();
  });
});

it("three to a hundred steps are a procedure", () => {
  const of = (count: number) => enoughSteps.judge(mined({ steps: Array.from({ length: count }, (_, i) => `Turn wheel ${i}.`) }))?.reason;
  expect([2, 3, 100, 101].map(of)).toEqual(["too-few-steps", undefined, undefined, "too-many-steps"]);
});
