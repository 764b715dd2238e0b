import * as z from "zod/mini";
import { noCues } from "./fault.ts";
import type { CaptionFormat, Cue } from "./interface.ts";
import { jsonOf, Milliseconds, spanOf, spokenWords, Text } from "./json.ts";
import { tidyLines } from "./markup.ts";

const Json3 = z.object({
  events: z.array(
    z.object(
      {
        tStartMs: z.optional(Milliseconds),
        dDurationMs: z.optional(Milliseconds),
        // An event that only ends the line before it.
        aAppend: z.optional(z.number()),
        segs: z.optional(
          z.array(z.object({ utf8: z.optional(Text), tOffsetMs: z.optional(Milliseconds), acAsrConf: z.optional(z.number()) })),
        ),
      },
      "expected an event",
    ),
    "expected a list of events",
  ),
});

/** YouTube's json3: events of segments; where speech recognition made them, a segment is a word with its offset. */
export const json3: CaptionFormat = {
  id: "youtube-json3",
  title: "YouTube json3 (.json3)",
  knows: (text) => /^\s*\{[\s\S]{0,2000}?"events"\s*:\s*\[/.test(text.slice(0, 5000)),
  read(text, file) {
    const { events } = jsonOf(Json3, text, file);
    const cues = events.flatMap(({ tStartMs = 0, dDurationMs = 0, segs = [] }, index): Cue[] => {
      const shown = tidyLines(segs.map(({ utf8 = "" }) => utf8).join(""));
      if (shown === "") return [];
      const times = spanOf(file, `events[${index}]`, tStartMs / 1000, (tStartMs + dDurationMs) / 1000);
      const isTimed = segs.some(({ tOffsetMs }) => tOffsetMs !== undefined);
      if (!isTimed) return [{ text: shown, ...times }];
      const words = segs.flatMap(({ utf8 = "", tOffsetMs = 0 }) =>
        utf8.split(/\s+/).map((word) => ({ text: word, start: (tStartMs + tOffsetMs) / 1000 })),
      );
      return [{ text: shown, ...times, words: spokenWords(words) }];
    });
    if (cues.length === 0) throw noCues(file);
    const automatic = events.some(({ segs = [] }) =>
      segs.some(({ tOffsetMs, acAsrConf }) => tOffsetMs !== undefined || acAsrConf !== undefined),
    );
    return { cues, ...(automatic ? { automatic } : {}) };
  },
};
