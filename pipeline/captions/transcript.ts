import { FileProblem } from "@stepladder/wasm/intake/raw.ts";
import * as z from "zod/mini";
import { noCues } from "./fault.ts";
import type { CaptionFormat, Captions, Cue } from "./interface.ts";
import { jsonOf, Seconds, spanOf, Text } from "./json.ts";
import { tidyLines } from "./markup.ts";

const Snippet = z.object({ text: Text, start: Seconds, duration: Seconds });
const Snippets = z.array(Snippet, "expected a list of snippets");
const Fetched = z.object({ language_code: z.optional(Text), is_generated: z.optional(z.boolean()), snippets: Snippets });

/** What youtube-transcript-api gives: a list of snippets, or an object around it that tells the language and who made them. */
export const transcriptList: CaptionFormat = {
  id: "youtube-transcript-api",
  title: "youtube-transcript-api (.json)",
  knows: (text) =>
    /^\s*\[\s*\{/.test(text.slice(0, 100))
      ? /"duration"\s*:/.test(text.slice(0, 20_000))
      : /^\s*\{[\s\S]*"snippets"\s*:\s*\[/.test(text.slice(0, 5000)),
  read(text, file) {
    if (text.trimStart().startsWith("[")) return captionsOf(jsonOf(Snippets, text, file), file, "");
    const { snippets, language_code: lang, is_generated: automatic } = jsonOf(Fetched, text, file);
    return {
      ...captionsOf(snippets, file, "snippets"),
      ...(lang === undefined ? {} : { lang }),
      ...(automatic === undefined ? {} : { automatic }),
    };
  },
};

const Columns = z.object({
  text: z.array(Text, "expected a list of texts"),
  start: z.array(Seconds, "expected a list of starts"),
  end: z.array(Seconds, "expected a list of ends"),
});

/** One video's captions of HowTo100M in JSON: lists of texts, starts and ends. */
export const columns: CaptionFormat = {
  id: "howto100m-json",
  title: "HowTo100M captions in JSON (.json)",
  knows: (text) => /^\s*\{\s*"(?:text|start|end)"\s*:\s*\[/.test(text.slice(0, 1000)),
  read(text, file) {
    const { text: texts, start, end } = jsonOf(Columns, text, file);
    if (start.length !== texts.length || end.length !== texts.length)
      throw new FileProblem({
        kind: "wrong-columns",
        file,
        expected: "as many starts and ends as texts",
        found: `${texts.length} texts, ${start.length} starts, ${end.length} ends`,
        fix: "write one of each for each caption",
      });
    const rows = texts.map((one, index) => ({ text: one, start: start[index] as number, end: end[index] as number }));
    return { cues: cuesOf(rows, file, "start") };
  },
};

function captionsOf(snippets: z.infer<typeof Snippets>, file: string, field: string): Captions {
  return {
    cues: cuesOf(
      snippets.map(({ text, start, duration }) => ({ text, start, end: start + duration })),
      file,
      field,
    ),
  };
}

/** Rows with text as cues. Throws FileProblem where there are none, or times run backwards. */
export function cuesOf(rows: readonly Cue[], file: string, field: string): Cue[] {
  const cues = rows.flatMap(({ text, start, end }, index) => {
    const shown = tidyLines(text);
    return shown === "" ? [] : [{ text: shown, ...spanOf(file, `${field}[${index}]`, start, end) }];
  });
  if (cues.length === 0) throw noCues(file);
  return cues;
}
