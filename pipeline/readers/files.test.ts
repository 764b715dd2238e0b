import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readUnitFile } from "./file.ts";
import { readers } from "./index.ts";
import { jsonl } from "./jsonl.ts";
import { markdown } from "./markdown.ts";
import { readContent } from "./testing.ts";
import { xml } from "./xml.ts";

describe("lines of JSON", () => {
  it("are pages, and lines that are none are told", async () => {
    const lines = ['{"html": "<p>a", "url": "https://example.org/a", "lang": "de"}', "", '{"html": 1}', "{", '{"html": "<p>b"}'].join("\n");
    for (const content of [lines, gzipSync(lines)]) {
      const found = await readContent(jsonl, "pages.jsonl.gz", content);
      expect(found.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toMatchObject([
        { id: "pages.jsonl.gz#1", text: "<p>a", url: "https://example.org/a", lang: "de", file: "pages.jsonl.gz#1" },
        { id: "pages.jsonl.gz#3", kind: "no-html" },
        { id: "pages.jsonl.gz#4", kind: "not-json" },
        { id: "pages.jsonl.gz#5", text: "<p>b" },
      ]);
    }
  });

  it("are told from lines that are no pages", async () => {
    const folder = await mkdtemp(join(tmpdir(), "lines-"));
    const takes = async (name: string, content: string | Uint8Array): Promise<boolean> => {
      await writeFile(join(folder, name), content);
      return jsonl.accepts(join(folder, name));
    };
    const page = `{"url": "u", "html": "<p>"}\n`.repeat(20_000);
    expect(await takes("a.jsonl", page)).toBe(true);
    expect(await takes("a.ndjson.gz", gzipSync(page))).toBe(true);
    expect(await takes("b.jsonl", '{"id": 1}\n')).toBe(false);
    expect(await takes("b.jsonl.gz", "no gzip")).toBe(false);
    expect(await takes("a.json", page)).toBe(false);
    await rm(folder, { recursive: true });
  });

  it("are bounded: a page too large, a gzip cut short", async () => {
    expect(await readContent(jsonl, "a.jsonl", JSON.stringify({ html: "a".repeat(11_000_000) }))).toMatchObject([{ kind: "too-large" }]);
    const cut = gzipSync('{"html": "<p>a"}\n'.repeat(100)).subarray(0, -12);
    expect((await readContent(jsonl, "a.jsonl.gz", cut)).at(-1)).toMatchObject({ kind: "damaged-gzip" });
  });
});

describe("Markdown", () => {
  it("is read as the HTML that it stands for, with the title of its front matter", async () => {
    const source = '---\ntitle: "Eggs & more"\n---\n# Boil\n\n1. Heat water.\n2. Add an egg.\n';
    const expected = "<title>Eggs &amp; more</title>\n<h1>Boil</h1>\n<ol>\n<li>Heat water.</li>\n<li>Add an egg.</li>\n</ol>\n";
    expect(await readContent(markdown, "egg.md", source)).toMatchObject([{ id: "egg.md", markup: "html", text: expected }]);
    expect(await readContent(markdown, "egg.md", source.replaceAll("---", "+++").replace(":", " ="))).toMatchObject([{ text: expected }]);
    expect(await readContent(markdown, "a.md", "---\n\ntext\n")).toMatchObject([{ text: "<hr>\n<p>text</p>\n" }]);
  });
});

describe("XML", () => {
  it("is handed on as it is, in its charset", async () => {
    const source = Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?><page><steps/>\u00e9</page>', "latin1");
    expect(await readContent(xml, "help.page", source)).toMatchObject([
      { id: "help.page", markup: "xml", text: expect.stringContaining("é</page>") },
    ]);
  });
});

it("a file is read to the size that it had, and as long as the signal lets", async () => {
  const folder = await mkdtemp(join(tmpdir(), "whole-"));
  const path = join(folder, "a.html");
  await writeFile(path, "<p>a");
  const read = (size: number, signal: AbortSignal) => readUnitFile({ reader: "html", id: "a.html", size, at: { path } }, signal);
  const running = new AbortController().signal;
  expect(await read(4, running)).toEqual(new Uint8Array(Buffer.from("<p>a")));
  await expect(read(3, running)).rejects.toThrow("expected 3 bytes, as when the run began, found 4 bytes");
  await expect(read(4, AbortSignal.abort(new Error("enough")))).rejects.toThrow("enough");
  await rm(folder, { recursive: true });
});

it.runIf(existsSync("/proc/version"))("a file of the system that tells no size is not read on", async () => {
  const unit = { reader: "html", id: "version", size: 0, at: { path: "/proc/version" } };
  await expect(readUnitFile(unit, new AbortController().signal)).rejects.toThrow("expected 0 bytes, as when the run began, found more");
});

it.each([
  ["https://example.org/a.html", "url"],
  ["https://example.org/a.md", "url"],
  ["https://example.org/sitemap_index.xml?x=1", "sitemap"],
  ["sitemap+https://example.org/map", "sitemap"],
  ["browser+https://example.org/", "browser"],
  ["urls.txt", "list"],
  ["a/b.urls", "list"],
  ["a.HTM.gz", "html"],
  ["a.page", "xml"],
  ["a.xml.gz", "xml"],
  ["README.md", "markdown"],
  ["crawl.warc.gz", "warc"],
  ["site.wacz", "wacz"],
  ["a.pdf", undefined],
  ["ftp://example.org/a.html", undefined],
])("%s is read by %s", async (input, id) => {
  const accepting: string[] = [];
  for (const reader of readers) if (await reader.accepts(input)) accepting.push(reader.id);
  expect(accepting[0]).toBe(id);
});
