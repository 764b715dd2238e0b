import type { GroundedVideo } from "@stepladder/schema";

const SAID = [
  "hello and welcome back to the workshop",
  "today the back wheel of this bicycle has a flat tyre",
  "first open the quick release and take the wheel out of the frame",
  "I always put the chain on the smallest cog before",
  "now let all of the air out",
  "push two levers under the edge and lift the tyre over the rim",
  "that one was stubborn",
  "pull the old tube out and look for what made the hole",
  "here is the thorn, so out with it",
  "put a little air into the new tube so that it keeps its shape",
  "lay the tube into the tyre, valve first",
  "push the tyre back over the rim with your thumbs",
  "thank you for watching so far",
  "pump it up to the pressure that stands on the side",
  "and the wheel goes back into the frame",
];

const STEPS = [
  "Take the wheel out of the frame.",
  "Let the air out of the tyre.",
  "Lift the tyre over the rim with two levers.",
  "Search the tyre for what made the hole.",
  "Lay the new tube into the tyre.",
  "Push the tyre back over the rim.",
  "Pump the tyre up to its pressure.",
  "Check the brakes.",
];

/** Words that two texts share, of those of the shorter one; in thousandths. */
function shared(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? []));
  const both = [...(a as Set<string>)].filter((word) => b?.has(word)).length;
  return Math.round((1000 * both) / Math.max(1, Math.min(a?.size ?? 0, b?.size ?? 0))) / 1000;
}

const sentences = SAID.map((text, i) => ({ text, start: 8 * i + 2, end: 8 * i + 9.5 }));

/** A video of 15 sentences in which 6 of 8 steps were found, one of them elsewhere than it is marked. Written for tests. */
export const mended: GroundedVideo = {
  id: "tube-1",
  procedure: "bicycle-tube",
  goal: "How to mend a flat bicycle tyre",
  duration: 130,
  steps: STEPS,
  sentences,
  similarity: STEPS.map((step) => SAID.map((said) => shared(step, said))),
  segments: [
    { step: 0, start: 16, end: 30, confidence: 0.82, sentences: [2] },
    { step: 1, start: 33, end: 40, confidence: 0.71, sentences: [4] },
    { step: 2, start: 41, end: 56, confidence: 0.93, sentences: [5, 6] },
    { step: 3, start: 58, end: 73, confidence: 0.64, sentences: [7, 8] },
    { step: 4, start: 74, end: 90, confidence: 0.88, sentences: [9, 10] },
    { step: 6, start: 90, end: 97, confidence: 0.22, sentences: [11] },
  ],
  shown: [0.95, 0.9, 0.97, 0.8, 0.93, 0.46, 0.38, 0.04],
  gold: [
    { step: 0, start: 17, end: 31 },
    { step: 1, start: 34, end: 41 },
    { step: 2, start: 42, end: 55 },
    { step: 3, start: 66, end: 88 },
    { step: 4, start: 74, end: 91 },
    { step: 5, start: 91, end: 99 },
    { step: 6, start: 106, end: 114 },
  ],
};

/** The same video as nobody marked it. */
export function unmarked(id: string): GroundedVideo {
  const { gold: _, ...rest } = mended;
  return { ...rest, id };
}

/** A video of so many sentences and steps, every sentence a little like every step. */
export function long(id: string, sentences: number, steps: number): GroundedVideo {
  const each = sentences / steps;
  return {
    id,
    procedure: "long",
    goal: "How to do much",
    steps: Array.from({ length: steps }, (_, step) => `Do the thing of number ${step + 1}.`),
    sentences: Array.from({ length: sentences }, (_, i) => ({
      text: `and here is what is said as number ${i + 1}`,
      start: 4 * i,
      end: 4 * i + 3.5,
    })),
    similarity: Array.from({ length: steps }, (_, step) =>
      Array.from({ length: sentences }, (_, i) => Math.round((1000 * ((step * 31 + i * 17) % 97)) / 97) / 1000),
    ),
    segments: Array.from({ length: steps }, (_, step) => {
      const first = Math.floor(step * each);
      return { step, start: 4 * first, end: 4 * first + 40, confidence: ((step * 7) % 10) / 10, sentences: [first, first + 1] };
    }),
    shown: Array.from({ length: steps }, () => 0.5),
    gold: Array.from({ length: steps }, (_, step) => ({
      step,
      start: 4 * Math.floor(step * each) + 8,
      end: 4 * Math.floor(step * each) + 44,
    })),
  };
}
