import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Failure, Page, Unit } from "../core/mining.ts";
import { decodePage } from "./charset.ts";
import { MAX_PAGE } from "./file.ts";
import { html } from "./html.ts";

const { signal } = new AbortController();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stepladder-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function unitOf(name: string, content: string | Uint8Array): Promise<Unit> {
  await writeFile(join(folder, name), content);
  const units = await Array.fromAsync(html.split(join(folder, name), `below/${name}`, signal));
  expect(units).toHaveLength(1);
  return units[0] as Unit;
}

async function read(name: string, content: string | Uint8Array): Promise<Page | Failure> {
  const found = await Array.fromAsync(html.read(await unitOf(name, content), signal));
  expect(found).toHaveLength(1);
  return found[0] as Page | Failure;
}

describe("HTML files", () => {
  it("are pages, named by their path, the same plain and gzipped", async () => {
    const page = (await read("a.html", "<p>ä")) as Page;
    expect(page).toMatchObject({ id: "below/a.html", file: "below/a.html", markup: "html", text: "<p>ä" });
    expect(await read("a.html.gz", gzipSync("<p>ä"))).toEqual({ ...page, id: "below/a.html.gz", file: "below/a.html.gz" });
    expect(await read("b.html", gzipSync("<p>ä"))).toMatchObject({ text: "<p>ä", sha256: page.sha256 });
  });

  it("are bounded, whatever they hold", async () => {
    expect(await read("long.html", Buffer.alloc(MAX_PAGE, "a"))).toMatchObject({ markup: "html" });
    expect(await read("long.html", Buffer.alloc(MAX_PAGE + 1, "a"))).toMatchObject({ kind: "too-large" });
    expect(await read("bomb.html.gz", gzipSync(Buffer.alloc(MAX_PAGE + 1)))).toMatchObject({ kind: "too-large" });
    expect(await read("cut.html.gz", gzipSync("<p>a".repeat(1000)).subarray(0, -9))).toMatchObject({ kind: "not-gzip" });
    expect(await read("plain.html.gz", "<p>a")).toMatchObject({ kind: "not-gzip" });
    expect(await read("image.html", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]))).toMatchObject({ kind: "not-text" });
    expect(await read("empty.html", "")).toMatchObject({ text: "" });
  });

  it("end the run where they are no longer what was split", async () => {
    const unit = await unitOf("moving.html", "<p>one");
    await writeFile(join(folder, "moving.html"), "<p>three");
    await expect(Array.fromAsync(html.read(unit, signal))).rejects.toThrow(
      "moving.html: expected 6 bytes, as when the run began, found 8 bytes",
    );
    await rm(join(folder, "moving.html"));
    await expect(Array.fromAsync(html.read(unit, signal))).rejects.toThrow("found nothing there");
  });
});

describe("the charset of a page", () => {
  const latin = Buffer.from("<p>Gr\u00fc\u00dfe", "latin1");
  it.each([
    ["a byte order mark", Buffer.from("\ufeff<meta charset=latin1><p>Grüße"), undefined, "<meta charset=latin1><p>Grüße"],
    ["UTF-16 with its mark", Buffer.from("\ufeff<p>Grüße", "utf16le"), undefined, "<p>Grüße"],
    ["the header", latin, "iso-8859-1", "<p>Grüße"],
    ["the header before meta", Buffer.concat([Buffer.from("<meta charset=utf-8>"), latin]), "latin1", "<meta charset=utf-8><p>Grüße"],
    ["meta", Buffer.concat([Buffer.from('<meta charset="ISO-8859-15">'), latin]), undefined, '<meta charset="ISO-8859-15"><p>Grüße'],
    ["nothing, but it is UTF-8", Buffer.from("<p>Grüße"), undefined, "<p>Grüße"],
    ["nothing, and it is not UTF-8", latin, undefined, "<p>Grüße"],
    ["a label that is none", Buffer.from("<meta charset=klingon><p>Grüße"), undefined, "<meta charset=klingon><p>Grüße"],
    [
      "Shift JIS",
      Buffer.from([...Buffer.from("<meta charset=shift_jis>"), 0x93, 0xfa, 0x96, 0x7b]),
      undefined,
      "<meta charset=shift_jis>日本",
    ],
  ])("is told by %s", (_, bytes, charset, text) => {
    expect(decodePage(bytes, charset)).toBe(text);
  });
});
