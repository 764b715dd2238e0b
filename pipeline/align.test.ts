import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Endpoint } from "./model/testing.ts";
import { ROOT, runIn } from "./testing.ts";
import { ended, numbersFrom, resultsIn, start, until } from "./testing-runs.ts";

const DATA = join(ROOT, "data/alignments");
const INPUT = join(ROOT, "pipeline/golden/align/input");

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "align-"));
});
afterAll(() => rm(folder, { recursive: true }));

const align = (...args: string[]) => runIn(ROOT, "align", ...args);
const at = (name: string): string => join(folder, name);
const lines = (records: readonly object[]): string => records.map((record) => `${JSON.stringify(record)}\n`).join("");

describe("the layouts of benchmarks", () => {
  // Ids as the tracks want them.
  const narration = {
    id: "900001_mossTea-001",
    lang: "en",
    duration: 50,
    sentences: [
      { text: "boil some water", start: 1, end: 4 },
      { text: "hello there", start: 5, end: 6 },
      { text: "pour it over the moss", start: 20, end: 24 },
    ],
  };
  const steps = [{ text: "boil water" }, { text: "pour water over moss" }];
  const procedures = [
    { id: "first", goal: "Another", lang: "en", resources: [], steps: [{ text: "a" }, { text: "b" }, { text: "c" }] },
    { id: "moss", goal: "Make moss tea", lang: "en", resources: [], steps },
  ];

  it.each([
    [
      "crosstask",
      "crosstask.json",
      {
        id: "crosstask:900001_mossTea-001",
        task: "900001",
        steps: 2,
        segments: [
          { step: 1, start: 1, end: 9 },
          { step: 2, start: 20, end: 28 },
        ],
      },
      { "average-recall": 1 },
    ],
    [
      "htm-align",
      "htm-align.json",
      {
        id: "htm-align:900001_mossTea-001",
        sentences: [
          { alignable: true, start: 1, end: 9 },
          { alignable: false, start: 5, end: 6 },
          { alignable: true, start: 20, end: 28 },
        ],
      },
      { "alignability-auc": 1, "pointing-recall": 1 },
    ],
    [
      "ht-step",
      "ht-step.csv",
      {
        id: "hts:900001_mossTea-001",
        split: "val_seen",
        activity: "Moss tea",
        variation: "none",
        steps: [
          { label: 3, row: 0 },
          { label: 4, row: 1 },
        ],
        counted: [3, 4],
        segments: [
          { start: 1, end: 9, label: 3 },
          { start: 20, end: 28, label: 4 },
        ],
      },
      { "step-map": 1 },
    ],
  ])("%s scores its own", async (track, file, gold, scores) => {
    const own = at(track);
    await mkdir(own);
    await writeFile(join(own, "narrations.jsonl"), lines([narration]));
    await writeFile(join(own, "procedures.jsonl"), lines(procedures));
    await writeFile(join(own, "pairs.csv"), "900001_mossTea-001,moss\n");
    await writeFile(join(own, "gold.jsonl"), lines([gold]));
    const out = join(own, "out");
    expect(await align(own, join(own, "narrations.jsonl"), "--pairs", join(own, "pairs.csv"), "--out", out)).toMatchObject({
      code: 0,
      err: "",
    });
    const scored = await runIn(ROOT, "score", track, join(out, file), "--gold", join(own, "gold.jsonl"), "--format", "json");
    expect(scored).toMatchObject({ code: 0 });
    const card = JSON.parse(scored.out) as { scores: Record<string, { value: number }> };
    expect(Object.fromEntries(Object.keys(scores).map((id) => [id, card.scores[id]?.value]))).toEqual(scores);
  });
});

describe("a run", () => {
  const VIDEOS = 40;
  beforeAll(async () => {
    const base = (await readFile(join(DATA, "aligned/grounded.jsonl"), "utf8"))
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const narrations = Array.from({ length: VIDEOS }, (_, i) => {
      const { sentences } = base[i % base.length];
      const shift = 1000;
      const twice = [
        ...sentences,
        ...sentences.map((one: { start: number; end: number }) => ({ ...one, start: one.start + shift, end: one.end + shift })),
      ];
      return { id: `v${i}`, lang: "en", sentences: twice };
    });
    await writeFile(at("many.jsonl"), lines(narrations));
    const pairs = narrations.map(({ id }, i) => `${id},${base[i % base.length].procedure}`);
    await writeFile(at("many.csv"), `video,procedure\n${pairs.join("\n")}\n`);
  });
  const args = (out: string): string[] => [
    join(ROOT, "data/procedures/mined"),
    at("many.jsonl"),
    "--pairs",
    at("many.csv"),
    "--out",
    at(out),
  ];
  const kept = async (out: string): Promise<string[]> =>
    (await readdir(join(at(out), ".align"), { recursive: true }).catch(() => [])).filter((name) => /^[^.].*\.json$/.test(name));

  it("goes on after kill -9 at any moment, with the same bytes", async () => {
    expect(await align(...args("whole"))).toMatchObject({ code: 0 });
    const random = numbersFrom(5);
    for (const share of [0, random() / 2, 0.5 + random() / 2]) {
      const child = start("align", ...args("killed"));
      await until(async () => (await kept("killed")).length >= share * VIDEOS, child);
      child.kill("SIGKILL");
      await ended(child);
      const before = await kept("killed");
      expect(before.length).toBeLessThanOrEqual(VIDEOS);
    }
    expect(await align(...args("killed"))).toMatchObject({ code: 0 });
    expect(await resultsIn(at("killed"))).toEqual(await resultsIn(at("whole")));
    expect(await kept("killed")).toHaveLength(VIDEOS);
    expect((await readdir(at("killed"))).filter((name) => name.endsWith(".partial"))).toEqual([]);
  });

  it("counts an embedding model's vectors, asks for each text once, and goes on without asking", async () => {
    // Texts are alike by their first letter.
    const vectorOf = (text: string): number[] => (/^[bB]/.test(text) ? [1, 0, 0.1] : [0, 1, 0.1]);
    await using endpoint = await Endpoint.open(({ input }) => ({ vectors: input.map(vectorOf) }));
    const model = ["--embed-model", "e", "--base-url", endpoint.url];
    const given = [INPUT, join(INPUT, "narrations.jsonl"), "--pairs", join(INPUT, "pairs.csv")];
    expect(await align(...given, ...model, "--out", at("embedded"))).toMatchObject({ code: 0 });
    const asked = endpoint.received.flatMap(({ input }) => input);
    expect(new Set(asked).size).toBe(asked.length);
    expect(await align(...given, "--out", at("words"))).toMatchObject({ code: 0 });
    const [withVectors, words] = [await resultsIn(at("embedded")), await resultsIn(at("words"))];
    expect(withVectors["grounded.jsonl"]).not.toBe(words["grounded.jsonl"]);
    expect(JSON.parse(withVectors["report.json"] as string)).toMatchObject({ embeddings: "e" });
    const before = endpoint.received.length;
    expect(await align(...given, ...model, "--out", at("embedded"))).toMatchObject({ code: 0 });
    expect(endpoint.received).toHaveLength(before);
    expect(await resultsIn(at("embedded"))).toEqual(withVectors);
  });
});

it("articles are read of one document, ids that are equal are paired, and what does not fit is told", async () => {
  const own = at("documents");
  await mkdir(own);
  const article = { id: "v", goal: "Tea", lang: "de", steps: ["Boil water."] };
  const sentences = [{ text: "boil some water", start: 0, end: 2 }];
  await writeFile(join(own, "narrations.jsonl"), lines([{ id: "v", lang: "en", duration: 3, sentences }]));
  await writeFile(join(own, "one.json"), JSON.stringify(article, null, 2));
  await writeFile(join(own, "several.json"), JSON.stringify([article, { ...article, id: "w" }]));
  const segments = [{ step: 0, start: 0, end: 3 }];
  const gold = [
    { id: "v", procedure: "v", segments },
    { id: "x", procedure: "v", segments },
  ];
  await writeFile(join(own, "gold.jsonl"), lines(gold));
  for (const name of ["one", "several"]) {
    const given = [join(own, `${name}.json`), join(own, "narrations.jsonl"), "--gold", join(own, "gold.jsonl")];
    const ran = await align(...given, "--out", join(own, name));
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.out).toContain("steps found in a video: 1 in 1 video\nagainst gold, at tIoU 0.5: recall 100.0, F1 100.0 (1 of 1 segment)\n");
    expect(ran.err).toMatch(/gold: 1 of 2 lines fit/);
    expect(ran.err).toContain("1 of 1 video in another language: v (en, its article de)");
  }
});

describe("input that cannot be used", () => {
  const procedures = join(INPUT, "procedures.jsonl");
  const narrations = join(INPUT, "narrations.jsonl");
  const pairs = join(INPUT, "pairs.csv");

  it.concurrent.each<[string, (own: string) => Promise<string[]>, number, RegExp]>([
    [
      "several procedures without pairs",
      async () => [procedures, narrations],
      1,
      /one procedure for all videos, found 2, none of them with the id of video .*--pairs/,
    ],
    [
      "a pair of a video that is not there",
      async (own) => [procedures, narrations, "--pairs", await file(own, "p.csv", "nobody,tea\n")],
      1,
      /id of a video that is given, found nobody/,
    ],
    [
      "a pair of a procedure that is not there",
      async (own) => [procedures, narrations, "--pairs", await file(own, "p.csv", "silence,soup\n")],
      1,
      /id of a procedure that is given, found soup/,
    ],
    [
      "a line that is no pair",
      async (own) => [procedures, narrations, "--pairs", await file(own, "p.csv", "video,procedure\nsilence\n")],
      1,
      /p\.csv:2: expected the id of a video and that of a procedure .*a line is video,procedure/,
    ],
    [
      "no pair at all",
      async (own) => [procedures, narrations, "--pairs", await file(own, "p.csv", "video,procedure\n")],
      1,
      /lines of video,procedure, found none/,
    ],
    ["a procedure that is none", async (own) => [await file(own, "p.jsonl", '{"id": "tea"}\n'), narrations], 1, /p\.jsonl:1/],
    ["a narration that is none", async (own) => [procedures, await file(own, "n.jsonl", "{]\n"), "--pairs", pairs], 1, /n\.jsonl:1/],
    [
      "gold of a step that the article lacks",
      async (own) => [
        procedures,
        narrations,
        "--pairs",
        pairs,
        "--gold",
        await file(own, "g.jsonl", '{"id":"silence","procedure":"kite","segments":[{"step":4,"start":0,"end":1}]}\n'),
      ],
      1,
      /steps from 0 to 3, found 4/,
    ],
    [
      "gold of no pair",
      async (own) => [
        procedures,
        narrations,
        "--pairs",
        pairs,
        "--gold",
        await file(own, "g.jsonl", '{"id":"nobody","procedure":"kite","segments":[]}\n'),
      ],
      1,
      /gold: 0 of 1 line fit .*procedures given: \d+; the first that does not is of video nobody and procedure kite/,
    ],
    [
      "no captions in a folder",
      async (own) => {
        await mkdir(join(own, "none"));
        return [procedures, join(own, "none")];
      },
      1,
      /expected narrations, or files of captions, found none/,
    ],
    [
      "captions where articles should be",
      async (own) => {
        await file(own, "v.vtt", "WEBVTT\n\n00:00.000 --> 00:02.000\nBoil water.\n");
        return [own, procedures];
      },
      1,
      /expected articles, .*found captions; .*swap the two/,
    ],
    ["a folder without articles", async (own) => [own, narrations], 1, /expected articles, .*found a folder without it/],
    ["a folder without procedures", async (own) => ["--procedures", own], 1, /ARA's folders .*found a folder without any of them/],
    ["nothing there", async () => [procedures, "/nowhere/at/all", "--pairs", pairs], 1, /\/nowhere\/at\/all/],
    ["narrations missing", async () => [procedures], 2, /expected articles and narrations/],
    ["videos and procedures at once", async () => [procedures, narrations, "--procedures", procedures], 2, /found both/],
    ["a model without an address", async () => [procedures, narrations, "--pairs", pairs, "--embed-model", "m"], 2, /--base-url/],
    ["a threshold above 1", async () => [procedures, narrations, "--pairs", pairs, "--threshold", "2"], 2, /from 0 to 1/],
    ["procedures of different goals", async () => ["--procedures", procedures], 1, /two procedures for one goal, found none/],
  ])("%s is told, and nothing is written", async (name, make, code, message) => {
    const own = at(name.replaceAll(" ", "-"));
    await mkdir(own);
    const out = join(own, "out");
    const ran = await align(...(await make(own)), "--out", out);
    expect(ran.err).toMatch(message);
    expect(ran.code).toBe(code);
    expect(await resultsIn(out).catch(() => ({}))).toEqual({});
  });

  async function file(own: string, name: string, text: string): Promise<string> {
    await writeFile(join(own, name), text);
    return join(own, name);
  }
});
