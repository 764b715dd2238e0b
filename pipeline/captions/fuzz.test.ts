import { Narration } from "@stepladder/schema";
import { FileProblem } from "@stepladder/wasm/intake/raw.ts";
import { expect, it } from "vitest";
import { numbersFrom } from "../testing-runs.ts";
import { narrationIn } from "./narrate.ts";

const SEEDS = 400;
/** Seconds that one file of some hundred characters may take. */
const MOST_SECONDS = 1;

const SAMPLES: Readonly<Record<string, string>> = {
  webvtt:
    "WEBVTT\nLanguage: en\n\n1\n00:00:01.000 --> 00:00:02.500 align:start\n<v Mia>Wash the <i>pears</i> &amp; core them.\n\nNOTE no cue\n\n00:02.500 --> 00:04.000\nthen<00:03.000><c> poach</c><00:03.400><c> [Music]</c>\n",
  srt: "1\r\n00:00:01,000 --> 00:00:02,000\r\n>> Wash it.\r\n\r\n2\r\n00:00:02,000 --> 00:00:03,500\r\n{\\an8}Um, dry it ♪ la ♪\r\n",
  ttml: '<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml" xml:lang="en"><body begin="1s"><div><p begin="00:00:01.000" dur="50f">Wash <span begin="1s">it</span><br/>now &#38; then</p></div></body></tt>',
  "youtube-json3": '{"events": [{"tStartMs": 1000, "dDurationMs": 2000, "segs": [{"utf8": "wash"}, {"utf8": " it", "tOffsetMs": 300}]}]}',
  "youtube-xml": '<timedtext format="3"><body><p t="1000" d="900"><s>wash</s><s t="240"> it</s></p></body></timedtext>',
  "youtube-transcript-api": '[{"text": "wash it", "start": 1.5, "duration": 2.25}, {"text": "dry it", "start": 4, "duration": 1}]',
  "howto100m-json": '{"text": ["wash it", "dry it"], "start": [0, 1.5], "end": [1.5, 3]}',
  "howto100m-csv": 'start,end,text\n0,1.5,"wash it, then"\n1.5,3,dry it\n',
  whisper:
    '{"language": "en", "segments": [{"start": 0, "end": 2, "text": " Wash it.", "words": [{"word": " Wash", "start": 0.2, "end": 0.5}, {"word": " it."}]}]}',
  "whisper-cpp": '{"result": {"language": "en"}, "transcription": [{"offsets": {"from": 0, "to": 900}, "text": " Wash it."}]}',
  transformers: '{"chunks": [{"text": " wash it", "timestamp": [0, 1.5]}, {"text": " dry it", "timestamp": [1.5, null]}]}',
};
const PIECES = [
  "\n",
  "\n\n",
  "-->",
  "<",
  ">",
  "&",
  "[",
  "]",
  "(",
  "{",
  '"',
  "♪",
  "\0",
  "\u2028",
  "\ud800",
  "NaN",
  "-1",
  "1e999",
  "99:99:99.999",
  "</p>",
  "<p>",
  ",",
  ":",
  "。",
  "word ",
  "null",
];

/** A text with some of it cut out, doubled, moved or replaced. */
function changed(text: string, random: () => number): string {
  let now = text;
  for (let times = 1 + Math.floor(random() * 4); times > 0; times--) {
    const from = Math.floor(random() * now.length);
    const to = Math.min(now.length, from + Math.floor(random() * 12));
    const piece = PIECES[Math.floor(random() * PIECES.length)] as string;
    const middle = [piece, "", now.slice(from, to).repeat(2), `${piece}${now.slice(from, to)}`][Math.floor(random() * 4)] as string;
    now = now.slice(0, from) + middle + now.slice(to);
  }
  return now;
}

it.each(Object.keys(SAMPLES))("%s is read as itself", async (id) => {
  expect((await narrationIn(SAMPLES[id] as string, `a.${id}`, {})).format).toBe(id);
});

it.each(Object.keys(SAMPLES))("%s, changed at random, is read in order of time or refused in one message", async (id) => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const text = changed(SAMPLES[id] as string, numbersFrom(seed));
    const start = performance.now();
    const read = await narrationIn(text, "a", seed % 2 === 0 ? { format: id } : {}).catch((error: unknown) => error);
    expect(performance.now() - start, `seed ${seed}`).toBeLessThan(1000 * MOST_SECONDS);
    if (read instanceof FileProblem) {
      expect(read.problem.expected && read.problem.found && read.problem.fix, `seed ${seed}`).not.toBe("");
      continue;
    }
    if (read instanceof Error) throw new Error(`seed ${seed}: ${JSON.stringify(text)}`, { cause: read });
    const { sentences } = Narration.parse((read as { narration: Narration }).narration);
    for (const [index, { start: from, end }] of sentences.entries()) {
      expect(end, `seed ${seed}`).toBeGreaterThanOrEqual(from);
      expect(from, `seed ${seed}`).toBeGreaterThanOrEqual(sentences[index - 1]?.end ?? 0);
    }
  }
});
