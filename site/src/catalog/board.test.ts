import { expect, test } from "vitest";
import { metric } from "../../test/entries.ts";
import { boardSentence, gapSentence } from "./board.ts";
import type { BoardLine, MetricInfo } from "./describe.ts";
import type { Lead } from "./lead.ts";

const accuracy = metric("accuracy");
const line = (system: string, value: number, given: Partial<BoardLine> = {}): BoardLine => ({
  id: system.toLowerCase(),
  system,
  value,
  kind: "system",
  evidence: "recomputed",
  ...given,
});
const quoted = { evidence: "published" } as const;
const baseline = { kind: "baseline" } as const;
const sentence = (board: readonly BoardLine[], ranking: MetricInfo = accuracy, unplaced = 0, lead?: Lead): string =>
  boardSentence({ metrics: [ranking], board, unplaced }, lead).replaceAll("\u00a0", " ");

test("a board says who leads, by how much, and who stays behind what needs no model", () => {
  const board = [
    line("Alpha", 0.9),
    line("Beta", 0.8),
    line("Majority label", 0.6, baseline),
    line("Gamma", 0.5),
    line("Empty answer", 0, baseline),
  ];
  expect(sentence(board)).toBe(
    "3 systems scored here from their predictions. Alpha leads accuracy at 90.0 %, ahead of Beta at 80.0 %. " +
      "1 of 3 does not beat the best baseline without a model (majority label, 60.0 %).",
  );
});

test("where draws tell, a board says whether the lead is more than chance, and how many neighbours are", () => {
  const board = [line("Alpha", 0.9), line("Beta", 0.8), line("Gamma", 0.5)];
  expect(
    sentence(board, accuracy, 0, {
      items: 1000,
      ranked: ["alpha", "beta", "gamma"],
      neighbours: [
        { p: 0.00002, adjusted: 0.00004 },
        { p: 0.31, adjusted: 0.31 },
      ],
    }),
  ).toBe(
    "3 systems scored on 1,000 items from their predictions. Alpha leads accuracy at 90.0 %; its lead over Beta (80.0 %) is larger than " +
      "chance (p < 0.001, by Holm over 2 pairs p < 0.001). 1 of the 2 pairs of neighbours can be told apart.",
  );
  expect(
    sentence(board.slice(0, 2), accuracy, 0, { items: 24, ranked: ["alpha", "beta"], neighbours: [{ p: 0.05, adjusted: 0.05 }] }),
  ).toBe(
    "2 systems scored on 24 items from their predictions. Alpha leads accuracy at 90.0 %; its lead over Beta (80.0 %) cannot be told from " +
      "chance (p = 0.050).",
  );
  expect(sentence(board.slice(0, 1), accuracy, 0, { items: 24, ranked: ["alpha"], neighbours: [] })).toBe(
    "1 system scored on 24 items from its predictions. Alpha has 90.0 % in accuracy.",
  );
});

test("a system of other gold is told of, and neither leads nor follows", () => {
  const board = [line("Other", 0.95), line("Alpha", 0.9), line("Beta", 0.8), line("Zeta", 0.7, quoted)];
  expect(sentence(board, accuracy, 0, { items: 24, ranked: ["alpha", "beta"], neighbours: [{ p: 0.2, adjusted: 0.2 }] })).toMatch(
    /^2 systems scored on 24 items from their predictions, 1 more quoted, 1 on other gold or by other kernels\. Alpha leads accuracy at 90\.0 %; its lead over Beta/,
  );
});

test("the smallest gap that could be found is told in points, where anything is drawn", () => {
  const gap = gapSentence({ metrics: [accuracy] }, { items: 1000, ranked: [], neighbours: [], gap: 0.0278 });
  expect(gap?.replaceAll("\u00a0", " ")).toBe(
    "A true difference of 2.8 points between neighbours would be found about half of the time on these items.",
  );
  expect(gapSentence({ metrics: [accuracy] }, { items: 1, ranked: [], neighbours: [] })).toBeUndefined();
  expect(gapSentence({ metrics: [accuracy] }, undefined)).toBeUndefined();
});

test("quoted figures are counted and named, and do not lead", () => {
  expect(sentence([line("Zeta", 0.95, quoted), line("Alpha", 0.9), line("Beta", 0.8)])).toBe(
    "2 systems scored here from their predictions, 1 more quoted. Alpha leads accuracy at 90.0 %, ahead of Beta at 80.0 %. A quoted figure is better: Zeta, 95.0 %.",
  );
  expect(
    sentence([line("Zeta", 0.95, quoted), line("Eta", 0.92, quoted), line("Alpha", 0.9), line("Beta", 0.8), line("Iota", 0.7, quoted)]),
  ).toMatch(/ ahead of Beta at 80\.0 %\. 2 quoted figures are better, the best is Zeta, 95\.0 %\.$/);
  expect(sentence([line("Zeta", 0.95, quoted)])).toBe("1 system, quoted and not ranked. The best accuracy quoted is 95.0 % (Zeta).");
});

test("where lower is better the sentence says so, and a baseline with less is ahead", () => {
  const distance = metric("distance", { unit: "edits", better: "lower" });
  const board = [line("Copy", 1, baseline), line("Alpha", 1.5), line("Beta", 2)];
  expect(sentence(board, distance)).toBe(
    "2 systems scored here from their predictions. Alpha leads distance (lower is better) at 1.50 edits, ahead of Beta at 2.00 edits. " +
      "None beats the best baseline without a model (copy, 1.00 edits).",
  );
});

test("a shared lead is said to be shared, and a value equal to a baseline's does not beat it", () => {
  expect(sentence([line("Alpha", 0.5), line("Beta", 0.5), line("Guess", 0.5, baseline)])).toBe(
    "2 systems scored here from their predictions. Alpha and Beta share the lead in accuracy at 50.0 %. " +
      "None beats the best baseline without a model (guess, 50.0 %).",
  );
  expect(sentence([line("Alpha", 0.6), line("Guess", 0.5, baseline)])).toBe(
    "1 system scored here from its predictions. Alpha has 60.0 % in accuracy. It beats the best baseline without a model (guess, 50.0 %).",
  );
});

test("systems without the ranking figure are told of, not passed over", () => {
  expect(sentence([line("Guess", 0.5, baseline)], accuracy, 2)).toBe(
    "2 systems, without a figure of accuracy. 1 baseline without a model: accuracy 50.0 % (guess).",
  );
});

test("where the ranking metric asks about some items only, those are counted", () => {
  expect(
    sentence([line("Alpha", 0.8)], metric("order", { title: "Pairs in order" }), 0, {
      items: 1792,
      asked: 24,
      ranked: ["alpha"],
      neighbours: [],
    }),
  ).toBe(
    "1 system scored on the 24 of 1,792 items that pairs in order asks about from its predictions. Alpha has 80.0 % in pairs in order.",
  );
});

test("a system that answered few of the items is told as such", () => {
  const lead = { items: 6969, answered: 1000, ranked: ["alpha"], neighbours: [] };
  expect(sentence([line("Alpha", 0.8)], accuracy, 0, lead)).toBe(
    "1 system scored on 6,969 items from its predictions, which answer 1,000 of all 6,969. Alpha has 80.0 % in accuracy.",
  );
});

test("systems without the ranking figure are told with one that all of them have", () => {
  const told = (unplaced: number, low: number) =>
    boardSentence({ metrics: [accuracy], board: [], unplaced, unplacedBy: { title: "Edge recall", unit: "fraction", low, high: 0.75 } });
  expect(told(5, 0.5).replaceAll("\u00a0", " ")).toBe("5 systems, without a figure of accuracy; their edge recall is 50.0 % to 75.0 %.");
  expect(told(1, 0.75).replaceAll("\u00a0", " ")).toBe("1 system, without a figure of accuracy; its edge recall is 75.0 %.");
});

test("a board of baselines says what scoring gives for nothing", () => {
  expect(sentence([line("Stay put", 0.1, baseline), line("Empty answer", 0, baseline)])).toBe(
    "No system is on this board yet. 2 baselines without a model: accuracy from 0.0 % (empty answer) to 10.0 % (stay put).",
  );
  expect(sentence([])).toBe("No system is on this board yet.");
});

test("titles that begin with an abbreviation keep it", () => {
  expect(sentence([line("Alpha", 0.5), line("Beta", 0.4)], metric("f1", { title: "F1 of steps" }))).toContain("Alpha leads F1 of steps at");
});

test("quoted figures of other items are not held against what is scored here", () => {
  const told = (board: readonly BoardLine[]) => boardSentence({ metrics: [accuracy], board, unplaced: 0, quotedOn: "other videos" });
  const quotes = [line("Alpha", 0.9, quoted), line("Beta", 0.8, quoted)];
  const base = line("Even cuts", 0.6, baseline);
  expect(told([...quotes, base]).replaceAll("\u00a0", " ")).toBe(
    "2 systems, quoted and not ranked. The best accuracy quoted is 90.0 % (Alpha). " +
      "Quoted figures are of other videos, and are not held against what is scored here. " +
      "1 baseline without a model: accuracy 60.0 % (even cuts).",
  );
  expect(told([...quotes, line("Gamma", 0.7), base]).replaceAll("\u00a0", " ")).toBe(
    "1 system scored here from its predictions, 2 more quoted. Gamma has 70.0 % in accuracy. " +
      "Quoted figures are of other videos, and are not held against what is scored here. " +
      "It beats the best baseline without a model (even cuts, 60.0 %).",
  );
});
