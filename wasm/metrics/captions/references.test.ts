import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { metrics } from "../index.ts";
import { METEOR } from "./abi.ts";
import cases from "./cases.json" with { type: "json" };
import { guidelines } from "./measure.ts";
import { captionsOracle } from "./oracle.ts";
import { stem } from "./stem.ts";
import { matrixOf, measured, paired } from "./testing.ts";
import { wordsOf } from "./vocabulary.ts";

const told = (pairs: readonly (readonly string[])[]) => ({
  references: pairs.map(([reference = ""]) => ({ text: reference })),
  captions: pairs.map(([, caption = ""]) => ({ text: caption })),
});

it.each(cases.bleu)("BLEU-4 is nltk's: $name", ({ pairs, value }) => {
  // Where a precision is 0 nltk takes the smallest double for it.
  const expected = value < 1e-70 ? 0 : value;
  expect(metrics["guideline-bleu-4"].value(matrixOf([told(pairs)], guidelines), undefined)).toEqual({
    kind: "value",
    value: expect.closeTo(expected, 14),
  });
});

it.each(cases.meteor)("METEOR is nltk's with an empty WordNet: $name", ({ pairs, value }) => {
  const rows = pairs.map((pair) => measured([told([pair])], guidelines)[0]?.[METEOR]);
  expect(rows).toEqual(value.map((one) => expect.closeTo(one, 14)));
});

it("stems are nltk's", () => {
  expect(cases.stems.map(({ word }) => [word, stem(word)])).toEqual(cases.stems.map(({ word, value }) => [word, value]));
});

/** Runs Python 3 with nltk; `undefined` where there is none. Debian's package goes with the system's own Python. */
function python(script: string, input: string, ...args: readonly string[]): string | undefined {
  for (const program of ["python3", "/usr/bin/python3"]) {
    const { error, status, stdout, stderr } = spawnSync(program, ["-W", "ignore", "-c", script, ...args], { encoding: "utf8", input });
    if (error !== undefined || status === 9) continue;
    expect([status, stderr]).toEqual([0, ""]);
    return stdout;
  }
  return undefined;
}

const ABSENT = "no python3 with nltk is on this machine (Debian: apt-get install python3-nltk)";

it("nltk itself says what cases.json holds", (context) => {
  const script = `
import json, sys
try:
    from nltk.stem import PorterStemmer
    from nltk.translate.bleu_score import corpus_bleu
    from nltk.translate.meteor_score import single_meteor_score
except ImportError: sys.exit(9)
class NoWordNet:
    def synsets(self, word): return []
cases = json.load(open(sys.argv[1]))
split = lambda case: [[text.split() for text in pair] for pair in case["pairs"]]
for case in cases["bleu"]:
    assert corpus_bleu([[reference] for reference, _ in split(case)], [caption for _, caption in split(case)]) == case["value"], case
for case in cases["meteor"]:
    assert [single_meteor_score(*pair, wordnet=NoWordNet()) for pair in split(case)] == case["value"], case
for case in cases["stems"]:
    assert PorterStemmer().stem(case["word"]) == case["value"], case
`;
  if (python(script, "", fileURLToPath(new URL("cases.json", import.meta.url))) === undefined) context.skip(ABSENT);
});

const YOUCOOK2 = `${process.env.STEPLADDER_DATA ?? fileURLToPath(new URL("../../../../shared/data", import.meta.url))}/youcook2/yc2_annotations_trainval.json`;

interface YouCook2 {
  readonly database: Readonly<Record<string, { readonly subset: string; readonly annotations: readonly { readonly sentence: string }[] }>>;
}

/** Sentences of each validation video, where they are at hand. */
async function videos(): Promise<readonly (readonly string[])[] | undefined> {
  if (!existsSync(YOUCOOK2)) return undefined;
  const { database } = JSON.parse(await readFile(YOUCOOK2, "utf8")) as YouCook2;
  return Object.values(database)
    .filter(({ subset }) => subset === "validation")
    .map(({ annotations }) => annotations.map(({ sentence }) => sentence));
}

const NOT_AT_HAND = "official data youcook2 is not at hand (STEPLADDER_DATA, default ../shared/data)";

it("the kernel equals the oracle on YouCook2's 457 validation videos, each against the one after it", async (context) => {
  const all = await videos();
  if (all === undefined) return context.skip(NOT_AT_HAND);
  const texts = (sentences: readonly string[] = []) => sentences.map((text) => ({ text }));
  const items = all.map((own, i) => ({ references: texts(own), captions: texts(all[(i + 1) % all.length]) }));
  const expected = captionsOracle(paired(items, guidelines));
  expect(items).toHaveLength(457);
  expect(measured(items, guidelines)).toEqual(expected.map((row) => row.map((value) => expect.closeTo(value, 11))));
});

it("nltk agrees on the 3,492 sentences of YouCook2's validation videos, each against the one after it", async (context) => {
  const all = await videos();
  if (all === undefined) return context.skip(NOT_AT_HAND);
  const sentences = all.flat().map((sentence) => wordsOf(sentence).join(" "));
  // nltk counts a run of four in captions that are too short for one: there the two differ.
  const long = sentences.filter((sentence) => sentence.split(" ").length >= 4);
  const pairs = long.map((sentence, i) => [sentence, long[(i + 1) % long.length] as string]);
  const script = `
import json, sys
try:
    from nltk.stem import PorterStemmer
    from nltk.translate.bleu_score import corpus_bleu
    from nltk.translate.meteor_score import single_meteor_score
except ImportError: sys.exit(9)
class NoWordNet:
    def synsets(self, word): return []
pairs = [[text.split() for text in pair] for pair in json.load(sys.stdin)]
stemmer = PorterStemmer()
words = sorted({word for pair in pairs for word in pair[0]})
print(json.dumps({
    "bleu": corpus_bleu([[reference] for reference, _ in pairs], [caption for _, caption in pairs]),
    "meteor": sum(single_meteor_score(*pair, wordnet=NoWordNet()) for pair in pairs) / len(pairs),
    "stems": [[word, stemmer.stem(word)] for word in words],
}))
`;
  const output = python(script, JSON.stringify(pairs));
  if (output === undefined) return context.skip(ABSENT);
  const { bleu, meteor, stems } = JSON.parse(output) as { bleu: number; meteor: number; stems: [string, string][] };
  const matrix = matrixOf([told(pairs)], guidelines);
  expect(sentences).toHaveLength(3492);
  expect(metrics["guideline-bleu-4"].value(matrix, undefined)).toEqual({ kind: "value", value: expect.closeTo(bleu, 14) });
  expect(metrics["guideline-meteor-exact-stem"].value(matrix, undefined)).toEqual({ kind: "value", value: expect.closeTo(meteor, 13) });
  expect(stems.map(([word]) => [word, stem(word)])).toEqual(stems);
});
