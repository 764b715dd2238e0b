import { describe, expect, test } from "vitest";
import { chunksOf, concat } from "./bytes.ts";
import { gunzip } from "./gunzip.ts";
import { gzip, inPieces, readAll } from "./testing.ts";

const textOf = async (...data: Uint8Array<ArrayBuffer>[]) => (await readAll(inPieces("x.txt.gz", data))).records[0]?.value;
// the shortest gzip header: no name, no time, level and system unknown
const HEADER = new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);

describe("several members", () => {
  test("are read as one", async () => {
    const members = await Promise.all(["one ", "", "two ", "three ".repeat(1e5)].map(gzip));
    expect(await textOf(concat(members))).toBe(`one two ${"three ".repeat(1e5)}`);
  });

  test("wherever chunks end", async () => {
    const bytes = concat(await Promise.all(["one ", "two"].map(gzip)));
    for (let size = 1; size < bytes.length; size++) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.slice(i * size, (i + 1) * size));
      expect(await textOf(...pieces)).toBe("one two");
    }
  });

  test("what only looks like a header within a member is not one", async () => {
    // stored blocks hold their bytes as they are
    const data = concat([new TextEncoder().encode("a"), HEADER, new TextEncoder().encode("b"), HEADER, HEADER]);
    const bytes = concat([storedGzip(data), await gzip("end"), storedGzip(data)]);
    const open = () => chunksOf(new Blob([bytes]).stream());
    const pieces: Uint8Array[] = [];
    for await (const piece of gunzip("x", open(), open)) pieces.push(piece);
    expect(concat(pieces)).toEqual(concat([data, new TextEncoder().encode("end"), data]));
  });
});

describe("damage is told", () => {
  test.each([
    ["cut short", async () => (await gzip("x".repeat(1000))).slice(0, -3)],
    ["cut in the header", async () => (await gzip("x")).slice(0, 17)],
    ["a wrong checksum", async () => (await gzip("x")).map((byte, i, all) => (i === all.length - 5 ? byte ^ 1 : byte))],
    ["bytes after it", async () => concat([await gzip("x"), new TextEncoder().encode("trailing bytes")])],
    ["a second member cut short", async () => concat([await gzip("x"), (await gzip("y")).slice(0, -2)])],
    ["a first member cut short", async () => concat([(await gzip("y")).slice(0, -2), await gzip("x")])],
  ])("%s", async (_, make) => {
    const { failure } = await readAll(["x.txt.gz", await make()]);
    expect(failure).toMatchObject({ kind: "damaged-gzip", file: "x.txt.gz" });
    expect(failure!.fix).toContain("gzip -t");
  });

  test("a gzip in a gzip", async () => {
    expect((await readAll(["x.gz", await gzip(await gzip("x"))])).failure?.kind).toBe("nested-archive");
  });
});

/** One member of a single stored block (RFC 1951 3.2.4). */
function storedGzip(data: Uint8Array): Uint8Array<ArrayBuffer> {
  const block = new DataView(new ArrayBuffer(5));
  block.setUint8(0, 1);
  block.setUint16(1, data.length, true);
  block.setUint16(3, ~data.length & 0xffff, true);
  const end = new DataView(new ArrayBuffer(8));
  end.setUint32(0, crc32(data), true);
  end.setUint32(4, data.length, true);
  return concat([HEADER, new Uint8Array(block.buffer), data, new Uint8Array(end.buffer)]);
}

function crc32(data: Uint8Array): number {
  let crc = -1;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
