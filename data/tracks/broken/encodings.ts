import { type Broken, gzip, jsonl, row, sound, utf8 } from "./row.ts";

const records = sound("procladder");
const text = jsonl(...records);

/** UTF-16 as Windows programs write it; `little` says which byte of a unit goes first. */
function utf16(text: string, little: boolean): Uint8Array<ArrayBuffer> {
  const bytes = new DataView(new ArrayBuffer(2 * text.length));
  for (let i = 0; i < text.length; i++) bytes.setUint16(2 * i, text.charCodeAt(i), little);
  return new Uint8Array(bytes.buffer);
}

/** Text of which no character is beyond Latin-1, a byte each. */
const latin1 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (char) => char.charCodeAt(0));

/** Submissions whose bytes are not the text that they should be. */
export const encodings: readonly Broken[] = [
  row("bom.jsonl", "a byte order mark before the first record, which is no fault", "procladder", () => `\ufeff${text}`, {
    verdict: "scored with warnings",
    says: [{ kind: "missing-prediction" }],
    diagnoses: ["final-repeated"],
  }),
  row("crlf.jsonl", "lines that end as on Windows, which is no fault", "procladder", () => text.replaceAll("\n", "\r\n"), {
    verdict: "scored with warnings",
    says: [{ kind: "missing-prediction" }],
    diagnoses: ["final-repeated"],
  }),
  row(
    "mixed-line-ends.jsonl",
    "both line ends, blank lines, none at the end: no fault",
    "procladder",
    () => text.replace("\n", "\r\n\r\n \n").trimEnd(),
    { verdict: "scored with warnings", says: [{ kind: "missing-prediction" }], diagnoses: ["final-repeated"] },
  ),
  row("cr-only.jsonl", "lines that end as on an old Macintosh", "procladder", () => text.replaceAll("\n", "\r"), {
    verdict: "refused",
    says: [
      {
        kind: "not-json",
        line: 1,
        found: "more text after the end of the value at column 58:",
        fix: "end each line with a line feed (\\n): a carriage return alone ends none",
      },
    ],
  }),
  row("utf16-le-bom.jsonl", "UTF-16, low byte first, with its mark", "procladder", () => utf16(`\ufeff${text}`, true), {
    verdict: "refused",
    says: [{ kind: "unknown-format", found: "UTF-16 text", fix: "save it as UTF-8, e.g. `iconv -f utf-16 -t utf-8 old > new`" }],
  }),
  row("utf16-be-bom.jsonl", "UTF-16, high byte first, with its mark", "procladder", () => utf16(`\ufeff${text}`, false), {
    verdict: "refused",
    says: [{ kind: "unknown-format", found: "UTF-16 text", fix: "save it as UTF-8, e.g. `iconv -f utf-16 -t utf-8 old > new`" }],
  }),
  row("utf16-le.jsonl", "UTF-16, low byte first, without a mark", "procladder", () => utf16(text, true), {
    verdict: "refused",
    says: [{ kind: "unknown-format", found: "UTF-16 text", fix: "save it as UTF-8, e.g. `iconv -f utf-16 -t utf-8 old > new`" }],
  }),
  row("utf16-be.jsonl", "UTF-16, high byte first, without a mark", "procladder", () => utf16(text, false), {
    verdict: "refused",
    says: [{ kind: "unknown-format", found: "UTF-16 text", fix: "save it as UTF-8, e.g. `iconv -f utf-16 -t utf-8 old > new`" }],
  }),
  row(
    "utf32.jsonl",
    "UTF-32 with its mark",
    "procladder",
    () => Uint8Array.from([0xff, 0xfe, 0, 0, ...[...text].flatMap((char) => [char.charCodeAt(0), 0, 0, 0])]),
    {
      verdict: "refused",
      says: [{ kind: "unknown-format", found: "UTF-32 text", fix: "save it as UTF-8, e.g. `iconv -f utf-32 -t utf-8 old > new`" }],
    },
  ),
  row("latin1.jsonl", "an accent in Latin-1", "procladder", () => latin1(jsonl(records[0], { id: "pl-1-00001", output: "caf\u00e9" })), {
    verdict: "refused",
    says: [
      { kind: "not-utf8", line: 2, found: "bytes that are no UTF-8", fix: "save the file again as UTF-8, e.g. `iconv -f latin1 -t utf-8`" },
    ],
  }),
  row(
    "invalid-utf8.jsonl",
    "a character of which the second byte is missing",
    "procladder",
    () => Uint8Array.from([...utf8(text), 0xc3, 0x28, 0x0a]),
    {
      verdict: "refused",
      says: [
        {
          kind: "not-utf8",
          line: 4,
          found: "bytes that are no UTF-8",
          fix: "save the file again as UTF-8, e.g. `iconv -f latin1 -t utf-8`",
        },
      ],
    },
  ),
  row("nul.jsonl", "a NUL byte in the middle", "procladder", () => `${text}\0`, {
    verdict: "refused",
    says: [
      { kind: "not-text", line: 4, found: "a NUL byte, as in binary files and in UTF-16", fix: "export the records as JSONL, in UTF-8" },
    ],
  }),
  row(
    "control.jsonl",
    "a tab and a line feed inside a string, not as escapes",
    "procladder",
    () => `${text.trimEnd()}\n{"id": "pl-1-00003", "output": "a\tb"}\n`,
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "not-json",
          line: 4,
          found: 'a control character inside a string at column 34: {"id": "pl-1-00003", "output": "a\\tb"}',
          fix: "write it as an escape: \\n for a line break, \\t for a tab",
        },
        { kind: "missing-prediction" },
      ],
      diagnoses: ["final-repeated"],
    },
  ),
  row("empty.jsonl", "nothing at all", "procladder", () => "", {
    verdict: "refused",
    says: [{ kind: "empty", found: "an empty file", fix: "check how the file was written" }],
  }),
  row("blank.jsonl", "blank lines only", "procladder", () => " \n\r\n\t\n", {
    verdict: "refused",
    says: [{ kind: "empty", found: "an empty file", fix: "check how the file was written" }],
  }),
  row("bom-only.csv", "a byte order mark only", "ht-step", () => "\ufeff", {
    verdict: "refused",
    says: [{ kind: "empty", found: "an empty file", fix: "check how the file was written" }],
  }),
  row("empty.jsonl.gz", "nothing, gzipped", "procladder", () => gzip(""), {
    verdict: "refused",
    says: [{ kind: "empty", found: "an empty file", fix: "check how the file was written" }],
  }),
];
