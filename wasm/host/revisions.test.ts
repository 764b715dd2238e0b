import { describe, expect, it } from "vitest";
import { wilson } from "../stats/wilson.ts";
import { scoreTrack } from "./score.ts";
import { kernels, lines, wordsGold, wordsTrack } from "./testing.ts";
import type { PredictionRecord } from "./track.ts";

const [plain] = wordsTrack.formats;

/** Records that may stand in for each other say when they were written: `{..., at: 3}`. */
const track: typeof wordsTrack = {
  ...wordsTrack,
  formats: [
    {
      id: "said-at",
      title: "said lines with their time",
      accepts: () => true,
      read(raw) {
        const record = plain?.read(raw) as PredictionRecord<readonly string[]>;
        return { ...record, revision: (raw.value as { at?: number }).at ?? Number.NEGATIVE_INFINITY };
      },
    },
  ],
};

/** The final words that were scored for w-1, told by whether they match, and the kinds of problems. */
async function kept(...files: (readonly object[])[]): Promise<{ right: boolean; kinds: string[] }> {
  const gold = [lines("gold.jsonl", [wordsGold[0]])];
  const predictions = files.map((records, i) => lines(`${i}.jsonl`, records));
  const { scores, problems } = await scoreTrack({ track, gold, predictions, kernels });
  return { right: scores["sequential-match"]?.value === 1, kinds: problems.map(({ kind, severity }) => `${severity} ${kind}`) };
}
const right = { id: "w-1", said: ["a", "b"] };
const wrong = { id: "w-1", said: ["x"] };
const revised = ["warning revised-record"];

describe("records of one item that stand in for each other", () => {
  it("the newest is scored, wherever it stands", async () => {
    expect(
      await kept([
        { ...right, at: 2 },
        { ...wrong, at: 1 },
      ]),
    ).toEqual({ right: true, kinds: revised });
    expect(
      await kept([
        { ...wrong, at: 1 },
        { ...right, at: 2 },
      ]),
    ).toEqual({ right: true, kinds: revised });
  });

  it("one with a time goes before one without", async () => {
    expect(await kept([{ ...right, at: 1 }, wrong])).toEqual({ right: true, kinds: revised });
  });

  it("of equally new ones the last is scored", async () => {
    expect(
      await kept([
        { ...wrong, at: 1 },
        { ...right, at: 1 },
      ]),
    ).toEqual({ right: true, kinds: revised });
    expect(await kept([right, wrong])).toEqual({ right: false, kinds: revised });
  });

  it("those of another file are of another system: doubled, and the first file is scored", async () => {
    expect(await kept([{ ...right, at: 1 }], [{ ...wrong, at: 2 }])).toEqual({ right: true, kinds: ["error doubled-id"] });
  });

  it("of three the newest is scored too", async () => {
    expect(
      await kept([
        { ...wrong, at: 1 },
        { ...right, at: 3 },
        { ...wrong, at: 2 },
      ]),
    ).toEqual({ right: true, kinds: revised });
  });
});

it("a track without revisions takes the first record, and calls the others doubled", async () => {
  const gold = [lines("gold.jsonl", [wordsGold[0]])];
  const { scores, problems } = await scoreTrack({ track: wordsTrack, gold, predictions: [lines("p.jsonl", [right, wrong])], kernels });
  expect(scores["sequential-match"]?.value).toBe(1);
  expect(problems).toMatchObject([{ kind: "doubled-id", severity: "error", count: 1 }]);
});

it("items that share a cluster are no independent draws: Wilson's interval is not given", async () => {
  const gold = [lines("gold.jsonl", wordsGold)];
  const predictions = [lines("p.jsonl", [right])];
  const plainScores = (await scoreTrack({ track: wordsTrack, gold, predictions, kernels })).scores["sequential-match"];
  const byWilson = wilson(0.25, 4);
  expect(plainScores).toMatchObject({ value: 0.25, ...byWilson });
  const clustered = { ...wordsTrack, cluster: { title: "colour", of: ({ colour }: { colour: string }) => colour } };
  const { scores, slices } = await scoreTrack({ track: clustered, gold, predictions, kernels });
  // Whole clusters are drawn instead; a slice has no other interval.
  expect(scores["sequential-match"]).toMatchObject({ value: 0.25, scored: 1, unscored: 3 });
  expect(scores["sequential-match"]?.high).not.toBe(byWilson?.high);
  expect(slices.colour?.red?.["sequential-match"]).toEqual({ value: 0.5, scored: 1, unscored: 1 });
});
