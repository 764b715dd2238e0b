import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { Narration } from "@stepladder/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readNarrations } from "./captions/read.ts";
import { captioned, narrated } from "./eval/breaks.ts";
import { ROOT, runIn } from "./testing.ts";
import { ended, numbersFrom, resultsIn, start, until } from "./testing-runs.ts";

const FILES = 300;

let folder: string;
let expected: Record<string, string>;
const at = (name: string): string => join(folder, name);
const captions = (...args: string[]) => runIn(ROOT, "captions", ...args);

const narrationsOf = (path: string) => readNarrations(path, new AbortController().signal);

/** HowTo100M's columns of a narration of ours. */
function columnsOf(number: number): string {
  const texts = narrated();
  const { cues } = captioned(texts[number % texts.length] as (typeof texts)[number], "cues", number);
  return JSON.stringify({ text: cues.map(({ text }) => text), start: cues.map((cue) => cue.start), end: cues.map((cue) => cue.end) });
}

async function keptIn(out: string): Promise<string[]> {
  const all = await readdir(join(out, ".captions"), { recursive: true }).catch(() => []);
  return all.filter((name) => name.endsWith(".json")).map((name) => join(out, ".captions", name));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stepladder-"));
  await mkdir(at("many"));
  for (let number = 0; number < FILES; number++) await writeFile(at(`many/v${number}.en.json`), columnsOf(number));
  expect(await captions(at("many"), "--out", at("one"))).toMatchObject({ code: 0 });
  expected = await resultsIn(at("one"));
});
afterAll(() => rm(folder, { recursive: true }));

it("writes a narration for each video by id, and a report that counts them", async () => {
  const all = (expected["narrations.jsonl"] as string).trimEnd().split("\n");
  const narrations = all.map((line) => Narration.parse(JSON.parse(line)));
  expect(narrations.map(({ id }) => id)).toEqual(Array.from({ length: FILES }, (_, number) => `v${number}`).sort());
  expect(JSON.parse(expected["report.json"] as string)).toMatchObject({
    files: FILES,
    narrations: FILES,
    failures: {},
    formats: { "howto100m-json": FILES },
    languages: { en: FILES },
  });
});

it("goes on after kill -9 at any moment, with the same bytes and without doing again what was done", async () => {
  const random = numbersFrom(9);
  const out = at("killed");
  for (const share of [0, random() / 3, 1 / 3 + random() / 3, 2 / 3 + random() / 3]) {
    const done = new Map(await Promise.all((await keptIn(out)).map(async (path) => [path, (await stat(path)).mtimeMs] as const)));
    const child = start("captions", at("many"), "--out", out);
    await until(async () => (await keptIn(out)).length >= share * FILES, child);
    child.kill("SIGKILL");
    expect(await ended(child)).toBe("SIGKILL");
    expect((await readdir(out).catch(() => [])).filter((name) => !name.startsWith("."))).toEqual([]);
    for (const [path, time] of done) expect((await stat(path)).mtimeMs).toBe(time);
  }
  expect(await captions(at("many"), "--out", out)).toMatchObject({ code: 0 });
  expect(await resultsIn(out)).toEqual(expected);
  expect((await readdir(out)).sort()).toEqual((await readdir(at("one"))).sort());
});

describe("two files of one video", () => {
  const file = (text: string): string => `WEBVTT\n\n00:01.000 --> 00:02.000\n${text}\n`;

  it("captions by people come first, then names; the others are told", async () => {
    await mkdir(at("twice"));
    await writeFile(at("twice/a.de.vtt"), file("wash<00:01.500><c> it</c>"));
    await writeFile(at("twice/a.en.vtt"), file("Wash it."));
    await writeFile(at("twice/a.fr.vtt"), file("Lavez."));
    expect((await captions(at("twice"), "--out", at("of-twice"))).code).toBe(0);
    const found = await resultsIn(at("of-twice"));
    expect(found["narrations.jsonl"]).toBe('{"id":"a","lang":"en","sentences":[{"text":"Wash it.","start":1,"end":2}]}\n');
    expect(found["left-out.jsonl"]).toBe(
      '{"file":"a.fr.vtt","id":"a","kept":"a.en.vtt"}\n{"file":"a.de.vtt","id":"a","kept":"a.en.vtt"}\n',
    );
  });

  it("in different folders are different videos of one id, which is a fault", async () => {
    for (const inner of ["x", "y"]) {
      await mkdir(at(`apart/${inner}`), { recursive: true });
      await writeFile(at(`apart/${inner}/1.vtt`), file(`Wash ${inner}.`));
    }
    const { code, out } = await captions(at("apart"), "--out", at("of-apart"));
    expect(code).toBe(1);
    expect(out).toContain("failures: shared-id 1");
    expect(JSON.parse((await resultsIn(at("of-apart")))["failures.jsonl"] as string)).toMatchObject({
      file: "y/1.vtt",
      found: "the id of x/1.vtt",
    });
  });
});

it("tells files that cannot be used with line and fix, and writes the others", async () => {
  await mkdir(at("odd"));
  const vtt = "WEBVTT\n\n00:01.000 --> 00:02.000\n";
  const bomb = `<!DOCTYPE tt [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, i) => `<!ENTITY a${i} "${"&a;".repeat(10)}">`).join("")}]>`;
  const files: [string, string | Buffer, string | undefined][] = [
    ["a.vtt", `${vtt}Wash it.\n`, undefined],
    ["b.vtt", "WEBVTT\n\n00:NaN --> 00:02.000\nx\n", "bad-time"],
    ["c.srt", "1\n00:00:05,000 --> 00:00:01,000\nx\n", "backwards"],
    ["d.ttml", `<tt><body>${"<div>".repeat(1_000_000)}`, "not-xml"],
    ["e.ttml", `${bomb}<tt><body><p begin="0s" end="1s">&a19; wash it.</p></body></tt>`, undefined],
    ["f.json", `{"segments": ${"[".repeat(1_000_000)}`, "too-deep"],
    ["g.json", '{"segments": [{"start": NaN, "end": 1, "text": "x"}]}', "not-json"],
    ["h.vtt", Buffer.from(`${vtt}Wash it.\n`, "utf16le"), "not-text"],
    ["i.srt", Buffer.from("\ufeff1\r\n00:00:01,000 --> 00:00:02,000\r\nWash it.\r\n", "utf16le"), undefined],
    ["j.srt", Buffer.from("1\n00:00:01,000 --> 00:00:02,000\nCaf\xe9 cr\xe8me.\n", "latin1"), undefined],
    ["k.vtt.gz", gzipSync(`${vtt}Wash it.\n`), undefined],
    ["l.vtt.gz", gzipSync(Buffer.alloc(80_000_000, "a")), "too-large"],
    ["m.vtt", `${vtt}${"wash it ".repeat(500_000)}\n`, undefined],
    ["n.vtt", `${vtt}[Music]\n`, "no-speech"],
    ["o.csv", "name,price\npear,2\n", "unknown-format"],
    ["p.vtt", `${vtt}${"<".repeat(300_000)}${"&".repeat(300_000)}${"[(♪".repeat(100_000)}x\n`, undefined],
    ["q.json", `{"events": ${"[".repeat(100_000)}${"]".repeat(100_000)}}`, "wrong-field"],
    ["r.json", '{"segments": [{"text": "wash it", "start": 1e300, "end": 1e308}]}', "bad-time"],
    ["s.info.json", "{}", undefined],
    ["notes.txt", "x", undefined],
  ];
  for (const [name, content] of files) await writeFile(at(`odd/${name}`), content);
  const ran = await captions(at("odd"), "--out", at("of-odd"));
  expect(ran.code).toBe(1);
  expect(ran.err).toContain("error bad-time: 2\n  b.vtt:3: expected times such as 00:01:02.500 --> 00:01:04.000, found 00:NaN");
  expect(ran.err).not.toContain("page");
  expect(ran.err).toContain("q.json events[0]: expected an event, found a value nested too deeply to be shown; make events[0] an event");
  expect(ran.err).toContain("r.json: expected times up to 36000000 s, found a later one");
  const { "failures.jsonl": failures, "narrations.jsonl": narrations, "report.json": report } = await resultsIn(at("of-odd"));
  const told = (failures as string)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, string>);
  expect(told.map(({ file, kind }) => [file, kind])).toEqual(files.flatMap(([name, , kind]) => (kind === undefined ? [] : [[name, kind]])));
  for (const { expected: one, found, fix } of told)
    expect([one, found, fix].every((text) => typeof text === "string" && text !== "")).toBe(true);
  expect(told[0]).toMatchObject({ line: 3 });
  expect(narrations).toContain("Café crème.");
  expect(JSON.parse(report as string)).toMatchObject({ files: 18, passedOver: { ".json": 1, ".txt": 1 } });
});

it("does as it is told about layout and language", async () => {
  await writeFile(at("plain.vtt"), "WEBVTT\n\n00:01.000 --> 00:02.000\nWash it.\n");
  expect((await captions(at("plain.vtt"), "--out", at("told"), "--lang", "pt_br")).code).toBe(0);
  expect((await resultsIn(at("told")))["narrations.jsonl"]).toContain('"lang":"pt-BR"');
  expect((await captions(at("plain.vtt"), "--out", at("told"), "--format", "srt")).code).toBe(0);
  expect((await captions(at("plain.vtt"), "--out", at("told"), "--format", "ttml")).out).toContain("failures: no-cues 1");
});

it("says in one line what is wrong with its inputs, and writes nothing", async () => {
  await mkdir(at("empty"));
  for (const inner of ["apart/x", "apart/deep/x"]) {
    await mkdir(at(inner), { recursive: true });
    await writeFile(at(`${inner}/1.vtt`), "WEBVTT\n\n00:01.000 --> 00:02.000\nWash it.\n");
  }
  execFileSync("mkfifo", [at("pipe.vtt")]);
  const wrong: [string, number, string[]][] = [
    ["found nothing there", 1, [at("absent"), "--out", at("new")]],
    ["found none; give .vtt", 1, [at("empty"), "--out", at("new")]],
    ["expected a folder outside the input", 1, [at("many"), "--out", at("many/new")]],
    ["expected inputs of different names", 1, [at("apart/x"), at("apart/deep/x"), "--out", at("new")]],
    ["expected a file or folder of captions, found a device; save", 1, ["/dev/zero", "--out", at("new")]],
    ["expected a file or folder of captions, found a pipe; save", 1, [at("pipe.vtt"), "--out", at("new")]],
    ["option '--out <folder>' argument '' is invalid. expected a path", 2, [at("many"), "--out", ""]],
    ["--format: expected one of webvtt", 2, [at("many"), "--out", at("new"), "--format", "doc"]],
    ["--lang: expected a BCP 47 tag", 2, [at("many"), "--out", at("new"), "--lang", "english!"]],
  ];
  for (const [message, code, args] of wrong) {
    const ran = await captions(...args);
    expect(ran).toMatchObject({ code, out: "" });
    expect(ran.err).toContain(message);
  }
  expect(await readdir(folder)).not.toContain("new");
});

it("takes a file that is typed twice, or lies in a folder that is typed too, once", async () => {
  await mkdir(at("single"));
  await writeFile(at("single/a.vtt"), "WEBVTT\n\n00:01.000 --> 00:02.000\nWash it.\n");
  for (const inputs of [
    [at("single/a.vtt"), at("single/../single/a.vtt")],
    [at("single"), at("single/a.vtt")],
    [at("single"), at("single")],
  ])
    expect(await captions(...inputs, "--out", at("of-single"))).toMatchObject({
      code: 0,
      out: `${at("of-single/narrations.jsonl")}: 1 narrations of 1 sentences from 1 files\n`,
    });
});

it("gives narrations of a run, of its file and of captions alike", async () => {
  const lines = (expected["narrations.jsonl"] as string)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Narration);
  for (const path of ["one", "one/narrations.jsonl"]) expect(await Array.fromAsync(narrationsOf(at(path)))).toEqual(lines);
  const byId = (list: readonly Narration[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(byId(await Array.fromAsync(narrationsOf(at("many"))))).toEqual(lines);
  expect(await Array.fromAsync(narrationsOf(at("many/v7.en.json")))).toEqual(lines.filter(({ id }) => id === "v7"));
  await expect(Array.fromAsync(narrationsOf(at("twice")))).rejects.toThrow("expected one narration for each id, found a again");
  await expect(Array.fromAsync(narrationsOf("/dev/zero"))).rejects.toThrow(
    "/dev/zero: expected narrations, or a file or folder of captions, found a device",
  );
  await writeFile(at("bad.jsonl"), '{"id": "a", "lang": "en", "sentences": [{"text": "", "start": 0, "end": 1}]}\n');
  await expect(Array.fromAsync(narrationsOf(at("bad.jsonl")))).rejects.toThrow(
    /bad\.jsonl:1 sentences\[0\]\.text: expected text that is not empty/,
  );
});
