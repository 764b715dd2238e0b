import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Scorecard } from "@stepladder/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT, runIn } from "./testing.ts";

const stepladder = (...args: string[]) => runIn(ROOT, ...args);

let folder: string;
let gold: string;
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stepladder-"));
  const made = await stepladder("generate", "procladder", "--items", "120", "--seed", "5", "--out", folder);
  expect(made).toMatchObject({ code: 0 });
  gold = at("items.jsonl");
});
afterAll(() => rm(folder, { recursive: true }));

async function items(): Promise<{ id: string; intermediate: unknown[]; final: unknown }[]> {
  return (await readFile(gold, "utf8"))
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

async function perfect(): Promise<string[]> {
  return (await items()).map(({ id, intermediate, final }) => JSON.stringify({ id, prediction: { intermediate, final } }));
}

describe("stepladder", () => {
  it("lists the tracks, with their declarations as JSON", async () => {
    const { code, out } = await stepladder("tracks", "--json");
    expect(code).toBe(0);
    const cards = JSON.parse(out) as { id: string; metrics: string[] }[];
    expect(cards.map(({ id }) => id)).toEqual(expect.arrayContaining(["procbench", "procladder"]));
    expect(cards.find(({ id }) => id === "procbench")?.metrics[0]).toBe("prefix-accuracy");
  });

  it("has help for every command, and fails with 2 on wrong usage", async () => {
    const { out } = await stepladder("--help");
    const verbs = ["tracks", "import", "generate", "validate", "score", "verify", "entry", "build", "parity", "serve"];
    for (const verb of verbs) expect(out).toContain(`  ${verb}`);
    for (const { code } of await Promise.all(verbs.map((verb) => stepladder(verb, "--help")))) expect(code).toBe(0);
    expect(await stepladder("score")).toMatchObject({ code: 2 });
    expect(await stepladder("score", "procladder", "x", "--format", "pdf")).toMatchObject({ code: 2 });
    expect(await stepladder("climb")).toMatchObject({ code: 2 });
  });

  it.each(["captions x", "induce x", "judge how2bench x", "run procladder", "score procladder x"])(
    "%s refuses an empty --out",
    async (args) => {
      const ran = await stepladder(...args.split(" "), "--out", "");
      expect(ran).toMatchObject({ code: 2, out: "" });
      expect(ran.err).toContain("argument '' is invalid. expected a path, found nothing");
    },
  );

  it("generates the same bytes again, and others for another seed", async () => {
    const hashes = [];
    for (const seed of ["5", "6"]) {
      await stepladder("generate", "procladder", "--items", "120", "--seed", seed, "--out", at(`seed-${seed}`));
      hashes.push(
        createHash("sha256")
          .update(await readFile(at(`seed-${seed}/items.jsonl`)))
          .digest("hex"),
      );
    }
    expect(hashes[0]).toBe(
      createHash("sha256")
        .update(await readFile(gold))
        .digest("hex"),
    );
    expect(hashes[1]).not.toBe(hashes[0]);
  });

  it("writes the questions beside the gold, without their answers", async () => {
    const questions = (await readFile(at("questions.jsonl"), "utf8"))
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(questions).toHaveLength(120);
    for (const question of questions) expect(Object.keys(question)).toEqual(["id", "task", "split", "prompt"]);
    expect(await stepladder("generate", "procladder", "--items", "0", "--seed", "1", "--out", at("none"))).toMatchObject({ code: 2 });
  });

  it("writes a set again over itself, never over another, and both files or none", async () => {
    const generate = (seed: string, out: string) => stepladder("generate", "procladder", "--items", "30", "--seed", seed, "--out", at(out));
    expect(await generate("1", "again")).toMatchObject({ code: 0 });
    expect(await generate("1", "again")).toMatchObject({ code: 0 });
    const before = await readFile(at("again/items.jsonl"), "utf8");
    const other = await generate("2", "again");
    expect(other).toMatchObject({ code: 1, out: "" });
    expect(other.err).toContain("expected no file yet, or the same items, found others; choose another folder");
    expect(await readFile(at("again/items.jsonl"), "utf8")).toBe(before);
    await mkdir(at("own"));
    await writeFile(at("own/questions.jsonl"), "mine\n");
    expect(await generate("1", "own")).toMatchObject({ code: 1 });
    expect(await readdir(at("own"))).toEqual(["questions.jsonl"]);
    expect((await readdir(at("again"))).sort()).toEqual(["items.jsonl", "questions.jsonl"]);
  });

  it("scores, tells the track from the files, and verifies what it wrote", async () => {
    await writeFile(at("perfect.jsonl"), (await perfect()).join("\n"));
    expect(await stepladder("score", "auto", at("perfect.jsonl"), "--gold", gold, "--out", at("card.json"))).toMatchObject({ code: 0 });
    const card = JSON.parse(await readFile(at("card.json"), "utf8")) as Scorecard;
    expect(card).toMatchObject({ track: "procladder", scores: { "prefix-accuracy": { value: 1, scored: 120, unscored: 0 } } });
    expect(card.items).toHaveLength(120);
    const verified = await stepladder("verify", at("card.json"), "--predictions", at("perfect.jsonl"), "--gold", gold);
    expect(verified).toMatchObject({ code: 0 });
    expect(verified.out).toContain("byte for byte");
  });

  it("asks for what a format needs and a scorecard does not know before it scores, and writes nothing without", async () => {
    const asked = await stepladder("score", "procladder", at("none.jsonl"), "--format", "eee", "--model", "a/b", "--out", at("eee.json"));
    expect(asked).toMatchObject({ code: 2, out: "" });
    expect(asked.err).toContain("expected --date, --organization, --relationship with --format eee, found none");
    const date = await stepladder("score", "procladder", at("none.jsonl"), "--format", "eee", "--date", "2026-02-30");
    expect(date.err).toContain("expected day of the evaluation, like 2026-01-31");
    expect(await readdir(folder)).not.toContain("eee.json");
  });

  it("says how predictions fail, and leaves the scorecard as it is", async () => {
    const [first] = await items();
    const wrong = { id: first?.id, prediction: { intermediate: first?.intermediate, final: "elsewhere" } };
    await writeFile(at("one-wrong.jsonl"), [JSON.stringify(wrong), ...(await perfect()).slice(1)].join("\n"));
    const plain = await stepladder("score", "procladder", at("one-wrong.jsonl"), "--gold", gold);
    const told = await stepladder(
      "score",
      "procladder",
      at("one-wrong.jsonl"),
      "--gold",
      gold,
      "--anatomy",
      "--anatomy-out",
      at("anatomy.json"),
    );
    expect(told).toMatchObject({ code: 0, out: plain.out });
    expect(told.err).toMatch(
      /^Most points were lost where “A wrong state” shows: 1 item; mended, prefix accuracy would rise from \d\d\.\d.% to 100\.0.%\.$/m,
    );
    expect(told.err).toContain(`119 items of 120 answered show no known kind of failure and are fully right by prefix accuracy.`);
    expect(told.err).toMatch(/^Look first at:\n {2}pl-5-00000: A wrong state$/m);
    const { track, kinds } = JSON.parse(await readFile(at("anatomy.json"), "utf8"));
    expect({ track, kinds }).toMatchObject({ track: "procladder", kinds: [{ id: "wrong-state", items: 1, examples: [first?.id] }] });
  });

  it("names the first item that differs when a scorecard was changed", async () => {
    await writeFile(at("perfect.jsonl"), (await perfect()).join("\n"));
    const { out } = await stepladder("score", "procladder", at("perfect.jsonl"), "--gold", gold);
    const card = JSON.parse(out) as Scorecard;
    const third = card.items[2] as Scorecard["items"][number];
    third.statistics["final-match"] = 0;
    await writeFile(at("changed.json"), JSON.stringify(card));
    const { code, err } = await stepladder("verify", at("changed.json"), "--predictions", at("perfect.jsonl"), "--gold", gold);
    expect(code).toBe(1);
    expect(err).toContain(`item ${third.id} differs in item.statistics`);
  });

  it("gives the same scorecard for a gzipped file, and prints CSV and Markdown", async () => {
    const text = (await perfect()).join("\n");
    await writeFile(at("a.jsonl"), text);
    await writeFile(at("a.jsonl.gz"), gzipSync(text));
    const plain = await stepladder("score", "procladder", at("a.jsonl"), "--gold", gold);
    const gzipped = await stepladder("score", "procladder", at("a.jsonl.gz"), "--gold", gold);
    expect(gzipped.out).toBe(plain.out);
    const csv = await stepladder("score", "procladder", at("a.jsonl"), "--gold", gold, "--format", "csv");
    // Every item has the full score: an interval without width would read as certainty, so there is none.
    expect(csv.out.split("\n")[1]).toBe(",,prefix-accuracy,1,,,120,0");
    const md = await stepladder("score", "procladder", at("a.jsonl"), "--gold", gold, "--format", "md");
    expect(md.out).toContain("| all | 100.0 % |");
  });
});

describe("bad input fails with 1, says where and how to mend it, and leaves no file", () => {
  const lines = async (): Promise<string[]> => perfect();
  const cases: { name: string; content: () => Promise<string | Uint8Array>; says: RegExp; writes?: boolean }[] = [
    {
      name: "cut.jsonl.gz",
      content: async () => gzipSync((await lines()).join("\n")).subarray(0, 900),
      says: /cut\.jsonl\.gz: expected a whole gzip file/,
    },
    { name: "nested.jsonl", content: async () => "[".repeat(5_000_000), says: /nested\.jsonl:1.*100 brackets/ },
    { name: "empty.jsonl", content: async () => "", says: /empty\.jsonl: expected records, found an empty file/ },
    { name: "binary.bin", content: async () => Uint8Array.from({ length: 4000 }, (_, i) => (i * 7) % 256), says: /binary\.bin/ },
    {
      name: "foreign.jsonl",
      content: async () => '{"problem_name":"task01_0000","prediction":{"intermediate":[],"final":""}}',
      says: /found predictions of procbench/,
    },
    {
      name: "split.jsonl",
      content: async () => (await lines()).join("\n").replaceAll("pl-5-", "pl-9-"),
      says: /expected ids of the gold given.*give the gold of the same split/s,
    },
    {
      name: "nan.jsonl",
      content: async () => ['{"id":"pl-5-00000","prediction":{"intermediate":[NaN],"final":1}}', ...(await lines()).slice(1)].join("\n"),
      says: /nan\.jsonl:1: expected JSON, found NaN/,
      writes: true,
    },
    {
      name: "proto.jsonl",
      content: async () =>
        ['{"id":"pl-5-00000","__proto__":{"polluted":1},"prediction":{"intermediate":[],"final":1}}', ...(await lines()).slice(1)].join(
          "\n",
        ),
      says: /proto\.jsonl:1: .*`__proto__`/,
      writes: true,
    },
    {
      name: "doubled.jsonl",
      content: async () => [...(await lines()), (await lines())[0]].join("\n"),
      says: /doubled\.jsonl:121 pl-5-00000: expected one record per item/,
      writes: true,
    },
  ];
  for (const { name, content, says, writes = false } of cases) {
    it(name, async () => {
      await writeFile(at(name), await content());
      const { code, err } = await stepladder("score", "procladder", at(name), "--gold", gold, "--out", at(`${name}.card`));
      expect(err).toMatch(says);
      expect(err).not.toMatch(/\n\s+at .*:\d+:\d+/);
      expect(code).toBe(1);
      // A file with some unusable records is scored, its problems in the scorecard; an unusable file is not.
      expect(existsSync(at(`${name}.card`))).toBe(writes);
      expect(await stepladder("validate", "procladder", at(name), "--gold", gold)).toMatchObject({ code: 1 });
    });
  }

  it("one file that tells no track, with its own problem and remedy, or with its ids", async () => {
    const auto = async (content: string | Uint8Array): Promise<string> => {
      await writeFile(at("auto.jsonl"), content);
      const { code, err } = await stepladder("score", "auto", at("auto.jsonl"));
      expect(code).toBe(1);
      return err;
    };
    expect(await auto("")).toBe("auto.jsonl: expected records, found an empty file; check how the file was written\n");
    expect(await auto(Uint8Array.of(0xff, 0xfe, 0x7b, 0, 0x7d, 0))).toMatch(
      /^auto\.jsonl: expected .*, found UTF-16 text; save it as UTF-8.*\n$/,
    );
    expect(await auto('{"name":"x"}\n')).toMatch(
      /^auto\.jsonl:1: expected a layout .*, found \{"name":"x"\}; write one record for each item/,
    );
    const strange = [0, 1, 2].map((i) => JSON.stringify({ id: `zz-${i}`, prediction: { intermediate: [], final: 1 } })).join("\n");
    expect(await auto(strange)).toContain("  auto.jsonl: ids of no benchmark, such as zz-0 and zz-1; write them as its gold has them\n");
  });

  it("files of no layout, in one line with their number", async () => {
    await writeFile(at("s1.jsonl"), '{"name":"x"}\n');
    await writeFile(at("s2.jsonl"), '{"name":"y"}\n');
    const { code, err } = await stepladder("score", "auto", at("s1.jsonl"), at("s2.jsonl"));
    expect(code).toBe(1);
    expect(err).toMatch(/^2 files such as s1\.jsonl: of no layout of the \d+ benchmarks/m);
  });

  it("a missing file, a missing gold and an unknown track", async () => {
    await writeFile(at("b.jsonl"), (await perfect()).join("\n"));
    expect(await stepladder("score", "procladder", at("nowhere.jsonl"))).toMatchObject({
      code: 1,
      err: expect.stringContaining("nowhere.jsonl"),
    });
    expect(await stepladder("score", "procladder", at("b.jsonl"), "--gold", at("nowhere"))).toMatchObject({
      code: 1,
      err: expect.stringContaining("nowhere"),
    });
    expect(await stepladder("score", "stairs", at("b.jsonl"))).toMatchObject({ code: 1, err: expect.stringContaining("procladder") });
  });
});

it("a place that cannot be written to is told, and nothing is left there", async () => {
  await writeFile(at("taken"), "mine");
  await writeFile(at("c.jsonl"), (await perfect()).join("\n"));
  const below = await stepladder("score", "procladder", at("c.jsonl"), "--gold", gold, "--out", at("taken/card.json"));
  expect(below).toMatchObject({ code: 1, err: expect.stringMatching(/^[^\n]*taken: expected a file or folder that can be .*\n$/) });
  expect(await readFile(at("taken"), "utf8")).toBe("mine");
  expect((await readdir(folder)).filter((name) => name.includes("partial"))).toEqual([]);
});

it("the track that is named decides where another could read the file too, and mistakes are told with the mended score", async () => {
  const fixtures = fileURLToPath(new URL("../data/tracks/crosstask/fixtures", import.meta.url));
  await writeFile(at("videos.json"), JSON.stringify({ "mossTea-001": [150, 450, 750, 1050] }));
  const { code, err } = await stepladder("score", "crosstask", at("videos.json"), "--gold", join(fixtures, "gold.jsonl"));
  expect([code, err]).toEqual([
    0,
    expect.stringMatching(/^note: The times are frames at 30 a second \(1 item\): .+ would be [\d.]+ %; divide /m),
  ]);
});

describe("stepladder import", () => {
  it("turns the official folder layout into gold that scores the predictions beside it", async () => {
    const from = fileURLToPath(new URL("../data/tracks/procbench/fixtures", import.meta.url));
    const { code, out, err } = await stepladder("import", "procbench", "--from", join(from, "official"), "--out", at("imported"));
    expect(`${err}${code}`).toBe("0");
    expect(out).toContain("items of gold");
    const imported = gunzipSync(await readFile(at("imported/items.jsonl.gz")))
      .toString()
      .trimEnd()
      .split("\n");
    expect(imported.length).toBeGreaterThan(0);
    expect((await readdir(at("imported/predictions"))).length).toBe(2);
    expect((await readdir(at("imported"))).filter((name) => name.includes("partial"))).toEqual([]);
  });

  it("rewrites gathered predictions, and says which files are scored as they lie", async () => {
    const from = fileURLToPath(new URL("../data/tracks/ht-step/fixtures/official", import.meta.url));
    const { code, out } = await stepladder("import", "ht-step", "--from", from, "--out", at("gathered"));
    expect(code).toBe(0);
    expect((await readdir(at("gathered/predictions"))).sort()).toEqual(["no-numbers.jsonl.gz", "predictions.jsonl.gz"]);
    expect(out).toMatch(/result\.json: predictions in a layout that is not rewritten; score the file as it lies/);
    const scored = async (file: string): Promise<Scorecard["scores"]> => {
      const ran = await stepladder("score", "ht-step", file, "--gold", at("gathered/items.jsonl.gz"));
      return (JSON.parse(ran.out) as Scorecard).scores;
    };
    expect(await scored(at("gathered/predictions/predictions.jsonl.gz"))).toEqual(await scored(join(from, "predictions/predictions.csv")));
  });

  it("tells which prediction cannot be read, and writes no file of its system", async () => {
    await writeFile(at("gold.jsonl"), '{"problem_name":"task01_0000","label":{"init":"b","intermediate":[],"final":"a"}}\n');
    await mkdir(at("mixed"));
    await rename(at("gold.jsonl"), at("mixed/gold.jsonl"));
    await writeFile(at("mixed/bad.jsonl"), '{"problem_name":"task01_0000","prediction":{"intermediate":7,"final":"a"}}\n');
    const { code, err } = await stepladder("import", "procbench", "--from", at("mixed"), "--out", at("mixed-out"));
    expect(code).toBe(1);
    expect(err).toMatch(/^bad\.jsonl:1 task01_0000 prediction\.intermediate: expected /);
    expect(existsSync(at("mixed-out/predictions/bad.jsonl.gz"))).toBe(false);
  });

  it("writes nothing where there is no gold", async () => {
    const { code, err } = await stepladder("import", "procbench", "--from", gold, "--out", at("none"));
    expect(code).toBe(1);
    expect(err).toContain("expected");
    expect(existsSync(at("none/items.jsonl.gz"))).toBe(false);
  });
});
