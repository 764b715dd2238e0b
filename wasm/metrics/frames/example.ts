import { asked } from "../asked.ts";
import { exampleOf } from "../example.ts";
import { together } from "../together.ts";
import { type FrameSets, rewardFrames, stepFrames } from "./measure.ts";
import { setsOfLabels, setsOfRewards } from "./sets.ts";

interface Prediction {
  readonly labels: string;
  readonly rewards: readonly string[];
}

/** Each frame is a digit: the step that it belongs to. A reward is a digit too: 0, or 9 tenths. */
const digits = (text: string): number[] => [...text].map(Number);
const stepsIn = (labels: string): number => Math.max(...digits(labels));

const gold = (labels: string): { readonly gold: FrameSets; readonly context: number } => ({
  gold: setsOfLabels(digits(labels), stepsIn(labels)),
  context: stepsIn(labels),
});

const measure = together<string, Prediction>("frames", [
  asked(stepFrames, { gold, answer: ({ labels }, steps) => setsOfLabels(digits(labels), steps) }),
  asked(rewardFrames, {
    gold,
    answer: ({ rewards }) => setsOfRewards(rewards.map((own) => digits(own).map((tenths) => tenths / 10))),
  }),
]);

/** Two sequences of ten frames: two steps cut one frame late, and three steps of which the second is found too short. */
export const example = exampleOf(measure, [
  {
    gold: "1111222222",
    prediction: { labels: "1111122222", rewards: ["9999000000", "0000099999"] },
    shown: { gold: "steps 1111222222", prediction: "steps 1111122222; reward 1 on in 1-4, reward 2 in 6-10" },
  },
  {
    gold: "1122222333",
    prediction: { labels: "1112223333", rewards: ["9900000000", "0009900000", "0000000999"] },
    shown: { gold: "steps 1122222333", prediction: "steps 1112223333; reward 1 on in 1-2, reward 2 in 4-5, reward 3 in 8-10" },
  },
]);
