import { badTime, noCues, type Place } from "./fault.ts";
import type { CaptionFormat, Cue, TimedWord } from "./interface.ts";
import { tidyLines, withoutReferences } from "./markup.ts";
import { rounded } from "./timecode.ts";
import { walkXml } from "./xml.ts";

/** The element of a cue: srv1 `<text start="1.2" dur="3">`, srv2 `<text t="1200" d="3000">`, srv3 `<p t="1200" d="3000">` with words in `<s t="240">`. */
const CUES: ReadonlySet<string> = new Set(["text", "p"]);

/** YouTube's XML in its three versions. Parsed by htmlparser2 as events. */
export const youtubeXml: CaptionFormat = {
  id: "youtube-xml",
  title: "YouTube XML (.srv1, .srv2, .srv3, .xml)",
  knows: (text) => /^\s*(?:<\?xml[^>]*>\s*)?<(?:transcript|timedtext)[\s>]/.test(text.slice(0, 1000)),
  read(text, file) {
    const reading = new TimedTextReading();
    walkXml(text, file, reading);
    if (reading.cues.length === 0) throw noCues(file);
    return { cues: reading.cues, ...(reading.automatic ? { automatic: true } : {}) };
  },
};

class TimedTextReading {
  readonly cues: Cue[] = [];
  automatic = false;
  #open: { start: number; end: number; text: string; segments: Segment[] } | undefined;
  #segment: Segment | undefined;

  open(name: string, attributes: Readonly<Record<string, string>>, place: Place): void {
    if (CUES.has(name)) {
      const start = timeOf(attributes, "start", "t", place);
      if (start === undefined) throw badTime(place, `<${name}> without one`, "a start");
      this.#open = { start, end: rounded(start + (timeOf(attributes, "dur", "d", place) ?? 0)), text: "", segments: [] };
    } else if (name === "s" && this.#open !== undefined) {
      // The first word of a line has no offset.
      const offset = timeOf(attributes, "", "t", place);
      this.automatic ||= offset !== undefined;
      this.#segment = { text: "", start: rounded(this.#open.start + (offset ?? 0)) };
      this.#open.segments.push(this.#segment);
    } else if (name === "br") this.text("\n");
  }

  text(text: string): void {
    if (this.#open !== undefined) this.#open.text += text;
    if (this.#segment !== undefined) this.#segment.text += text;
  }

  close(name: string): void {
    if (name === "s") this.#segment = undefined;
    if (!CUES.has(name) || this.#open === undefined) return;
    const { text, segments, start, end } = this.#open;
    this.#open = undefined;
    const shown = tidyLines(withoutReferences(text));
    const words = segments.flatMap(wordsOf);
    // Words are timed where all of them are.
    const isTimed = words.length > 0 && words.map((word) => word.text).join(" ") === shown.replace(/\n/g, " ");
    if (shown !== "") this.cues.push({ text: shown, start, end, ...(isTimed ? { words } : {}) });
  }
}

/** An `<s>`: a word as a rule, and when it starts. */
interface Segment {
  text: string;
  readonly start: number;
}

/** References are written twice over, `&amp;#39;`, and come here once resolved. */
function wordsOf({ text, start }: Segment): TimedWord[] {
  const texts = withoutReferences(text).split(/\s+/);
  return texts.filter((word) => word !== "").map((word) => ({ text: word, start }));
}

/** Seconds of the attribute that has them, or of the other one, which has milliseconds. */
function timeOf(attributes: Readonly<Record<string, string>>, seconds: string, milliseconds: string, place: Place): number | undefined {
  const written = attributes[seconds] ?? attributes[milliseconds];
  if (written === undefined) return undefined;
  const number = attributes[seconds] === undefined ? Number(written) / 1000 : Number(written);
  if (written.trim() === "" || !Number.isFinite(number) || number < 0) throw badTime(place, written, "a number from 0");
  return rounded(number);
}
