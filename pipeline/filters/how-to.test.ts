import { describe, expect, it } from "vitest";
import { howTo } from "./how-to.ts";
import { mined } from "./testing.ts";

const reasonOf = (steps: readonly string[], lang = "en"): string | undefined => howTo.judge(mined({ steps, lang }))?.reason;

describe("how-to filter", () => {
  it("keeps instructions, short ones, titled ones and those with a condition too", () => {
    expect(reasonOf(["Boil the water.", "Add two spoons of tea.", "Wait for three minutes."])).toBeUndefined();
    expect(reasonOf(["Open the lid now", "Press the red lever", "Close the lid again"])).toBeUndefined();
    expect(reasonOf(["Day 1: mix flour and water.", "Day 2: feed the starter.", "Day 3: feed it again and bake."])).toBeUndefined();
    expect(reasonOf(["If it squeaks, oil the hinge.", "Then swing the door a few times.", "Wipe off what drips."])).toBeUndefined();
  });

  it("keeps instructions in other languages", () => {
    expect(
      reasonOf(["Schneide die Zwiebel in feine Würfel.", "Erhitze das Öl in der Pfanne.", "Gib die Zwiebel dazu und rühre um."], "de"),
    ).toBeUndefined();
    expect(reasonOf(["Coupez les pommes en quatre.", "Versez la pâte dans le moule.", "Laissez cuire une heure."], "fr")).toBeUndefined();
    expect(reasonOf(["把水烧开。", "放入茶叶。", "等三分钟。"], "zh")).toBeUndefined();
  });

  it("drops what is no procedure, and says what it is", () => {
    expect(reasonOf(["How long does it keep?", "May I freeze it?", "Serve with cream."])).toBe("questions");
    expect(reasonOf(["Home", "All products", "Contact us", "Basket"])).toBe("links");
    expect(reasonOf(["Click to share it on Facebook with a friend", "Click to share it on Twitter too", "Print this page"])).toBe("links");
    expect(reasonOf(["Fixed a crash at the start.", "Added a dark theme.", "Improved the search."])).toBe("changes");
    expect(
      reasonOf([
        "You shall not copy the software.",
        "We accept no liability for losses.",
        "Keep a copy of this text with it at all times.",
      ]),
    ).toBe("clauses");
    expect(reasonOf(["Width: how wide the frame is.", "Height: how high it is.", "Title: what is written on it."])).toBe("definitions");
    expect(
      reasonOf(["The river is the longest of the land.", "Its delta holds four islands.", "Two of these have people living on them."]),
    ).toBe("no-instructions");
  });

  it("drops questions with their answers, references, and lists under headings of other things", () => {
    expect(reasonOf(["Can I freeze it? Yes, wrap it well.", "How long does it keep? Eat it within a week.", "Serve with cream."])).toBe(
      "questions",
    );
    expect(reasonOf(["Miller T. Open doors. 2019;12:44-61.", "Take C. Close calls. 2020;3:1-9.", "Lay P. Cut flowers. 2001;1:5-8."])).toBe(
      "references",
    );
    const notes = mined({ goal: "Release notes of the printer", steps: ["Fix the feed.", "Add a warning.", "Remove the unused menu."] });
    expect(howTo.judge(notes)).toEqual({ reason: "heading", detail: "Release notes" });
    expect(howTo.judge({ ...notes, goal: "Write release notes" })).toBeUndefined();
  });

  it("looks at steps in the language that they are written in, whatever their page says", () => {
    const steps = ["Drehe den Thermostat ganz auf.", "Halte das Gefäß unter das Ventil.", "Schließe das Ventil sofort wieder."];
    expect(reasonOf(steps, "en")).toBeUndefined();
  });

  it("counts in its detail", () => {
    expect(howTo.judge(mined({ steps: ["Why is it red?", "What now?", "Wait for an hour."] }))).toEqual({
      reason: "questions",
      detail: "2 of 3 steps",
    });
  });
});
