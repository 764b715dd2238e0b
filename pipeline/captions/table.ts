import { readCsv } from "@stepladder/wasm/intake/csv.ts";
import { fieldsOf } from "@stepladder/wasm/intake/fields.ts";
import { FileProblem } from "@stepladder/wasm/intake/raw.ts";
import { backwards, badTime, noCues } from "./fault.ts";
import type { CaptionFormat, Cue } from "./interface.ts";
import { tidyLines } from "./markup.ts";
import { clockSeconds, rounded } from "./timecode.ts";

/** Rows of start, end and text, in any order of columns: one video's captions of HowTo100M in CSV. */
export const table: CaptionFormat = {
  id: "howto100m-csv",
  title: "HowTo100M captions in CSV or TSV (.csv, .tsv)",
  knows(text) {
    const head = /^[^\r\n]{0,1000}/.exec(text)?.[0].toLowerCase() ?? "";
    const names = head.split(/[,;\t]/).map((name) => name.trim().replace(/^"|"$/g, ""));
    return ["start", "end", "text"].every((name) => names.includes(name));
  },
  async read(text, file) {
    const refuse = (problem: object): never => {
      throw new FileProblem({ kind: "bad-row", expected: "a row of the table", found: "another", fix: "mend the row", file, ...problem });
    };
    const cues: Cue[] = [];
    for await (const batch of readCsv(once(text), file, { problem: refuse }))
      for (const { value, line = 1 } of batch) cues.push(...cueOf(fieldsOf(value) ?? {}, { file, line }));
    if (cues.length === 0) throw noCues(file);
    return { cues };
  },
};

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

function cueOf(row: Readonly<Record<string, unknown>>, place: { file: string; line: number }): Cue[] {
  const lower = new Map(Object.entries(row).map(([name, value]) => [name.toLowerCase(), String(value)]));
  const secondsOf = (name: string): number => {
    const written = (lower.get(name) ?? "").trim();
    const seconds = written === "" ? Number.NaN : Number(written);
    const time = Number.isFinite(seconds) && seconds >= 0 ? rounded(seconds) : clockSeconds(written);
    if (time === undefined) throw badTime(place, written, `a number of seconds from 0 as ${name}`);
    return time;
  };
  const text = tidyLines(lower.get("text") ?? "");
  const start = secondsOf("start");
  const end = secondsOf("end");
  if (end < start) throw backwards(place, start, end);
  return text === "" ? [] : [{ text, start, end }];
}
