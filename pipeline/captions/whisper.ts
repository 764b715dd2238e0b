import * as z from "zod/mini";
import { noCues } from "./fault.ts";
import type { CaptionFormat, Captions, Cue, TimedWord } from "./interface.ts";
import { jsonOf, Milliseconds, Seconds, spanOf, spokenWords, Text } from "./json.ts";
import { namedLanguage } from "./language-name.ts";
import { tidyLines } from "./markup.ts";
import { timesOnto } from "./times-onto.ts";

/** A word of a segment; whisperX has no times for what it could not align, such as numbers. */
const Word = z.object({ word: Text, start: z.optional(z.nullable(Seconds)), end: z.optional(z.nullable(Seconds)) });
const Words = z.array(Word, "expected a list of words");
const Segment = z.object({ text: z.optional(Text), start: Seconds, end: Seconds, words: z.optional(z.nullable(Words)) });
const Whisper = z.object({
  language: z.optional(z.nullable(Text)),
  duration: z.optional(Seconds),
  segments: z.optional(z.array(Segment, "expected a list of segments")),
  words: z.optional(Words),
  word_segments: z.optional(Words),
});

/** openai-whisper, faster-whisper, whisperX and OpenAI's verbose_json: segments, with words in them or beside them. */
export const whisper: CaptionFormat = {
  id: "whisper",
  title: "Whisper JSON: openai-whisper, faster-whisper, whisperX, verbose_json (.json)",
  knows: (text) => /^\s*\{/.test(text.slice(0, 100)) && /"(?:segments|word_segments|words)"\s*:\s*\[/.test(text),
  read(text, file) {
    const { language, duration, segments = [], words = [], word_segments: aligned = [] } = jsonOf(Whisper, text, file);
    const beside = timed(words.length > 0 ? words : aligned);
    const cues = segments.length > 0 ? ofSegments(segments, beside, file) : ofWords(beside);
    if (cues.length === 0) throw noCues(file);
    const lang = namedLanguage(language ?? "");
    return { cues, automatic: true, ...(lang === undefined ? {} : { lang }), ...(duration === undefined ? {} : { duration }) };
  },
};

function ofSegments(segments: readonly z.infer<typeof Segment>[], beside: readonly TimedWord[], file: string): Cue[] {
  let next = 0;
  return segments.flatMap(({ text, start, end, words }, index): Cue[] => {
    const shown = tidyLines(text ?? (words ?? []).map(({ word }) => word.trim()).join(" "));
    if (shown === "") return [];
    const times = spanOf(file, `segments[${index}]`, start, end);
    if (words) return [{ text: shown, ...times, words: timesOnto(shown, timed(words), times) }];
    // Words beside segments have no punctuation: the texts of segments take their times.
    const from = next;
    while (next < beside.length && (beside[next] as TimedWord).start < end) next++;
    const own = beside.slice(from, next);
    return [{ text: shown, ...times, ...(own.length === 0 ? {} : { words: timesOnto(shown, own, times) }) }];
  });
}

/** Words without segments: each is a cue, and sentences are found among them. */
function ofWords(words: readonly TimedWord[]): Cue[] {
  return words.map(({ text, start, end = start }) => ({ text, start, end, words: [{ text, start, end }] }));
}

function timed(words: readonly z.infer<typeof Word>[]): TimedWord[] {
  const told = words.flatMap(({ word, start, end }) => (start == null ? [] : [{ text: word, start, ...(end == null ? {} : { end }) }]));
  return spokenWords(told);
}

const Offsets = z.object({ from: Milliseconds, to: Milliseconds });
const WhisperCpp = z.object({
  result: z.optional(z.object({ language: z.optional(Text) })),
  transcription: z.array(z.object({ text: Text, offsets: Offsets }), "expected a list of segments"),
});

/** whisper.cpp (`--output-json`): segments with offsets in milliseconds. */
export const whisperCpp: CaptionFormat = {
  id: "whisper-cpp",
  title: "whisper.cpp JSON (.json)",
  knows: (text) => /^\s*\{/.test(text.slice(0, 100)) && /"transcription"\s*:\s*\[/.test(text),
  read(text, file): Captions {
    const { result, transcription } = jsonOf(WhisperCpp, text, file);
    const cues = transcription.flatMap(({ text: written, offsets: { from, to } }, index): Cue[] => {
      const shown = tidyLines(written);
      return shown === "" ? [] : [{ text: shown, ...spanOf(file, `transcription[${index}].offsets`, from / 1000, to / 1000) }];
    });
    if (cues.length === 0) throw noCues(file);
    const lang = namedLanguage(result?.language ?? "");
    return { cues, automatic: true, ...(lang === undefined ? {} : { lang }) };
  },
};

const Chunks = z.object({
  chunks: z.array(
    z.object({ text: Text, timestamp: z.tuple([Seconds, z.nullable(Seconds)], "expected a start and an end") }),
    "expected a list of chunks",
  ),
});

/** The speech recognition pipeline of Hugging Face transformers: chunks, of which the last may have no end. */
export const chunks: CaptionFormat = {
  id: "transformers",
  title: "Hugging Face transformers' speech recognition (.json)",
  knows: (text) => /^\s*\{/.test(text.slice(0, 100)) && /"chunks"\s*:\s*\[/.test(text),
  read(text, file) {
    const cues = jsonOf(Chunks, text, file).chunks.flatMap(({ text: written, timestamp: [start, end] }, index): Cue[] => {
      const shown = tidyLines(written);
      return shown === "" ? [] : [{ text: shown, ...spanOf(file, `chunks[${index}].timestamp`, start, end ?? start) }];
    });
    if (cues.length === 0) throw noCues(file);
    return { cues, automatic: true };
  },
};
