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
  row("bom.jsonl", "a byte order mark before the first record, which is no fault", "procladder", () => `\ufeff${text}`, { verdict: "scored", says: [] }),
  row("crlf.jsonl", "lines that end as on Windows, which is no fault", "procladder", () => text.replaceAll("\n", "\r\n"), { verdict: "scored", says: [] }),
  row("mixed-line-ends.jsonl", "both line ends, blank lines, none at the end: no fault", "procladder", () => text.replace("\n", "\r\n\r\n \n").trimEnd(), { verdict: "scored", says: [] }),
  row("cr-only.jsonl", "lines that end as on an old Macintosh", "procladder", () => text.replaceAll("\n", "\r"), { verdict: "refused", says: [] }),
  row("utf16-le-bom.jsonl", "UTF-16, low byte first, with its mark", "procladder", () => utf16(`\ufeff${text}`, true), { verdict: "refused", says: [] }),
  row("utf16-be-bom.jsonl", "UTF-16, high byte first, with its mark", "procladder", () => utf16(`\ufeff${text}`, false), { verdict: "refused", says: [] }),
  row("utf16-le.jsonl", "UTF-16, low byte first, without a mark", "procladder", () => utf16(text, true), { verdict: "refused", says: [] }),
  row("utf16-be.jsonl", "UTF-16, high byte first, without a mark", "procladder", () => utf16(text, false), { verdict: "refused", says: [] }),
  row("utf32.jsonl", "UTF-32 with its mark", "procladder", () => Uint8Array.from([0xff, 0xfe, 0, 0, ...[...text].flatMap((char) => [char.charCodeAt(0), 0, 0, 0])]), { verdict: "refused", says: [] }),
  row("latin1.jsonl", "an accent in Latin-1", "procladder", () => latin1(jsonl(records[0], { id: "pl-1-00001", output: "caf\u00e9" })), { verdict: "refused", says: [] }),
  row("invalid-utf8.jsonl", "a character of which the second byte is missing", "procladder", () => Uint8Array.from([...utf8(text), 0xc3, 0x28, 0x0a]), { verdict: "refused", says: [] }),
  row("nul.jsonl", "a NUL byte in the middle", "procladder", () => `${text}\0`, { verdict: "refused", says: [] }),
  row("control.jsonl", "a tab and a line feed inside a string, not as escapes", "procladder", () => `${text.trimEnd()}\n{"id": "pl-1-00003", "output": "a\tb"}\n`, { verdict: "scored with errors", says: [] }),
  row("empty.jsonl", "nothing at all", "procladder", () => "", { verdict: "refused", says: [] }),
  row("blank.jsonl", "blank lines only", "procladder", () => " \n\r\n\t\n", { verdict: "refused", says: [] }),
  row("bom-only.csv", "a byte order mark only", "ht-step", () => "\ufeff", { verdict: "refused", says: [] }),
  row("empty.jsonl.gz", "nothing, gzipped", "procladder", () => gzip(""), { verdict: "refused", says: [] }),
];
