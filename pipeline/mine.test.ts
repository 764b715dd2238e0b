import { appendFile, copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MinedProcedure, MiningReport, Unmined } from "@stepladder/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MiningOptions, mine } from "./core/run.ts";
import { Threads } from "./core/threads.ts";
import { ROOT, runIn } from "./testing.ts";
import { ended, inventedPage, numbersFrom, resultsIn, shardsIn, start, until, writePages } from "./testing-runs.ts";

const PAGES = 400;
const PADDING = 60;

let folder: string;
let expected: Record<string, string>;
let shards: number;
const at = (name: string): string => join(folder, name);
const stepladder = (...args: string[]) => runIn(ROOT, ...args);
/** One thread for all runs within this process; tests of signals start processes of their own. */
const thread = new Threads(1);
const open = async () => ({ width: thread.width, work: thread.work.bind(thread), close: async () => {} });
const run = (inputs: string[], out: string, more: Partial<MiningOptions> = {}) =>
  mine(
    { inputs, out, profile: "default", testSet: undefined, texts: false, limit: undefined, ...more },
    open,
    new AbortController().signal,
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stepladder-"));
  await writePages(at("pages"), PAGES, PADDING);
  await run([at("pages")], at("one"));
  expected = await resultsIn(at("one"));
  shards = (await shardsIn(at("one"))).length;
});
afterAll(async () => {
  await thread.close();
  await rm(folder, { recursive: true });
});

describe("stepladder mine", () => {
  it("writes procedures in the order of their pages, and a report that counts them", async () => {
    const lines = (expected["procedures.jsonl"] as string).trimEnd().split("\n");
    const files = lines.map((line) => MinedProcedure.parse(JSON.parse(line)).source.file as string);
    expect(files).toHaveLength(PAGES);
    expect(files).toEqual([...files].sort());
    const report = MiningReport.parse(JSON.parse(expected["report.json"] as string));
    expect(report).toMatchObject({ pages: PAGES, procedures: PAGES, failures: {}, miners: { "json-ld": PAGES }, languages: { en: PAGES } });
    expect(shards).toBeGreaterThan(5);
  });

  it.each([2, 4])("gives the same bytes on %i threads", async (threads) => {
    const out = at(`on-${threads}`);
    await mine(
      { inputs: [at("pages")], out, profile: "default", testSet: undefined, texts: false, limit: undefined },
      async () => new Threads(threads),
      new AbortController().signal,
    );
    expect(await resultsIn(out)).toEqual(expected);
  });

  it("goes on after kill -9 at any moment, with the same bytes and without doing again what was done", async () => {
    const random = numbersFrom(9);
    const out = at("killed");
    for (const share of [0, random() / 3, 1 / 3 + random() / 3, 2 / 3 + random() / 3]) {
      const done = new Map(await Promise.all((await shardsIn(out)).map(async (path) => [path, (await stat(path)).mtimeMs] as const)));
      const child = start("mine", at("pages"), "--out", out, "--workers", "2");
      await until(async () => (await shardsIn(out)).length >= share * shards, child);
      child.kill("SIGKILL");
      expect(await ended(child)).toBe("SIGKILL");
      expect((await readdir(out).catch(() => [])).filter((name) => !name.startsWith("."))).toEqual([]);
      for (const [path, time] of done) expect((await stat(path)).mtimeMs).toBe(time);
    }
    // The last kill comes while the results are written: all of them are there afterwards, or none that is not whole.
    const child = start("mine", at("pages"), "--out", out, "--workers", "2");
    await until(async () => (await readdir(out)).some((name) => name.endsWith(".partial")), child);
    child.kill("SIGKILL");
    await ended(child);
    for (const [name, text] of Object.entries(await resultsIn(out))) expect(text).toBe(expected[name]);
    expect(await stepladder("mine", at("pages"), "--out", out)).toMatchObject({
      code: 0,
      out: `${out}: ${PAGES} procedures from ${PAGES} pages\ndropped: 0\nfailures: 0\n`,
    });
    expect(await resultsIn(out)).toEqual(expected);
  });

  it("stops at Ctrl-C and goes on from there", async () => {
    const child = start("mine", at("pages"), "--out", at("stopped"), "--workers", "1");
    await until(async () => (await shardsIn(at("stopped"))).length > 0, child);
    child.kill("SIGINT");
    expect(await ended(child)).toBe(130);
    expect(await resultsIn(at("stopped"))).toEqual({});
    const left = await shardsIn(at("stopped"));
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(shards);
    await run([at("pages")], at("stopped"));
    expect(await resultsIn(at("stopped"))).toEqual(expected);
  });

  it("knows damaged shards and works them again", async () => {
    const out = at("one");
    const [cut, garbled, swapped, other] = await shardsIn(out);
    await truncate(cut as string, 200);
    const bytes = await readFile(garbled as string);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1;
    await writeFile(garbled as string, bytes);
    await copyFile(other as string, swapped as string);
    await run([at("pages")], out);
    expect(await resultsIn(out)).toEqual(expected);
    expect(await readFile(swapped as string, "utf8")).not.toBe(await readFile(other as string, "utf8"));
  });

  it("works again only the shard of a page that changed, even if its size and time did not", async () => {
    const out = at("one");
    const path = at("pages/shelf-1/box-123.html");
    const text = inventedPage(123, PADDING);
    const before = new Set(await shardsIn(out));
    const { atime, mtime } = await stat(path);
    await writeFile(path, text.replace("tune box 123", "mute box 123"));
    await utimes(path, atime, mtime);
    await run([at("pages")], out);
    expect((await resultsIn(out))["procedures.jsonl"]).toContain("mute box 123");
    const after = new Set(await shardsIn(out));
    expect(after.difference(before).size).toBe(1);
    expect(before.difference(after).size).toBe(1);
    await writeFile(path, text);
    await run([at("pages")], out);
    expect(await resultsIn(out)).toEqual(expected);
  });

  it("works every shard again under other filters", async () => {
    const before = new Set(await shardsIn(at("one")));
    await run([at("pages")], at("one"), { profile: "all" });
    expect(before.intersection(new Set(await shardsIn(at("one")))).size).toBe(0);
    await run([at("pages")], at("one"));
    expect(new Set(await shardsIn(at("one")))).toEqual(before);
    expect(await resultsIn(at("one"))).toEqual(expected);
  });

  it("looks at the first pages only, where it is told to", async () => {
    expect(await run([at("pages")], at("few"), { limit: 150 })).toMatchObject({ pages: 150, limit: 150 });
    const first = (expected["procedures.jsonl"] as string).split("\n").slice(0, 150);
    expect((await resultsIn(at("few")))["procedures.jsonl"]).toBe(`${first.join("\n")}\n`);
  });

  it("keeps the text of pages without a procedure where that is asked for, and of no others", async () => {
    await mkdir(at("silent"));
    await writeFile(at("silent/a.html"), inventedPage(0, 0));
    await writeFile(at("silent/b.html"), "<html lang=en><title>News</title><style>p {}</style><p>Nothing is to be<br>done.</p>");
    await run([at("silent")], at("texts"), { texts: true });
    const { "unmined.jsonl": texts, "report.json": report } = await resultsIn(at("texts"));
    expect(Unmined.parse(JSON.parse(texts as string))).toMatchObject({
      id: "b.html",
      lang: "en",
      source: { file: "b.html", title: "News" },
      text: "Nothing is to be\ndone.",
    });
    expect(Object.keys(JSON.parse(report as string).sha256)).toContain("unmined.jsonl");
    await run([at("silent")], at("texts"));
    expect(await readdir(at("texts"))).not.toContain("unmined.jsonl");
  });

  it("drops what is like a procedure of a test set", async () => {
    const [, , third] = (expected["procedures.jsonl"] as string).split("\n");
    await writeFile(at("test.jsonl"), `${third}\n`);
    expect(await run([at("pages")], at("clean"), { testSet: at("test.jsonl"), limit: 50 })).toMatchObject({
      procedures: 49,
      dropped: { "test-set/in-test-set": 1 },
    });
    expect((await resultsIn(at("clean")))["procedures.jsonl"]).not.toContain(JSON.parse(third as string).id);
    await writeFile(at("test.jsonl"), `${third}\n{"id": 1}\n`);
    await expect(run([at("pages")], at("unclean"), { testSet: at("test.jsonl") })).rejects.toThrow(
      /test\.jsonl:2 goal: expected text, found nothing/,
    );
  });

  it("waits while another run writes to the same folder", async () => {
    const both = await Promise.all([run([at("pages")], at("shared")), run([at("pages")], at("shared"))]);
    expect(both[0]).toEqual(both[1]);
    expect(await resultsIn(at("shared"))).toEqual(expected);
  });

  it("tells pages that cannot be read, and goes on", async () => {
    await mkdir(at("odd"));
    await writeFile(at("odd/a.html"), inventedPage(1, 1));
    await writeFile(at("odd/b.html.gz"), "no gzip");
    await writeFile(at("odd/c.html"), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]));
    await writeFile(at("odd/d.html"), "");
    await appendFile(at("odd/notes.txt"), "a note");
    const { code, out } = await stepladder("mine", at("odd"), "--out", at("of-odd"), "--json");
    expect(code).toBe(0);
    const { "report.json": report, "failures.jsonl": failures } = await resultsIn(at("of-odd"));
    expect(out).toBe(report);
    expect(JSON.parse(out)).toMatchObject({
      pages: 2,
      procedures: 1,
      failures: { "not-gzip": 1, "not-text": 1 },
      passedOver: { ".txt": 1 },
    });
    expect(failures).toContain('"id":"b.html.gz","kind":"not-gzip"');
  });

  it("says in one line what is wrong with its inputs and its folder, and writes nothing", async () => {
    await mkdir(at("full"));
    await writeFile(at("full/mine.txt"), "");
    const wrong: [string, string[], string][] = [
      ["nothing there", [at("absent")], at("new")],
      ["found a file that no reader takes", [at("full/mine.txt")], at("new")],
      ["found only files that no reader takes (1 .txt)", [at("full")], at("new")],
      ["found an address that no reader takes", ["gopher://example.org/"], at("new")],
      ["expected inputs of different names", [at("pages"), `${at("pages")}/../pages`], at("new")],
      ["expected a folder outside the input", [at("pages")], at("pages/new")],
      ["found mine.txt; choose another with --out", [at("pages")], at("full")],
      ["ENOTDIR", [at("pages")], at("full/mine.txt")],
    ];
    for (const [message, inputs, out] of wrong) await expect(run(inputs, out)).rejects.toThrow(message);
    expect((await readdir(folder)).includes("new")).toBe(false);
    expect(await readdir(at("full"))).toEqual(["mine.txt"]);
    const [absent, ...usage] = await Promise.all([
      stepladder("mine", at("absent"), "--out", at("new")),
      stepladder("mine", at("pages"), "--out", at("new"), "--workers", "0"),
      stepladder("mine", at("pages")),
    ]);
    expect(absent).toMatchObject({ code: 1, out: "" });
    expect(absent.err.trimEnd().split("\n")).toHaveLength(1);
    for (const { code } of usage) expect(code).toBe(2);
  });
});
