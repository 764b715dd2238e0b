import { Scorecard } from "@stepladder/schema";
import { printScorecard } from "@stepladder/wasm/host/print.ts";
import { describe, expect, it } from "vitest";
import { fixtures, lines, score } from "./testing.ts";

const card = await score(await fixtures("predictions.jsonl"));

describe("answers", () => {
  it("have the figures worked out by hand", () => {
    expect([card.scores["text-match"]?.value, card.scores["text-match-strict"]?.value]).toEqual([2 / 4, 1 / 4]);
    expect(card.slices.category?.format?.["text-match"]?.value).toBe(1);
    expect(card.coverage).toEqual({ items: 4, scored: 3, unscored: { "no-prediction": 1 }, share: 3 / 4 });
  });

  it("print as a scorecard of the schema", () => {
    expect(Scorecard.parse(JSON.parse(printScorecard(card)))).toEqual(card);
  });
});

describe("format mistakes", () => {
  const ids = ["exact:copy-word", "exact:format-pair", "exact:compute-five"];
  const told = async (spoilt: (answer: string) => string) => {
    const answers = ["rung", "up\ndown", "5"];
    const { diagnoses } = await score([lines(...answers.map((answer, i) => ({ id: ids[i], output: spoilt(answer) })))]);
    return diagnoses.map(({ id, mended }) => [id, mended["text-match"]?.value]);
  };

  it.each([
    ["thinking", (answer: string) => `<think>What now?\n</think>\n\n${answer}`],
    ["code-block", (answer: string) => `\`\`\`text\n${answer}\n\`\`\`\n`],
    ["quoted", (answer: string) => `"${answer}"`],
    ["introduced", (answer: string) => `Here you are:\n\n${answer}`],
  ])("%s is told, with what mending gives", async (id, spoilt) => {
    expect(await told(spoilt)).toEqual([[id, 3 / 4]]);
  });

  it("are not told of right answers, nor of wrong ones", async () => {
    expect(await told((answer) => answer)).toEqual([]);
    expect(await told(() => '"none"')).toEqual([]);
  });
});
