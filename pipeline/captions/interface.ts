/** A word and when it is said, in seconds. */
export interface TimedWord {
  readonly text: string;
  readonly start: number;
  /** Absent where the file tells starts alone. */
  readonly end?: number;
}

/** What is shown at once, from when to when, in seconds; `end` is not before `start`. Its text is plain, with a line feed between lines. */
export interface Cue {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The words of `text` in order, where the file times them. */
  readonly words?: readonly TimedWord[];
}

/** What a file of captions holds. */
export interface Captions {
  /** In the order of the file. */
  readonly cues: readonly Cue[];
  /** BCP 47 tag, where the file tells it. */
  readonly lang?: string;
  /** Seconds of the video, where the file tells them. */
  readonly duration?: number;
  /** Whether speech recognition made them; absent where the file does not show it. */
  readonly automatic?: boolean;
}

/** A layout of captions. */
export interface CaptionFormat {
  readonly id: string;
  readonly title: string;
  /** Whether a file is of this layout, told from its text (without byte order mark) and not from its name. */
  knows(text: string): boolean;
  /** Reads a file; `name` stands in messages. Throws FileProblem, with the line or the field, at the first fault that leaves times or texts in doubt. */
  read(text: string, name: string): Captions | Promise<Captions>;
}
