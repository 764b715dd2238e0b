import type { Example } from "../example.ts";
import { exampleOf } from "../example.ts";
import { type CaptionTask, captions, guidedCaptions, guidelines, stepCaptions } from "./measure.ts";
import type { Caption } from "./pair.ts";

type Captions = readonly Caption[];

/** Captions as a reader sees them. */
function shown(all: Captions): string {
  return all
    .map(({ text, span, part }) =>
      [span === undefined ? "" : `${span[0]}–${span[1]} s: `, part === undefined ? "" : `${part}. `, text].join(""),
    )
    .join(" / ");
}

function example(task: CaptionTask, items: readonly (readonly [gold: Captions, predicted: Captions])[]): Example {
  const measure = captions<Captions, Captions>(task, { references: (gold) => gold, captions: (predicted) => predicted });
  return exampleOf(
    measure,
    items.map(([gold, prediction]) => ({ gold, prediction, shown: { gold: shown(gold), prediction: shown(prediction) } })),
  );
}

/** Two videos: a step told in other words and one found too late; then one told as in gold, and a segment too many. */
export const stepExample = example(stepCaptions, [
  [
    [
      { text: "rinse the rice in cold water", span: [0, 10] },
      { text: "boil the rice with the lid on", span: [12, 40] },
    ],
    [
      { text: "rinsing the rice in a bowl of cold water", span: [1, 11] },
      { text: "boil the rice with the lid on", span: [30, 50] },
    ],
  ],
  [
    [{ text: "serve the rice in two bowls", span: [5, 15] }],
    [
      { text: "serve the rice in two bowls", span: [5, 14] },
      { text: "eat", span: [15, 20] },
    ],
  ],
]);

/** Two guidelines: one told in other words, one with a step missing. */
export const guidelineExample = example(guidelines, [
  [
    [{ text: "prepare the rice in cold water" }, { text: "cook the rice in a pot" }],
    [{ text: "prepare the rice in water" }, { text: "cook rice in the pot" }],
  ],
  [[{ text: "fold the paper in half" }, { text: "cut along the folded line" }], [{ text: "fold the paper in half" }]],
]);

/** Steps told for two steps of a guideline: the second of the first is missing. */
export const guidedExample = example(guidedCaptions, [
  [
    [
      { text: "rinse the rice in cold water", part: 1 },
      { text: "soak the rice for an hour", part: 1 },
      { text: "boil the rice with the lid on", part: 2 },
    ],
    [
      { text: "rinse the rice in cold water", part: 1 },
      { text: "boil rice with the lid closed", part: 2 },
    ],
  ],
]);
