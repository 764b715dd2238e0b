import { describe, expect, it } from "vitest";
import { breakCounts, breakF1, cutters, narrated, TIMINGS, type Timing } from "../eval/breaks.ts";
import type { Cue } from "./interface.ts";
import { captionName } from "./name.ts";
import { endsSentence } from "./punctuation.ts";
import { sentencesOf, wordsOf } from "./sentences.ts";

const sentences = (cues: readonly Cue[], lang = "en") => sentencesOf(wordsOf({ cues }, lang), lang);
const texts = (cues: readonly Cue[], lang = "en") => sentences(cues, lang).map(({ text }) => text);
/** Cues of two seconds, one behind the other. */
const row = (...lines: string[]): Cue[] => lines.map((text, index) => ({ text, start: 2 * index, end: 2 * index + 2 }));

describe("rolling captions", () => {
  it("say each line once, in two lines as in growing ones", () => {
    const two = row("peel the pears", "peel the pears\ncut them in half", "cut them in half\nand core them", "and core them\nthen poach");
    expect(wordsOf({ cues: two }, "en").map(({ text }) => text)).toEqual(
      "peel the pears cut them in half and core them then poach".split(" "),
    );
    const growing = row("mix", "mix it", "mix it well", "mix it well now");
    expect(texts(growing)).toEqual(["Mix it well now."]);
  });

  it("are told from speech that repeats itself", () => {
    const twice = row("Stir.", "Stir.", "Add the salt.", "Taste it.", "Put the lid on.", "Wait an hour.", "Take it off.", "Serve it.");
    expect(texts(twice)).toEqual([
      "Stir.",
      "Stir.",
      "Add the salt.",
      "Taste it.",
      "Put the lid on.",
      "Wait an hour.",
      "Take it off.",
      "Serve it.",
    ]);
  });
});

describe("what is not spoken", () => {
  it("goes: sounds, music, speakers, fillers of the language", () => {
    expect(
      texts(row("[Music]", "♪ la la la ♪", "(APPLAUSE)", "Hello. [laughs]", ">> MIA: Um, wash it.", "- Uh, why?", "【音楽】", "♪")),
    ).toEqual(["Hello.", "Wash it.", "Why?"]);
  });

  it("does not go where people write asides, and words of other languages", () => {
    expect(texts(row("Add butter (about 20 g) now."))).toEqual(["Add butter (about 20 g) now."]);
    expect(texts(row("Um acht Uhr ist er da."), "de")).toEqual(["Um acht Uhr ist er da."]);
  });

  it("begins a sentence where another speaker does", () => {
    expect(texts(row("so what do you think >> I like it very much"))).toEqual(["So what do you think.", "I like it very much."]);
  });
});

describe("punctuated captions", () => {
  it("end sentences at marks, within cues and across them, and nowhere else", () => {
    expect(texts(row("Add 1/2 tsp. of salt and", "2.5 cups of milk. Stir", "for ca. 5 min. Then rest!", "Ready? Yes."))).toEqual([
      "Add 1/2 tsp. of salt and 2.5 cups of milk.",
      "Stir for ca. 5 min.",
      "Then rest!",
      "Ready?",
      "Yes.",
    ]);
  });

  it.each([
    ["tsp.", "of", false],
    ["tsp.", "Stir", true],
    ["etc.", "and", false],
    ["e.g.", "Salt", false],
    ["3.5", "cups", false],
    ["2.", "cups", false],
    ["done.”", "Now", true],
    ["wait...", "and", true],
    ["终于。", "好", true],
    ["Dr.", "Oetker", false],
    ["end.", undefined, true],
  ])("%s %s: %s", (word, next, ends) => expect(endsSentence(word, next)).toBe(ends));

  it("knows German short forms of two words, and ends no sentence in them", () => {
    expect(
      texts(row("Nimm ein Öl, z. B. Rapsöl. Du brauchst u. a. Zwiebeln.", "Salz, d. h. Meersalz, o. Ä. Danach rühren."), "de"),
    ).toEqual(["Nimm ein Öl, z. B. Rapsöl.", "Du brauchst u. a. Zwiebeln.", "Salz, d. h. Meersalz, o. Ä. Danach rühren."]);
    expect(endsSentence("a.", "Then", "option")).toBe(true);
  });

  it("keeps Chinese and Japanese together, and ends them at their marks", () => {
    expect(texts(row("水を入れます。火をつけ", "ます。"), "ja")).toEqual(["水を入れます。", "火をつけます。"]);
  });
});

describe("times", () => {
  it("go from the first word to the last, by letters where the file times cues alone", () => {
    expect(sentences([{ text: "Wash it. Dry it.", start: 10, end: 14 }])).toEqual([
      { text: "Wash it.", start: 10, end: 12.118 },
      { text: "Dry it.", start: 12.118, end: 14 },
    ]);
  });

  it("never go back, whatever the order and overlap of cues", () => {
    const cues: Cue[] = [
      { text: "Third one.", start: 9, end: 12 },
      { text: "First one.", start: 1, end: 8 },
      {
        text: "Second one.",
        start: 5,
        end: 6,
        words: [
          { text: "Second", start: 5.5 },
          { text: "one.", start: 5.2, end: 5.1 },
        ],
      },
    ];
    const found = sentences(cues);
    expect(found.map(({ text }) => text)).toEqual(["First one.", "Second one.", "Third one."]);
    for (const [index, { start, end }] of found.entries()) {
      expect(end).toBeGreaterThanOrEqual(start);
      expect(start).toBeGreaterThanOrEqual(found[index - 1]?.end ?? 0);
    }
  });

  it("leave pauses where the file tells starts of words alone", () => {
    const cue = {
      text: "cut it rest it",
      start: 0,
      end: 20,
      words: [0, 0.4, 8, 8.4].map((start, index) => ({ text: ["cut", "it", "rest", "it"][index] as string, start })),
    };
    expect(sentences([cue])).toEqual([
      { text: "Cut it.", start: 0, end: 0.84 },
      { text: "Rest it.", start: 8, end: 8.84 },
    ]);
  });
});

describe("names of files", () => {
  it.each([
    ["dQw4w9WgXcQ.en.vtt", { id: "dQw4w9WgXcQ", lang: "en" }],
    ["a/Soup for two [dQw4w9WgXcQ].pt-BR.json3.gz", { id: "dQw4w9WgXcQ", lang: "pt-BR" }],
    ["x1.en-orig.srv3", { id: "x1", lang: "en", automatic: true }],
    ["video.mp4.json", { id: "video" }],
    ["how-to.fix.srt", { id: "how-to.fix" }],
    ["part.2.vtt", { id: "part.2" }],
    [".vtt", { id: ".vtt" }],
  ])("%s", (name, told) => expect(captionName(name)).toEqual(told));
});

describe("breaks in speech without marks", () => {
  const all = narrated();
  const heldOut = all.filter((_, index) => index % 2 === 1);
  const f1 = (cutter: string, timing: Timing): number =>
    breakF1(breakCounts(heldOut, cutters[cutter] as (typeof cutters)[string], timing, [1, 2, 3, 4, 5]));

  // README.md has the figures; floors are a little below them.
  it.each([
    ["words", 70],
    ["cues", 50],
    ["touching", 48],
  ] as const)("with times of %s are found better than by cues or lengths", (timing, floor) => {
    expect(TIMINGS).toContain(timing);
    const ours = f1("ours", timing);
    expect(ours).toBeGreaterThan(floor);
    expect(ours).toBeGreaterThan(f1("every cue", timing) + 30);
    expect(ours).toBeGreaterThan(f1("every 11 words", timing) + 30);
  });

  it("loses no word and adds none", () => {
    const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}\s]/gu, "");
    for (const { sentences: gold } of all) {
      const cues = row(...gold.map((sentence) => bare(sentence)));
      expect(bare(texts(cues).join(" "))).toBe(bare(gold.join(" ")));
    }
  });
});
