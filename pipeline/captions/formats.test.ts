import { FileProblem } from "@stepladder/wasm/intake/raw.ts";
import { expect, it, describe as suite } from "vitest";
import { captionFormatOf, captionFormats } from "./index.ts";
import type { Captions } from "./interface.ts";

const read = async (text: string, name = "a"): Promise<Captions & { format: string }> => {
  const format = captionFormatOf(text, name);
  return { format: format.id, ...(await format.read(text, name)) };
};
const cues = async (text: string) => (await read(text)).cues.map(({ text: shown, start, end }) => [shown, start, end]);
const problem = async (text: string) => {
  const error = await read(text).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(FileProblem);
  return (error as FileProblem).problem;
};

suite("WebVTT", () => {
  it("reads cues with and without hours, ids, settings, tags and references, and no notes, styles or regions", async () => {
    const text = [
      "WEBVTT - ours\nKind: captions\nLanguage: en-GB\n",
      "NOTE\n00:00:09.000 --> 00:00:10.000 is no cue\n",
      "STYLE\n::cue { color: lime }\n",
      "REGION\nid:low\n",
      "intro\n00:01.000 --> 00:02.500 align:start position:0%\n<v Mia>Peel <b>two</b> pears &amp; <c.loud>core</c> them</v>\n",
      "100:00:00.000 --> 100:00:01.000\n5 &lt; 6, a < b &c; d\nsecond line",
    ].join("\n");
    expect(await read(text)).toMatchObject({ format: "webvtt", lang: "en-GB" });
    expect(await cues(text)).toEqual([
      ["Peel two pears & core them", 1, 2.5],
      ["5 < 6, a < b &c; d\nsecond line", 360_000, 360_001],
    ]);
  });

  it.each(["\r\n", "\r"])("takes lines that end in %j, and cues right below the first line", async (end) => {
    expect(await cues(["WEBVTT", "00:01.000 --> 00:02.000", "one", "00:02.000 --> 00:03.000", "two"].join(end))).toEqual([
      ["one", 1, 2],
      ["two", 2, 3],
    ]);
  });

  it("keeps the words that YouTube times, and lines of a blank as part of a cue", async () => {
    const text = "WEBVTT\n\n00:00:01.000 --> 00:00:03.000 align:start\n \nfirst<00:00:01.400><c> peel</c><00:00:09.000><c> it</c>\n";
    expect((await read(text)).cues).toEqual([
      {
        text: "first peel it",
        start: 1,
        end: 3,
        words: [
          { text: "first", start: 1 },
          { text: "peel", start: 1.4 },
          { text: "it", start: 3 },
        ],
      },
    ]);
    expect(await read(text)).toMatchObject({ automatic: true });
  });

  it("tells the line of times that are none, or run backwards", async () => {
    expect(await problem("WEBVTT\n\n00:01.000 --> 00:02.000\nx\n\n00:NaN --> 00:03.000\ny\n")).toMatchObject({ kind: "bad-time", line: 6 });
    expect(await problem("WEBVTT\n\n00:61.000 --> 00:62.000\nx")).toMatchObject({ kind: "bad-time", line: 3 });
    expect(await problem("WEBVTT\n\n00:05.000 --> 00:02.000\nx")).toMatchObject({ kind: "backwards", line: 3, found: "2 s" });
    expect(await problem("WEBVTT\n\n00:05.000 --> 00:06.000\na<00:x>b<00:99>")).toMatchObject({ kind: "bad-time" });
    expect(await problem("WEBVTT\n\n")).toMatchObject({ kind: "no-cues" });
  });
});

suite("SubRip", () => {
  it("reads commas and dots, missing numbers, positions, tags, overrides and empty lines within a cue", async () => {
    const text = [
      "1",
      "00:00:01,000 --> 00:00:02,000 X1:1 X2:2",
      "{\\an8}<i>Wash</i> the <font color=red>leeks</font>",
      "",
      "well",
      "",
      "00:00:02.500 --> 00:00:03.1",
      "12",
      "3",
      "0:00:04,000-->0:00:05,000",
      "Done",
    ].join("\r\n");
    expect(await cues(text)).toEqual([
      ["Wash the leeks\nwell", 1, 2],
      ["12\n3", 2.5, 3.1],
      ["Done", 4, 5],
    ]);
    expect(await read(text)).toMatchObject({ format: "srt" });
  });

  it("tells the line of times that are none, or run backwards", async () => {
    expect(await problem("1\n00:00:01,000 --> 00:00:02,000\na\n\n2\n00:00:0x,000 --> 00:00:03,000\nb\n")).toMatchObject({ line: 6 });
    expect(await problem("1\n00:00:02,000 --> 00:00:01,000\na")).toMatchObject({ kind: "backwards", line: 2 });
  });
});

suite("TTML", () => {
  const tt = (body: string, attributes = "") =>
    `<?xml version="1.0"?>\n<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" xml:lang="de" ${attributes}>\n<head><metadata><p>no cue</p></metadata></head>${body}</tt>`;

  it("reads clock times, frames and offsets in every metric", async () => {
    const p = (begin: string, end: string) => `<p begin="${begin}" end="${end}">x</p>`;
    const body = `<body><div>${p("00:00:01.5", "00:00:02:12")}${p("0.001h", "0.1m")}${p("3600ms", "4s")}${p("50f", "75f")}${p("300t", "400t")}</div></body>`;
    expect(await cues(tt(body, 'ttp:frameRate="25" ttp:tickRate="100"'))).toEqual([
      ["x", 1.5, 2.48],
      ["x", 3.6, 6],
      ["x", 3.6, 4],
      ["x", 2, 3],
      ["x", 3, 4],
    ]);
    expect(await cues(tt(`<body>${p("0f", "30f")}</body>`, 'ttp:frameRate="30" ttp:frameRateMultiplier="1000 1001"'))).toEqual([
      ["x", 0, 1.001],
    ]);
    expect(await cues(tt(`<body>${p("0f", "30f")}</body>`))).toEqual([["x", 0, 1]]);
    expect(await cues(tt(`<body>${p("0t", "100t")}</body>`, 'ttp:frameRate="25" ttp:subFrameRate="2"'))).toEqual([["x", 0, 2]]);
  });

  it("counts times from those of the parent, ends with it, and takes the earlier of end and dur", async () => {
    const body = `<body begin="10s"><div begin="5s" dur="10s"><p begin="1s" dur="3s">a<br/>b  \n c</p><p begin="4s" end="6s" dur="1s">d</p><p begin="8s" dur="9s">e</p></div></body>`;
    expect(await cues(tt(body))).toEqual([
      ["a\nb c", 16, 19],
      ["d", 19, 20],
      ["e", 23, 25],
    ]);
  });

  it("lets spans have times of their own, and children follow each other in a sequence", async () => {
    expect(
      await cues(
        tt(
          '<body><p begin="1s" end="9s"><span begin="0s" end="2s">one</span> <span begin="2s" end="4s">two &amp; <span>three</span></span></p></body>',
        ),
      ),
    ).toEqual([
      ["one", 1, 3],
      ["two & three", 3, 5],
    ]);
    expect(await cues(tt('<body timeContainer="seq"><p dur="2s">a</p><p dur="3s">b</p><p begin="1s" dur="1s">c</p></body>'))).toEqual([
      ["a", 0, 2],
      ["b", 2, 5],
      ["c", 6, 7],
    ]);
  });

  it("takes prefixes for any, and the language of the root", async () => {
    const text =
      '<tt:tt xmlns:tt="http://www.w3.org/ns/ttml" xml:lang="fr"><tt:body><tt:p begin="1s" end="2s">oui</tt:p></tt:body></tt:tt>';
    expect(await read(text)).toMatchObject({ format: "ttml", lang: "fr", cues: [{ text: "oui", start: 1, end: 2 }] });
  });

  it("tells the line of faults, of tags without end and of nesting without end, and resolves no entities of the file", async () => {
    expect(await problem(tt('<body>\n<p begin="soon" end="2s">x</p></body>'))).toMatchObject({ kind: "bad-time", line: 4, found: "soon" });
    expect(await problem(tt('<body>\n\n<p begin="3s" end="2s">x</p></body>'))).toMatchObject({ kind: "backwards", line: 5 });
    expect(await problem(tt("<body><p begin='3s'>x</p></body>"))).toMatchObject({ kind: "bad-time", found: "text that nothing ends" });
    expect(await problem('<tt>\n<body>\n<p begin="1s" end="2s">cut')).toMatchObject({
      kind: "not-xml",
      line: 3,
      found: "the end of the file",
    });
    expect(await problem(tt("<div>".repeat(100_000)))).toMatchObject({ kind: "not-xml", line: 3 });
    const bomb = `<!DOCTYPE tt [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>\n<tt><body><p begin="0s" end="1s">&b;</p></body></tt>`;
    expect(await cues(bomb)).toEqual([["&b;", 0, 1]]);
  });
});

suite("YouTube", () => {
  it("reads json3 with the offsets of words, and passes over events that only break a line", async () => {
    const text = JSON.stringify({
      wireMagic: "pb3",
      events: [
        { tStartMs: 0, dDurationMs: 9000, id: 1 },
        {
          tStartMs: 1000,
          dDurationMs: 3000,
          segs: [
            { utf8: "so", acAsrConf: 0 },
            { utf8: " peel", tOffsetMs: 400 },
          ],
        },
        { tStartMs: 2000, aAppend: 1, segs: [{ utf8: "\n" }] },
        { tStartMs: 4000, dDurationMs: 500, segs: [{ utf8: "[Music]" }] },
      ],
    });
    const { format, cues: found, automatic } = await read(text);
    expect({ format, automatic }).toEqual({ format: "youtube-json3", automatic: true });
    expect(found).toEqual([
      {
        text: "so peel",
        start: 1,
        end: 4,
        words: [
          { text: "so", start: 1 },
          { text: "peel", start: 1.4 },
        ],
      },
      { text: "[Music]", start: 4, end: 4.5 },
    ]);
    expect(await problem('{"events": [{"tStartMs": "x"}]}')).toMatchObject({ kind: "wrong-field", field: "events[0].tStartMs" });
  });

  it("reads srv1, srv2 and srv3", async () => {
    expect(
      await cues(
        '<?xml version="1.0" encoding="utf-8" ?><transcript><text start="1.2" dur="3">it&amp;#39;s hot</text><text start="5"/></transcript>',
      ),
    ).toEqual([["it's hot", 1.2, 4.2]]);
    expect(await cues('<timedtext><text t="1200" d="3000">one</text></timedtext>')).toEqual([["one", 1.2, 4.2]]);
    const { cues: found } = await read(
      '<timedtext format="3"><head><ws id="0"/></head><body><w t="0" id="1"/><p t="100" d="900" w="1"><s ac="0">now</s><s t="240"> cut</s></p><p t="900" d="100" a="1">\n</p><p t="1000" d="50">a<br/>b</p></body></timedtext>',
    );
    expect(found).toEqual([
      {
        text: "now cut",
        start: 0.1,
        end: 1,
        words: [
          { text: "now", start: 0.1 },
          { text: "cut", start: 0.34 },
        ],
      },
      { text: "a\nb", start: 1, end: 1.05 },
    ]);
    expect(await problem('<transcript>\n<text start="NaN" dur="1">x</text></transcript>')).toMatchObject({ kind: "bad-time", line: 2 });
    expect(await problem('<transcript>\n\n<text dur="1">x</text></transcript>')).toMatchObject({ kind: "bad-time", line: 3 });
  });

  it("reads youtube-transcript-api as a list and as an object", async () => {
    const list = [{ text: "salt it", start: 1.5, duration: 2.25 }];
    expect(await read(JSON.stringify(list))).toMatchObject({
      format: "youtube-transcript-api",
      cues: [{ text: "salt it", start: 1.5, end: 3.75 }],
    });
    expect(
      await read(JSON.stringify({ video_id: "v", language: "English", language_code: "en", is_generated: false, snippets: list })),
    ).toMatchObject({
      lang: "en",
      automatic: false,
      cues: [{ end: 3.75 }],
    });
    expect(await problem('[{"text": "a", "start": 1, "duration": -2}]')).toMatchObject({ field: "[0].duration" });
  });
});

suite("HowTo100M", () => {
  it("reads columns in JSON and rows in CSV", async () => {
    expect(await cues('{"start": [0.5, 2], "end": [2, 3.5], "text": ["whisk", "fold"]}')).toEqual([
      ["whisk", 0.5, 2],
      ["fold", 2, 3.5],
    ]);
    expect(await cues(',start,end,text\n0,0.5,2,"whisk, slowly"\n1,00:00:02,3.5,fold\n')).toEqual([
      ["whisk, slowly", 0.5, 2],
      ["fold", 2, 3.5],
    ]);
    expect(await problem('{"text": ["a"], "start": [1, 2], "end": [2]}')).toMatchObject({ found: "1 texts, 2 starts, 1 ends" });
    expect(await problem("start,end,text\n1,2,a\n3,nan,b\n")).toMatchObject({ kind: "bad-time", line: 3 });
    expect(await problem("start,end,text\n3,2,b\n")).toMatchObject({ kind: "backwards", line: 2 });
  });
});

suite("Whisper", () => {
  const word = (text: string, start: number, end: number) => ({ word: text, start, end });
  it("reads segments with words in them (openai-whisper, faster-whisper)", async () => {
    const text = JSON.stringify({
      text: " Beat the egg.",
      segments: [
        {
          id: 0,
          start: 0,
          end: 2,
          text: " Beat the egg.",
          words: [word(" Beat", 0.2, 0.5), word(" the", 0.5, 0.6), word(" egg.", 0.6, 1.1)],
        },
      ],
      language: "en",
    });
    expect(await read(text)).toEqual({
      format: "whisper",
      automatic: true,
      lang: "en",
      cues: [
        {
          text: "Beat the egg.",
          start: 0,
          end: 2,
          words: [
            { text: "Beat", start: 0.2, end: 0.5 },
            { text: "the", start: 0.5, end: 0.6 },
            { text: "egg.", start: 0.6, end: 1.1 },
          ],
        },
      ],
    });
  });

  it("gives words that whisperX could not align the time that is left between others", async () => {
    const text = JSON.stringify({
      segments: [{ start: 0, end: 4, text: "add 250 grams", words: [word("add", 0, 1), { word: "250" }, word("grams", 2, 3)] }],
      word_segments: [],
    });
    expect((await read(text)).cues[0]?.words).toEqual([
      { text: "add", start: 0, end: 1 },
      { text: "250", start: 1, end: 2 },
      { text: "grams", start: 2, end: 3 },
    ]);
  });

  it("reads verbose_json, whose words stand beside the segments without marks", async () => {
    const text = JSON.stringify({
      task: "transcribe",
      language: "english",
      duration: 9.5,
      segments: [
        { start: 0, end: 2, text: " Hi, all." },
        { start: 2, end: 4, text: " Bye." },
      ],
      words: [word("Hi", 0.1, 0.4), word("all", 0.5, 0.9), word("Bye", 2.2, 2.5)],
    });
    expect(await read(text)).toMatchObject({
      lang: "en",
      duration: 9.5,
      cues: [
        {
          words: [
            { text: "Hi,", start: 0.1 },
            { text: "all.", end: 0.9 },
          ],
        },
        { words: [{ text: "Bye.", start: 2.2 }] },
      ],
    });
    expect((await read('{"words": [{"word": "go", "start": 1, "end": 2}], "text": "go"}')).cues).toHaveLength(1);
  });

  it("reads whisper.cpp and transformers", async () => {
    expect(
      await read(
        '{"result": {"language": "de"}, "transcription": [{"timestamps": {}, "offsets": {"from": 0, "to": 1500}, "text": " Hallo"}]}',
      ),
    ).toMatchObject({ format: "whisper-cpp", lang: "de", cues: [{ text: "Hallo", start: 0, end: 1.5 }] });
    expect(
      await read('{"text": "a b", "chunks": [{"text": " a", "timestamp": [0, 1]}, {"text": " b", "timestamp": [1, null]}]}'),
    ).toMatchObject({ format: "transformers", cues: [{ end: 1 }, { start: 1, end: 1 }] });
  });

  it("names the field that is wrong, and the place where the text is no JSON", async () => {
    expect(await problem('{"segments": [{"start": 3, "end": 1, "text": "x"}]}')).toMatchObject({ kind: "backwards", field: "segments[0]" });
    expect(await problem('{"segments": [{"start": NaN, "end": 1, "text": "x"}]}')).toMatchObject({ kind: "not-json" });
    expect(await problem('{"segments": [\n{"start": 1, "end": 2, "text": "x"},\n')).toMatchObject({
      kind: "not-json",
      found: expect.stringContaining("line 3"),
    });
    expect(await problem(`{"segments": [${"[".repeat(200_000)}`)).toMatchObject({ kind: "too-deep" });
  });
});

it("tells a file that is no captions, with every layout that is read", async () => {
  expect(await problem("just some words")).toMatchObject({ kind: "unknown-format", found: "a file that begins with just some words" });
  expect(await problem(" \n")).toMatchObject({ found: "an empty file" });
  expect((await problem("x")).expected.split("; ")).toHaveLength(captionFormats.length);
});
