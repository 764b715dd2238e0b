import { loadAligningKernels } from "@stepladder/wasm/host/node.ts";
import { describe, expect, it } from "vitest";
import { ground } from "./align.ts";
import { learntMoves, pathOf } from "./learnt.ts";
import { DEFAULTS } from "./settings.ts";
import { lexicalSimilarity } from "./similarity.ts";
import { alignVideo, lexicalOf, stepText } from "./video.ts";
import { termsOf } from "./words.ts";

const kernels = await loadAligningKernels();

/** A sentence every ten seconds, five seconds long. */
const spoken = (...texts: string[]) => texts.map((text, i) => ({ text, start: i * 10, end: i * 10 + 5 }));

describe("words", () => {
  it("are stems without what says nothing, numbers as digits", () => {
    expect(termsOf("Okay so, you're just gonna pour four cups of the mixtures", "en")).toEqual(["pour", "4", "cup", "mixtur"]);
    expect(termsOf("Dann die Kette ölen", "de")).toEqual(["dann", "die", "kette", "ölen"]);
  });
});

describe("similarity", () => {
  const steps = ["Pour the milk into the cup.", "Cut the bread.", "Boil 2 eggs."];

  it("is highest for the step that a sentence tells of, and 0 where nothing is shared", () => {
    const rows = lexicalSimilarity(steps, ["now the milk goes into the cup", "cut your bread", "hello everybody"], "en");
    expect(rows.map((row) => row.indexOf(Math.max(...row)))).toEqual([0, 1, 0]);
    expect(rows[2]).toEqual(new Float64Array(3));
    expect(rows[0]?.[0]).toBeGreaterThan(rows[1]?.[0] as number);
  });

  it("knows words that people exchange, which count less than the word itself", () => {
    const [row] = lexicalSimilarity(["Cut the bread."], ["cut the loaf", "slice the loaf", "throw the loaf"], "en");
    const [own = 0, synonym = 0, other = 0] = row ?? [];
    expect(own).toBeGreaterThan(synonym);
    expect(synonym).toBeGreaterThan(other);
  });

  it("is from 0 to 1, without words too", () => {
    const rows = lexicalSimilarity(["the", "Boil eggs eggs eggs."], ["boil eggs eggs eggs eggs", "um", ""], "en");
    for (const value of rows.flatMap((row) => [...row])) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
    }
    expect(rows[0]).toEqual(new Float64Array(3));
  });
});

describe("an alignment", () => {
  const steps = ["Boil water.", "Put the tea bag into the cup.", "Pour the water over the bag.", "Take the bag out."];
  const video = (sentences: ReturnType<typeof spoken>, order: Parameters<typeof ground>[1]["order"], settings = DEFAULTS) =>
    ground(
      kernels,
      {
        sentences,
        similarity: lexicalSimilarity(
          steps,
          sentences.map(({ text }) => text),
          "en",
        ),
        order,
      },
      settings,
    );

  it("takes a sentence that fits two steps for the one whose turn it is", () => {
    const told = spoken("boil some water", "put the tea bag in the cup", "water over it", "and the bag comes out");
    expect(video(told, "soft").segments.map(({ step, sentences }) => [step, ...sentences])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });

  it("goes back where a video does, unless order is strict", () => {
    const told = spoken("put the tea bag into the cup", "boil the water now", "pour the water over the bag", "take the bag out");
    const stepsOf = (order: "soft" | "strict" | "none") => video(told, order).segments.map(({ step }) => step);
    expect(stepsOf("none")).toEqual([1, 0, 2, 3]);
    expect(stepsOf("soft")).toEqual([1, 0, 2, 3]);
    expect(stepsOf("strict").toSorted()).toEqual(stepsOf("strict"));
  });

  it("says little of what is not told of", () => {
    const { segments, shown, seconds } = video(spoken("hello my friends", "subscribe to the channel"), "soft");
    expect(segments).toEqual([]);
    for (const share of shown) expect(share).toBeLessThan(0.5);
    expect(seconds.every((second) => second !== undefined)).toBe(true);
  });

  it("of nothing said says nothing", () => {
    expect(video([], "soft")).toMatchObject({ segments: [], seconds: [undefined, undefined, undefined, undefined], telling: [] });
  });

  it("is cut at the next step, and where the video ends", () => {
    const told = [
      { text: "boil water", start: 0, end: 2 },
      { text: "tea bag into the cup", start: 4, end: 6 },
    ];
    const similarity = lexicalSimilarity(
      steps,
      told.map(({ text }) => text),
      "en",
    );
    const { segments } = ground(kernels, { sentences: told, duration: 9, similarity, order: "soft" }, DEFAULTS);
    expect(segments.map(({ start, end }) => [start, end])).toEqual([
      [0, 4],
      [4, 9],
    ]);
  });

  it("goes on after the last word where nobody knows how long the video is, and no farther than a video whose length is known", () => {
    const told = [
      { text: "boil water", start: 0, end: 2 },
      { text: "tea bag into the cup", start: 4, end: 6 },
      { text: "bye", start: 7, end: 8 },
    ];
    const texts = told.map(({ text }) => text);
    const endOf = (duration: number | undefined): number | undefined => {
      const given = { sentences: told, similarity: lexicalSimilarity(steps, texts, "en"), order: "soft" as const, duration };
      return ground(kernels, given, DEFAULTS).segments.at(-1)?.end;
    };
    expect([endOf(undefined), endOf(9)]).toEqual([4 + DEFAULTS.duration, 9]);
  });

  it("does not read gold", () => {
    const narration = { id: "v", lang: "en", sentences: spoken("boil water", "tea bag in the cup") };
    const procedure = { id: "p", goal: "Tea", steps: steps.map((text) => ({ text })) };
    const plain = { narration, procedure };
    const similarity = lexicalOf(plain);
    const { video: without } = alignVideo(kernels, plain, similarity, "soft", DEFAULTS);
    const gold = [{ step: 3, start: 0, end: 1 }];
    const { video: withGold } = alignVideo(kernels, { ...plain, gold }, similarity, "soft", DEFAULTS);
    expect(withGold).toEqual({ ...without, gold });
  });
});

it("a step's text has its title before it", () => {
  expect(stepText({ title: "Deflate.", text: "Let the air out." })).toBe("Deflate. Let the air out.");
  expect(stepText({ title: "Deflate", text: "Let the air out." })).toBe("Deflate: Let the air out.");
  expect(stepText({ text: "Let the air out." })).toBe("Let the air out.");
});

it("an order is learnt from other videos: what often follows gains, what never did costs", () => {
  expect(
    pathOf([
      { step: 2, start: 5, end: 6 },
      { step: 0, start: 1, end: 9 },
      { step: 1, start: 5, end: 7 },
    ]),
  ).toEqual([0, 1, 2]);
  const moves = learntMoves(
    Array.from({ length: 20 }, () => [1, 0]),
    2,
  );
  // Rows: the beginning, step 0, step 1. Columns: step 0, step 1, the end.
  expect(moves[1]).toBeLessThan(0);
  expect(moves[0]).toBeGreaterThan(0);
  expect(moves[2 * 3]).toBeLessThan(0);
  expect(moves[3 + 2]).toBeLessThan(0);
});
