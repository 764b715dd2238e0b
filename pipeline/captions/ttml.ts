import { backwards, badTime, noCues, type Place } from "./fault.ts";
import type { CaptionFormat, Cue } from "./interface.ts";
import { tidyLines } from "./markup.ts";
import { type TimeBase, timeBaseOf, ttmlSeconds } from "./ttml-time.ts";
import { walkXml } from "./xml.ts";

/** Elements that are shown in time: those of the content, below `body`. */
const TIMED: ReadonlySet<string> = new Set(["body", "div", "p", "span"]);

/** An open element: when it is shown, and where a child that comes after others begins in `seq`. */
interface Scope {
  readonly name: string;
  readonly start: number;
  /** Infinite where nothing ends it. */
  readonly end: number;
  readonly isSequence: boolean;
  readonly place: Place;
  next: number;
}

/** A run of text and when it is shown. */
interface Piece {
  text: string;
  readonly start: number;
  readonly end: number;
  readonly place: Place;
}

/** TTML and DFXP (W3C): times of an element count from its parent's, and a `span` may have times of its own. Parsed by htmlparser2 as events. */
export const ttml: CaptionFormat = {
  id: "ttml",
  title: "TTML and DFXP (.ttml, .dfxp, .xml)",
  knows: (text) => /<(?:[\w.-]+:)?tt[\s>]/.test(text.slice(0, 5000)),
  read(text, file) {
    const reading = new TtmlReading();
    walkXml(text, file, reading);
    if (reading.cues.length === 0) throw noCues(file);
    return { cues: reading.cues, ...(reading.lang === "" ? {} : { lang: reading.lang }) };
  },
};

class TtmlReading {
  readonly cues: Cue[] = [];
  lang = "";
  #base: TimeBase = timeBaseOf({});
  readonly #scopes: Scope[] = [];
  #pieces: Piece[] = [];

  open(name: string, attributes: Readonly<Record<string, string>>, place: Place): void {
    if (name === "tt") {
      this.#base = timeBaseOf(attributes);
      this.lang = attributes.lang ?? "";
    } else if (name === "br") this.#add("\n");
    else if (this.#isTimed(name)) this.#scopes.push(this.#scopeOf(name, attributes, place));
  }

  text(text: string): void {
    // Blanks in a file's text lay the file out; a line ends at a <br>.
    this.#add(text.replace(/\s+/g, " "));
  }

  close(name: string): void {
    if (!this.#isTimed(name)) return;
    const scope = this.#scopes.pop();
    const parent = this.#scopes.at(-1);
    if (scope !== undefined && parent?.isSequence) parent.next = scope.end;
    if (name !== "p") return;
    for (const { text, start, end, place } of this.#pieces) {
      const shown = tidyLines(text);
      if (shown === "") continue;
      if (!Number.isFinite(end)) throw badTime(place, "text that nothing ends", "an end or a dur for each text, of its own or around it");
      this.cues.push({ text: shown, start, end });
    }
    this.#pieces = [];
  }

  /** What stands in the head, such as a title in a `p`, is not shown. */
  #isTimed(name: string): boolean {
    return TIMED.has(name) && (name === "body" || this.#scopes.length > 0);
  }

  #add(text: string): void {
    const scope = this.#scopes.at(-1);
    if (scope === undefined || !this.#scopes.some(({ name }) => name === "p")) return;
    const last = this.#pieces.at(-1);
    if (last !== undefined && last.start === scope.start && last.end === scope.end) last.text += text;
    else this.#pieces.push({ text, start: scope.start, end: scope.end, place: scope.place });
  }

  #scopeOf(name: string, attributes: Readonly<Record<string, string>>, place: Place): Scope {
    const parent = this.#scopes.at(-1);
    const origin = parent === undefined ? 0 : parent.isSequence ? parent.next : parent.start;
    const latest = parent?.end ?? Number.POSITIVE_INFINITY;
    const begin = this.#time(attributes.begin, place) ?? 0;
    const duration = this.#time(attributes.dur, place);
    const told = this.#time(attributes.end, place);
    if (told !== undefined && told < begin) throw backwards(place, begin, told);
    // Both an end and a duration: the one that comes first (SMIL, which TTML follows).
    const length = Math.min(told ?? Number.POSITIVE_INFINITY, begin + (duration ?? Number.POSITIVE_INFINITY));
    const start = Math.min(origin + begin, latest);
    return { name, start, end: Math.min(origin + length, latest), isSequence: attributes.timeContainer === "seq", place, next: start };
  }

  #time(text: string | undefined, place: Place): number | undefined {
    if (text === undefined) return undefined;
    const seconds = ttmlSeconds(text.trim(), this.#base);
    if (seconds === undefined) throw badTime(place, text, "a clock time such as 00:01:02.500 or an offset such as 62.5s");
    return seconds;
  }
}
