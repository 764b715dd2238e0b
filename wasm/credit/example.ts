import type { Step, Tree } from "./contract.ts";

const plain = { executed: true, prior: 1, tokens: 20 };

/** A step that follows another one. */
const after = (parent: number, step: Omit<Step, "parent" | keyof typeof plain> & Partial<Step>): Step => ({ ...plain, ...step, parent });

/**
 * Four ways to answer one question, made up for the lab: a right one that checks itself; a wrong one that begins well; a right one with
 * a poor step; and one that goes wrong at once.
 */
export const example: Tree = {
  question: "A ferry makes 6 trips a day and has 45 seats. On Monday, 4 of every 5 seats were taken. How many people travelled?",
  steps: [
    {
      ...plain,
      text: "First the seats of all trips, then how many were taken.",
      score: 0.9,
      accuracy: 0.6,
      confidence: 0.5,
      tokens: 24,
      visits: 18,
    },
    after(0, { text: "Calculator: 6 * 45 = 270 seats.", score: 0.95, accuracy: 0.8, confidence: 0.6, prior: 0.6, visits: 10 }),
    after(1, { text: "Four fifths of 270 are 216.", score: 0.95, accuracy: 1, confidence: 0.95, prior: 0.6, visits: 6 }),
    after(2, { text: "To check: 216 / 270 is 0.8.", score: 0.6, accuracy: 1, confidence: 0.97, tokens: 32, visits: 6 }),
    after(3, { text: "Answer: 216 people.", score: 0.95, accuracy: 1, confidence: 1, tokens: 8, visits: 6, outcome: 1 }),
    after(1, { text: "A fifth of 270 is 45, so four fifths are 180.", score: 0.2, accuracy: 0.2, confidence: 0.8, prior: 0.4, visits: 4 }),
    after(5, { text: "Answer: 180 people.", score: 0.3, accuracy: 0, confidence: 0.9, tokens: 8, visits: 4, outcome: 0 }),
    after(0, {
      text: "Look up the timetable of the ferry: no such page.",
      score: 0.3,
      accuracy: 0.6,
      confidence: 0.4,
      executed: false,
      prior: 0.15,
      visits: 4,
    }),
    after(7, { text: "By hand, then: 45 * 6 * 4 / 5 = 216.", score: 0.85, accuracy: 1, confidence: 0.85, tokens: 28, visits: 4 }),
    after(8, { text: "Answer: 216 people.", score: 0.95, accuracy: 1, confidence: 0.95, tokens: 8, visits: 4, outcome: 1 }),
    after(0, { text: "4 of 5 means that 5 of the 6 trips were full.", score: 0.1, accuracy: 0.2, confidence: 0.6, prior: 0.25, visits: 4 }),
    after(10, { text: "Calculator: 5 * 45 = 225.", score: 0.4, accuracy: 0, confidence: 0.8, visits: 4 }),
    after(11, { text: "Answer: 225 people.", score: 0.2, accuracy: 0, confidence: 0.85, tokens: 8, visits: 4, outcome: 0 }),
  ],
};
