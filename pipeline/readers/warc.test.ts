import { brotliCompressSync, gzipSync } from "node:zlib";
import { zip } from "@stepladder/wasm/intake/testing.ts";
import { describe, expect, it, vi } from "vitest";
import type { Failure, Page } from "../core/mining.ts";
import { readContent } from "./testing.ts";
import { wacz } from "./wacz.ts";
import { warc } from "./warc.ts";

interface Answer {
  readonly url: string;
  readonly status?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  readonly type?: string;
}

function record({ url, status = "200 OK", headers = { "Content-Type": "text/html" }, body, type = "response" }: Answer): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const block = type === "response" ? Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join("")}\r\n`) : Buffer.alloc(0);
  const payload = Buffer.concat([block, Buffer.from(body)]);
  const contentType = type === "response" ? "application/http; msgtype=response" : (headers["Content-Type"] ?? "");
  const head = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nContent-Type: ${contentType}\r\nContent-Length: ${payload.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), payload, Buffer.from("\r\n\r\n")]);
}

const page = (n: number): string => `<title>Page ${n}</title><p>Grüße`;
const at = (n: number): string => `https://example.org/${n}`;
const texts = (found: readonly (Page | Failure)[]): unknown[] => found.map((one) => ("text" in one ? one.text : one.kind));

const three = [record({ url: at(0), body: page(0) }), record({ url: at(1), body: page(1) }), record({ url: at(2), body: page(2) })];

describe("archives of crawls", () => {
  it.each([
    ["plain", Buffer.concat(three)],
    ["gzipped record by record", Buffer.concat(three.map((one) => gzipSync(one)))],
  ])("are read record by record, %s", async (_, bytes) => {
    const found = await readContent(warc, "crawl.warc.gz", bytes);
    expect(texts(found)).toEqual([page(0), page(1), page(2)]);
    expect(found[0]).toMatchObject({ id: "crawl.warc.gz#0", file: "crawl.warc.gz#0", url: at(0), markup: "html" });
  });

  it("name the byte at which a record begins, compressed as it is", async () => {
    const members = three.map((one) => gzipSync(one));
    const found = await readContent(warc, "a.warc.gz", Buffer.concat(members));
    expect(found.map(({ id }) => id)).toEqual([
      "a.warc.gz#0",
      `a.warc.gz#${members[0]?.length}`,
      `a.warc.gz#${members[0]!.length + members[1]!.length}`,
    ]);
  });

  it("hold more than pages", async () => {
    const records = [
      record({ url: at(0), status: "404 Not Found", body: page(0) }),
      record({ url: at(1), headers: { "Content-Type": "image/png" }, body: "png" }),
      record({ url: at(2), type: "request", body: "GET / HTTP/1.1\r\n\r\n" }),
      record({ url: at(3), type: "resource", headers: { "Content-Type": "text/html" }, body: page(3) }),
      record({ url: at(4), type: "metadata", headers: { "Content-Type": "text/html" }, body: page(4) }),
      record({ url: at(5), body: page(5) }),
    ];
    expect(texts(await readContent(warc, "a.warc", Buffer.concat(records)))).toEqual([page(3), page(5)]);
  });

  it("hold bodies as they came: chunked, compressed, in the charset that a header tells", async () => {
    const html = { "Content-Type": "text/html" };
    const chunked = `5\r\n<p>on\r\n2\r\ne \r\n0\r\n\r\n`;
    const records = [
      record({ url: at(0), headers: { ...html, "Transfer-Encoding": "chunked" }, body: chunked }),
      record({ url: at(1), headers: { ...html, "Content-Encoding": "gzip" }, body: gzipSync("<p>two") }),
      record({ url: at(2), headers: { ...html, "Content-Encoding": "br" }, body: brotliCompressSync("<p>three") }),
      record({ url: at(3), headers: { ...html, "Content-Encoding": "br" }, body: "<p>four" }),
      record({
        url: at(4),
        headers: { "Content-Type": "text/html; charset=iso-8859-2", "Content-Language": "pl, en" },
        body: Buffer.from([0x3c, 0x70, 0x3e, 0xb1]),
      }),
    ];
    const found = await readContent(warc, "a.warc", Buffer.concat(records));
    expect(texts(found)).toEqual(["<p>one ", "<p>two", "<p>three", "<p>four", "<p>ą"]);
    expect(found[4]).toMatchObject({ lang: "pl" });
  });

  it("go on after a page that is too large, be it by length or by compression", async () => {
    const html = { "Content-Type": "text/html" };
    const long = Buffer.alloc(11_000_000, "a");
    const records = [
      record({ url: at(0), body: long }),
      record({ url: at(1), headers: { ...html, "Content-Encoding": "gzip" }, body: gzipSync(long) }),
      record({ url: at(2), headers: { ...html, "Content-Encoding": "br" }, body: brotliCompressSync(long) }),
      record({ url: at(3), body: page(3) }),
    ];
    const found = await readContent(warc, "a.warc.gz", Buffer.concat(records.map((one) => gzipSync(one))));
    expect(texts(found)).toEqual(["too-large", "too-large", "too-large", page(3)]);
  });

  it("end where they are damaged, and what came before stands", async () => {
    const whole = Buffer.concat(three.map((one) => gzipSync(one)));
    expect(texts(await readContent(warc, "a.warc.gz", whole.subarray(0, whole.length - 60)))).toEqual([
      page(0),
      page(1),
      "damaged-archive",
    ]);
    const plain = Buffer.concat(three);
    for (const cut of [8, 12, 20])
      expect(texts(await readContent(warc, "a.warc", plain.subarray(0, plain.length - cut)))).toEqual([
        page(0),
        page(1),
        "damaged-archive",
      ]);
    expect(texts(await readContent(warc, "a.warc", plain.subarray(0, plain.length - 4)))).toEqual([page(0), page(1), page(2)]);
    const found = await readContent(warc, "a.warc", Buffer.concat([three[0] as Buffer, Buffer.from("nothing\r\n\r\nof the kind\r\n\r\n")]));
    expect(texts(found)).toEqual([page(0), "damaged-archive"]);
    for (const content of ["", "no archive\r\n\r\n", "\0".repeat(1000)])
      expect(texts(await readContent(warc, "a.warc", content))).toEqual(["damaged-archive"]);
  });

  it("end where a few bytes stand for gigabytes, without holding these", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const head = Buffer.from(
      `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${at(0)}\r\nContent-Length: 3000000000\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n`,
    );
    // 400 members of a megabyte each, a kilobyte compressed.
    const zeros = gzipSync(Buffer.alloc(2 ** 20));
    const bomb = Buffer.concat([gzipSync(head), ...Array.from({ length: 400 }, () => zeros)]);
    const found = await readContent(warc, "a.warc.gz", Buffer.concat([bomb, gzipSync(three[0] as Buffer)]));
    expect(texts(found)).toEqual(["too-large", "damaged-archive"]);
    expect(found[1]).toMatchObject({ found: expect.stringContaining("far more bytes") });
  });
});

describe("packed archives", () => {
  it("are read archive by archive", async () => {
    const packed = await zip({
      "archive/b.warc.gz": gzipSync(three[1] as Buffer),
      "archive/a.warc": three[0] as Buffer,
      "pages/pages.jsonl": "{}",
      "datapackage.json": "{}",
    });
    const found = await readContent(wacz, "site.wacz", packed);
    expect(found.map(({ id }) => id)).toEqual(["site.wacz#archive/a.warc#0", "site.wacz#archive/b.warc.gz#0"]);
    expect(texts(found)).toEqual([page(0), page(1)]);
  });

  it("tell that they are none", async () => {
    expect(texts(await readContent(wacz, "a.wacz", "no zip"))).toEqual(["damaged-zip"]);
    expect(texts(await readContent(wacz, "a.wacz", await zip({ "pages.jsonl": "{}" })))).toEqual(["no-archive"]);
  });
});
