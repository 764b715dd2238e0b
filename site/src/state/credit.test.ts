import type { Tree } from "@stepladder/wasm/credit/contract.ts";
import { expect, it } from "vitest";
import { NEW_STEP } from "../features/credit/fields.ts";
import { LONGEST_ADDRESS } from "./checks.ts";
import { type CreditQuery, readCreditQuery, writeCreditQuery } from "./credit.ts";

const known = [
  { id: "even-share", settings: [{ id: "alpha", name: "α", value: 1, low: 0, high: 2, step: 0.1 }] },
  { id: "last-step", settings: [] },
];
const tree: Tree = {
  question: "How much is 100 % of “a_b” & c?",
  steps: [
    { ...NEW_STEP, text: "Reads _it_ & adds\n+1" },
    { ...NEW_STEP, parent: 0, text: "", executed: false, score: 1 / 3, outcome: 1 },
    { ...NEW_STEP, parent: 0, text: "*", visits: 12, outcome: 0 },
  ],
};

const there = (query: CreditQuery): string => writeCreditQuery(query) as string;

it("an address leads back to all that was chosen and edited", () => {
  const query: CreditQuery = {
    tree,
    methods: ["even-share", "last-step"],
    settings: { "even-share": { alpha: 0.5 } },
    trajectory: 1,
    step: 2,
    drawn: "last-step",
  };
  expect(readCreditQuery(there(query), known)).toEqual(query);
  expect(writeCreditQuery({})).toBe("");
  expect(readCreditQuery("", known)).toEqual({});
  expect(readCreditQuery(there({ methods: [] }), known)).toEqual({ methods: [] });
});

it("methods are in the page's order whatever the address has", () => {
  expect(readCreditQuery("?methods=last-step.even-share", known)).toEqual({ methods: ["even-share", "last-step"] });
});

it("forty steps with a line of text each fit into an address, and what is too long stays out of it", () => {
  const steps = Array.from({ length: 40 }, (_, i) => ({
    ...NEW_STEP,
    ...(i === 0 ? {} : { parent: i - 1 }),
    text: "Adds the two prices of the bill",
  }));
  expect(there({ tree: { question: "How much?", steps } }).length).toBeLessThan(LONGEST_ADDRESS);
  expect(writeCreditQuery({ tree: { question: "", steps: [...steps, ...steps] } })).toBeUndefined();
});

const row = there({ tree }).replace("?", "");
it.each([
  ["?methods=even-share.nobody", "There is no method “nobody” here."],
  ["?draw=nobody", "There is no method “nobody” here."],
  ["?set=even-share.gamma.1", "There is no setting “even-share.gamma.1” here."],
  ["?set=x", "There is no setting “x” here."],
  ["?set=even-share.alpha.7", "Setting “even-share.alpha.7”: expected 0 to 2, found 7."],
  ["?set=even-share.alpha.", "Setting “even-share.alpha.”: expected 0 to 2, found nothing."],
  ["?trajectory=0", "“trajectory”: expected a number from 1 on, found 0."],
  ["?at=", "“at”: expected a number from 1 on, found nothing."],
  ["?step=x", "Step 1: expected no parent, for it is the first, found x."],
  ["?step=_7", "Step 1: expected score to be a number from 0 to 1, found 7."],
  ["?step=_high", "found high"],
  [`?${row.replaceAll("_1_Reads", "_2_Reads")}`, "Step 1: expected executed to be true or false, found 2."],
  ...["9", "3", "0", "-1", "1.5"].map((parent) => [
    `?${row.slice(0, row.lastIndexOf("&"))}&step=${parent}_1_1_1_1_1_1_1_1_x`,
    `Step 3: expected as parent the number of an earlier step, 1 to 2, or none, found ${parent}.`,
  ]),
  ["?step=0_7", "Step 1: expected no parent, for it is the first, found 0."],
])("%s is refused with one message", (search, told) => {
  expect(readCreditQuery(search, known)).toEqual({ fault: expect.stringContaining(told) });
});
