import type { GroundedSegment, NarratedSentence } from "@stepladder/schema";
import { Random } from "@stepladder/tracks/procladder/random.ts";

/** How far from the steps' own words and times a narration is that is made of them. */
export interface Noise {
  /** Share of segments that nobody says anything of. */
  readonly unsaid: number;
  /** Share of a step's words that are not said; one always is. */
  readonly lost: number;
  /** Sentences about something else for each that tells of a step, and the share of these that names a step which is not being done. */
  readonly asides: number;
  readonly mentions: number;
  /** Seconds that people speak ahead of what they show, and how much that varies (standard deviation). */
  readonly ahead: number;
  readonly spread: number;
}

export const LEVELS = {
  clean: { unsaid: 0, lost: 0, asides: 0.5, mentions: 0, ahead: 0, spread: 0 },
  mild: { unsaid: 0.1, lost: 0.2, asides: 0.75, mentions: 0.1, ahead: 1, spread: 1 },
  usual: { unsaid: 0.2, lost: 0.35, asides: 1, mentions: 0.2, ahead: 1, spread: 2 },
  hard: { unsaid: 0.35, lost: 0.5, asides: 1.5, mentions: 0.35, ahead: 2, spread: 4 },
} as const satisfies Record<string, Noise>;
export type Level = keyof typeof LEVELS;

/** A sentence that was made, and the step that it tells of; absent where it tells of none. */
export interface Made extends NarratedSentence {
  readonly step?: number;
}

/** A video whose narration is made: its steps in words, and where they are shown. */
export interface Annotated {
  readonly steps: readonly string[];
  readonly segments: readonly GroundedSegment[];
}

/** Of a narration that is made, `#` is what a step says. */
const TELLING = [
  "so now we #",
  "and then you're going to #",
  "okay so #",
  "I just #",
  "next thing is # like this",
  "go ahead and #",
  "now # right here",
  "#",
];
const NAMING = [
  "later on we'll #",
  "you don't have to # yet",
  "some people # first",
  "before we # there is one more thing",
  "that comes after you #",
];
const ASIDES = [
  "hey everybody welcome back to the channel",
  "my grandmother taught me this years ago",
  "let me know in the comments below",
  "I love doing this on a weekend",
  "this is honestly my favourite part",
  "as you can see it looks great",
  "don't worry if it isn't perfect",
  "and that's the secret guys",
  "a big thank you to our sponsor",
  "sorry about the noise in the background",
  "you can find everything in the description",
  "it only takes a couple of minutes",
  "I always mess this up on camera",
  "my kids are crazy about these",
  "trust me on that one",
  "we're almost there",
];

/** Seconds that a spoken word takes. */
const WORD = 0.4;

/** A segment longer than this is told of in two sentences. */
const LONG = 12;

/** What somebody might say who shows these steps at these times: the same for the same seed and stream. */
export function narrated({ steps, segments }: Annotated, noise: Noise, seed: number, stream: number): Made[] {
  const random = new Random(seed, stream);
  const share = (): number => random.bits() / 2 ** 32;
  const pick = (list: readonly string[]): string => list[random.below(list.length)] as string;
  const end = Math.max(...segments.map((segment) => segment.end));
  const words = (step: number): string => {
    const all = (steps[step] as string).split(" ");
    const said = all.filter(() => share() >= noise.lost);
    return (said.length === 0 ? [all[random.below(all.length)]] : said).join(" ");
  };
  const made: Made[] = [];
  const say = (text: string, at: number, step?: number): void => {
    const start = Math.max(0, at);
    made.push({ text, start, end: start + WORD * text.split(" ").length, ...(step === undefined ? {} : { step }) });
  };
  for (const { step, start, end: last } of segments) {
    if (share() < noise.unsaid) continue;
    for (let part = 0; part < (last - start > LONG ? 2 : 1); part++)
      say(pick(TELLING).replace("#", words(step)), start + (part * (last - start)) / 2 - noise.ahead + noise.spread * normal(share), step);
  }
  const asides = Math.round(made.length * noise.asides);
  for (let i = 0; i < asides; i++) {
    const names = share() < noise.mentions;
    say(names ? pick(NAMING).replace("#", words(random.below(steps.length))) : pick(ASIDES), share() * end);
  }
  return made.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** About normal with variance 1: the sum of twelve draws (Irwin and Hall), which needs no logarithm. */
function normal(share: () => number): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += share();
  return sum;
}
