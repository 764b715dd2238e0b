import { describe, expect, it } from "vitest";
import { RecordProblem } from "../intake/raw.ts";
import { readGold } from "./gold.ts";
import { recognise } from "./recognise.ts";
import { scoreTrack } from "./score.ts";
import { kernels, lines, refusal, type Words, wordsGold, wordsTrack } from "./testing.ts";
import type { GatheredFormat, PredictionFormat } from "./track.ts";

interface Letter {
  readonly letter: string;
  readonly of: string;
  readonly at: number;
}

/** Gold that comes as single words, whatever file they lie in. */
const letters: GatheredFormat<Words> = {
  id: "letters",
  title: "single words",
  accepts: ({ value }) => typeof value === "object" && value !== null && "letter" in value,
  gather() {
    const words = new Map<string, string[]>();
    return {
      add({ value }) {
        const { letter, of, at } = value as Letter;
        if (typeof letter !== "string") throw new RecordProblem({ ...wrong, field: "letter", found: typeof letter });
        const own = words.get(of) ?? [];
        own[at] = letter;
        words.set(of, own);
      },
      *items() {
        for (const [id, own] of words) {
          if (own.includes(undefined as never) || own.length === 0) throw new RecordProblem({ ...wrong, id, found: "a gap" });
          yield { id, words: own, colour: "red" };
        }
      },
    };
  },
};
const wrong = { kind: "wrong-field", severity: "error", expected: "a word", fix: "mend it" } as const;
const track = { ...wordsTrack, goldFormats: [...wordsTrack.goldFormats, letters] };

const letter = (of: string, at: number, text: unknown = String.fromCharCode(97 + at)) => ({ letter: text, of, at });
const items = async (...files: ReturnType<typeof lines>[]) => {
  const read = [];
  for await (const { item } of readGold(track, files, [])) read.push(item as Words);
  return read;
};

describe("gold that is gathered from records", () => {
  it("has its items whole, whichever files their parts lie in", async () => {
    const first = lines("a.jsonl", [letter("w-1", 1), letter("w-2", 0)]);
    const second = lines("b.jsonl", [letter("w-1", 0)]);
    expect(await items(first, second)).toMatchObject([
      { id: "w-1", words: ["a", "b"] },
      { id: "w-2", words: ["a"] },
    ]);
  });

  it("is scored against as any gold, and its hash is that of its files", async () => {
    const gold = lines("a.jsonl", [letter("w-1", 0), letter("w-1", 1)]);
    const predictions = [lines("p.jsonl", [{ id: "w-1", said: ["a", "b"] }])];
    const { scores, hashes } = await scoreTrack({ track, gold: [gold], predictions, kernels });
    expect(scores["sequential-match"]).toMatchObject({ value: 1, scored: 1 });
    expect(hashes.gold).toMatch(/^[0-9a-f]{64}$/);
  });

  it("tells what is wrong with a record at its line, and with an item once all is read", async () => {
    const broken = lines("a.jsonl", [letter("w-1", 0), letter("w-1", 1, 7)]);
    expect(await refusal(items(broken))).toMatchObject([{ file: "a.jsonl", line: 2, field: "letter", found: "number" }]);
    const gap = lines("a.jsonl", [letter("w-1", 1)]);
    expect(await refusal(items(gap))).toMatchObject([{ file: "a.jsonl", id: "w-1", found: "a gap" }]);
    const foreign = lines("a.jsonl", [letter("x-1", 0)]);
    expect(await refusal(items(foreign))).toMatchObject([{ kind: "foreign-gold", id: "x-1" }]);
  });

  it("is recognised by its form", async () => {
    const { files } = await recognise([track], [lines("a.jsonl", [letter("w-1", 0)]), lines("g.jsonl", [wordsGold[0]])]);
    expect(files.map(({ role, track: of, format }) => [role, of, format])).toEqual([
      ["gold", "words", "letters"],
      ["gold", "words", "gold"],
    ]);
  });
});

describe("predictions that are gathered from several files", () => {
  const rows: PredictionFormat<readonly string[], unknown> = {
    id: "rows",
    title: "a file for each place of a word",
    accepts: letters.accepts,
    read: () => undefined,
    gather: () => {
      const words = letters.gather();
      return {
        add: (raw) => words.add(raw),
        *items() {
          for (const { id, words: said } of words.items()) yield { id, sample: undefined, prediction: said };
        },
      };
    },
    gathersFiles: true,
  };
  const spread = { ...wordsTrack, formats: [rows] } as typeof wordsTrack;
  const gold = [lines("gold.jsonl", wordsGold)];
  const score = (...predictions: ReturnType<typeof lines>[]) => scoreTrack({ track: spread, gold, predictions, kernels });

  it("are whole, in whatever order the files are given and by however many measurers they are read", async () => {
    const [id, words] = [wordsGold[0]?.id as string, wordsGold[0]?.words ?? []];
    const files = words.map((word, at) => lines(`${at}.jsonl`, [letter(id, at, word)]));
    const whole = await score(
      lines(
        "all.jsonl",
        words.map((word, at) => letter(id, at, word)),
      ),
    );
    expect(whole.items[0]?.unscored).toBeUndefined();
    const { hashes: _, ...card } = whole;
    expect(await score(...files)).toMatchObject(card);
    expect((await score(...files.toReversed())).items).toEqual(whole.items);
  });

  it("tell a wrong record with its file and line, and what is wrong with all of them together", async () => {
    const id = wordsGold[0]?.id as string;
    const sound = lines("a.jsonl", [letter(id, 0)]);
    const { problems } = await score(sound, lines("b.jsonl", [letter(id, 1), { letter: 5, of: id, at: 2 }]));
    expect(problems.flatMap(({ examples }) => examples)[0]).toMatchObject({ file: "b.jsonl", line: 2, field: "letter" });
    expect(await refusal(score(sound, lines("b.jsonl", [letter(id, 2)])))).toMatchObject([{ id, found: "a gap" }]);
  });
});
