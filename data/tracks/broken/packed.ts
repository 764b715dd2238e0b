import { parquetWriteBuffer } from "hyparquet-writer";
import { quine } from "./quine.ts";
import { type Broken, gzip, jsonl, row, sound, utf8, zip } from "./row.ts";

const text = jsonl(...sound("procladder"));
const big = jsonl(...Array.from({ length: 2000 }, (_, sample) => ({ ...sound("procladder")[0], sample })));

/** 16 MiB of blank lines, which pack to a thousandth. */
const blank = utf8(`${" ".repeat(2 ** 20 - 1)}\n`.repeat(16));

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
  row("cut.jsonl.gz", "a gzip file of which the end is missing", "procladder", async () => (await gzip(big)).slice(0, 400), {
    verdict: "refused",
    says: [
      {
        kind: "damaged-gzip",
        found: "gzip data that is cut short, damaged, or followed by other bytes",
        fix: "check it with `gzip -t`; download or compress it again",
      },
    ],
  }),
  row(
    "damaged.jsonl.gz",
    "a gzip file with a byte changed",
    "procladder",
    async () => {
      const bytes = await gzip(big);
      return flipped(bytes, bytes.length - 6);
    },
    {
      verdict: "refused",
      says: [
        {
          kind: "damaged-gzip",
          found: "gzip data that is cut short, damaged, or followed by other bytes",
          fix: "check it with `gzip -t`; download or compress it again",
        },
      ],
    },
  ),
  row("not-gzip.jsonl.gz", "lines that were never gzipped, but are named so: no fault", "procladder", () => text, {
    verdict: "scored with warnings",
    says: [{ kind: "missing-prediction" }],
    diagnoses: ["final-repeated"],
  }),
  row("twice.jsonl.gz", "gzipped twice", "procladder", async () => gzip(await gzip(text)), {
    verdict: "refused",
    says: [{ kind: "nested-archive", found: "a gzip file inside another", fix: "unpack the outer one first" }],
  }),
  row("tar.tar.gz", "a tar archive, gzipped", "procladder", () => gzip(tar("predictions.jsonl", text)), {
    verdict: "refused",
    says: [{ kind: "unknown-format", found: "a tar archive", fix: "unpack it and give the folder, or make a zip of it" }],
  }),
  row("quine.gz", "a gzip file that unpacks to itself", "procladder", () => quine, {
    verdict: "refused",
    says: [{ kind: "nested-archive", found: "a gzip file inside another", fix: "unpack the outer one first" }],
  }),
  row("cut.zip", "a zip of which the end is missing", "procladder", async () => (await zip({ "p.jsonl": big })).slice(0, 300), {
    verdict: "refused",
    says: [
      {
        kind: "damaged-zip",
        found: "no list of members at its end, as where a download was cut off",
        fix: "check it with `unzip -t`; download it or zip it again",
      },
    ],
  }),
  row("damaged.zip", "a zip with a byte changed in a member", "procladder", async () => flipped(await zip({ "p.jsonl": big }), 100), {
    verdict: "refused",
    says: [
      {
        kind: "damaged-zip",
        file: "damaged.zip/p.jsonl",
        found: "bytes that are not those that were packed",
        fix: "check it with `unzip -t`; download it or zip it again",
      },
    ],
  }),
  row("encrypted.zip", "a zip with a password", "procladder", () => zip({ "p.jsonl": text }, { password: "secret" }), {
    verdict: "refused",
    says: [
      {
        kind: "encrypted-zip",
        file: "encrypted.zip/p.jsonl",
        found: "a member that wants a password",
        fix: "zip the files again without one",
      },
    ],
  }),
  row(
    "nested.zip",
    "a zip in a zip in a zip",
    "procladder",
    async () => zip({ "a.zip": await zip({ "b.zip": await zip({ "p.jsonl": text }) }) }),
    {
      verdict: "refused",
      says: [{ kind: "nested-archive", file: "nested.zip/a.zip", found: "a zip file inside another", fix: "unpack the outer one first" }],
    },
  ),
  row("slip.zip", "a member that would be unpacked outside the folder", "procladder", () => zip({ "../../../p.jsonl": text }), {
    verdict: "refused",
    says: [
      {
        kind: "unsafe-zip",
        found: "a path that leads out of it, with `..` or from the root",
        fix: "zip the folder again from where it lies; nothing was unpacked",
      },
    ],
  }),
  row("absolute.zip", "a member with an absolute path", "procladder", () => zip({ "/etc/p.jsonl": text }), {
    verdict: "refused",
    says: [
      {
        kind: "unsafe-zip",
        found: "a path that leads out of it, with `..` or from the root",
        fix: "zip the folder again from where it lies; nothing was unpacked",
      },
    ],
  }),
  row(
    "pictures.zip",
    "pictures beside the predictions, which are passed over",
    "procladder",
    () =>
      zip({ "p.jsonl": text, "plot.png": Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), ".DS_Store": "x", "__MACOSX/._p.jsonl": "x" }),
    {
      verdict: "scored with warnings",
      says: [
        { kind: "missing-prediction" },
        { kind: "passed-over", file: "pictures.zip/plot.png", found: "a picture", fix: "export the records as JSONL, in UTF-8" },
      ],
      diagnoses: ["final-repeated"],
    },
  ),
  row(
    "only-pictures.zip",
    "nothing but pictures",
    "procladder",
    () =>
      zip({ "a/plot.png": Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), "b/photo.jpg": Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]) }),
    {
      verdict: "refused",
      says: [
        { kind: "no-records", found: "no record", fix: "give a file of one of these forms" },
        {
          kind: "passed-over",
          count: 2,
          file: "only-pictures.zip/a/plot.png",
          found: "a picture",
          fix: "export the records as JSONL, in UTF-8",
        },
        {
          kind: "passed-over",
          count: 2,
          file: "only-pictures.zip/b/photo.jpg",
          found: "a picture",
          fix: "export the records as JSONL, in UTF-8",
        },
      ],
    },
  ),
  row("empty.zip", "a zip without files", "procladder", () => Uint8Array.from([0x50, 0x4b, 5, 6, ...new Array(18).fill(0)]), {
    verdict: "refused",
    says: [{ kind: "empty", found: "a zip without files", fix: "check how it was packed" }],
  }),
  row(
    "bomb.zip",
    "a zip of 50 KB that unpacks to 48 MiB of blank lines",
    "procladder",
    async () => zip({ "p.jsonl": concat(utf8(text), times(blank, 3)) }),
    {
      verdict: "refused",
      says: [
        {
          kind: "too-many-bytes",
          found: "more than that, as in files that are made to fill a disk",
          fix: "if it is meant, unpack it first and give what is in it",
        },
      ],
    },
  ),
  row(
    "bomb.jsonl.gz",
    "a gzip file of 130 KB that unpacks to 128 MiB of blank lines",
    "procladder",
    async () => concat(await gzip(text), times(await gzip(blank), 8)),
    {
      verdict: "refused",
      says: [
        {
          kind: "too-many-bytes",
          found: "more than that, as in files that are made to fill a disk",
          fix: "if it is meant, unpack it first and give what is in it",
        },
      ],
    },
  ),
  row(
    "long-line.jsonl.gz",
    "one line of a gigabyte",
    "procladder",
    async () => concat(await gzip(`${text}{"id":"`), times(await gzip("a".repeat(2 ** 20)), 1024)),
    {
      verdict: "refused",
      says: [
        {
          kind: "line-too-long",
          line: 4,
          found: 'a longer one: {"id":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…',
          fix: "write one record per line; if the file is one JSON document, name it .json",
        },
      ],
    },
  ),
  row("cut.parquet", "a parquet file of which the end is missing", "procladder", () => parquet().slice(0, 100), {
    verdict: "refused",
    says: [
      {
        kind: "damaged-parquet",
        found: "parquet file invalid (footer != PAR1)",
        fix: "check it with another reader, and write or download it again",
      },
    ],
  }),
  row("damaged.parquet", "a parquet file of which the index is damaged", "procladder", () => flipped(parquet(), parquet().length - 6), {
    verdict: "refused",
    says: [
      {
        kind: "damaged-parquet",
        found: "parquet metadata length 16711956 exceeds available buffer 410",
        fix: "check it with another reader, and write or download it again",
      },
    ],
  }),
  row("sheet.xlsx", "an Excel workbook", "ht-step", () => zip({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>" }), {
    verdict: "refused",
    says: [{ kind: "office-file", found: "an Office document", fix: "save the sheet as CSV in UTF-8" }],
  }),
];

function parquet(): Uint8Array<ArrayBuffer> {
  const columnData = [
    { name: "id", data: ["pl-1-00000", "pl-1-00001"] },
    { name: "intermediate", data: ['["acb"]', "[3, 9]"] },
    { name: "final", data: ["abc", "12"] },
  ];
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

function concat(...pieces: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
