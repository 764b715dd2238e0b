import { type Broken, fixture, gzip, jsonl, row, sound, utf8, zip } from "./row.ts";

const text = jsonl(...sound("procladder"));
const big = jsonl(...Array.from({ length: 2000 }, (_, sample) => ({ ...sound("procladder")[0], sample })));

/** The same bytes over and over. */
function times(block: Uint8Array, count: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(block.length * count);
  for (let i = 0; i < count; i++) all.set(block, i * block.length);
  return all;
}

const flipped = (bytes: Uint8Array<ArrayBuffer>, at: number): Uint8Array<ArrayBuffer> => bytes.with(at, bytes.at(at)! ^ 0xff);

/** A tar archive of one member, as far as readers look. */
function tar(name: string, text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(512 * (2 + Math.ceil(text.length / 512)));
  bytes.set(utf8(name));
  bytes.set(utf8("ustar\x0000"), 257);
  bytes.set(utf8(text), 512);
  return bytes;
}

/** Submissions that are packed badly, or to do harm. */
export const packed: readonly Broken[] = [
  row("cut.jsonl.gz", "a gzip file of which the end is missing", "procladder", async () => (await gzip(big)).slice(0, 400), { verdict: "refused", says: [] }),
  row("damaged.jsonl.gz", "a gzip file with a byte changed", "procladder", async () => { const bytes = await gzip(big); return flipped(bytes, bytes.length - 6); }, { verdict: "refused", says: [] }),
  row("not-gzip.jsonl.gz", "lines that were never gzipped, but are named so: no fault", "procladder", () => text, { verdict: "scored", says: [] }),
  row("twice.jsonl.gz", "gzipped twice", "procladder", async () => gzip(await gzip(text)), { verdict: "refused", says: [] }),
  row("tar.tar.gz", "a tar archive, gzipped", "procladder", () => gzip(tar("predictions.jsonl", text)), { verdict: "refused", says: [] }),
  row("cut.zip", "a zip of which the end is missing", "procladder", async () => (await zip({ "p.jsonl": big })).slice(0, 300), { verdict: "refused", says: [] }),
  row("damaged.zip", "a zip with a byte changed in a member", "procladder", async () => flipped(await zip({ "p.jsonl": big }), 100), { verdict: "refused", says: [] }),
  row("encrypted.zip", "a zip with a password", "procladder", () => zip({ "p.jsonl": text }, { password: "secret" }), { verdict: "refused", says: [] }),
  row("nested.zip", "a zip in a zip in a zip", "procladder", async () => zip({ "a.zip": await zip({ "b.zip": await zip({ "p.jsonl": text }) }) }), { verdict: "refused", says: [] }),
  row("slip.zip", "a member that would be unpacked outside the folder", "procladder", () => zip({ "../../../p.jsonl": text }), { verdict: "refused", says: [] }),
  row("absolute.zip", "a member with an absolute path", "procladder", () => zip({ "/etc/p.jsonl": text }), { verdict: "refused", says: [] }),
  row("pictures.zip", "pictures beside the predictions, which are passed over", "procladder", () => zip({ "p.jsonl": text, "plot.png": utf8("\x89PNG\r\n\x1a\n....").with(0, 0x89), ".DS_Store": "x", "__MACOSX/._p.jsonl": "x" }), { verdict: "scored with warnings", says: [] }),
  row("only-pictures.zip", "nothing but pictures", "procladder", () => zip({ "a/plot.png": Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), "b/photo.jpg": Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]) }), { verdict: "refused", says: [] }),
  row("empty.zip", "a zip without files", "procladder", () => Uint8Array.from([0x50, 0x4b, 5, 6, ...new Array(18).fill(0)]), { verdict: "refused", says: [] }),
  row("bomb.zip", "4 GiB of blank lines in a zip of 4 MB", "procladder", async () => zip({ "p.jsonl": concat(utf8(text), new Uint8Array(2 ** 28).fill(10)) }), { verdict: "refused", says: [] }),
  row("bomb.jsonl.gz", "a gzip file of 1 GiB of blank lines", "procladder", async () => concat(await gzip(text), times(await gzip("\n".repeat(2 ** 20)), 1024)), { verdict: "refused", says: [] }),
  row("long-line.jsonl.gz", "one line of a gigabyte", "procladder", async () => concat(await gzip(`${text}{"id":"`), times(await gzip("a".repeat(2 ** 20)), 1024)), { verdict: "refused", says: [] }),
  row("damaged.parquet", "a parquet file of which the end is missing", "procladder", () => Uint8Array.from([...utf8("PAR1"), ...new Uint8Array(100)]), { verdict: "refused", says: [] }),
  row("sheet.xlsx", "an Excel workbook", "ht-step", () => zip({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>" }), { verdict: "refused", says: [] }),
];

function concat(...pieces: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
void fixture;
