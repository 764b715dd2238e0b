/** Kinds of what can be found, in the order in which equally good groups stand, and their headings. */
export const KINDS = {
  track: "Boards",
  system: "Systems",
  paper: "Papers",
  benchmark: "Benchmarks with published figures",
  metric: "Metrics",
  method: "Methods of credit",
  page: "Pages",
} as const;
export type Kind = keyof typeof KINDS;

/** A page that something stands on. */
export interface Place {
  readonly title: string;
  readonly href: string;
}

/** One thing that can be found. */
export interface SearchDocument {
  readonly kind: Kind;
  readonly title: string;
  /** Its page; absent where it has none of its own and only stands on others. */
  readonly href?: string;
  /** What else it is called: ids, aliases, abbreviations, numbers. */
  readonly names?: readonly string[];
  /** Its name in full, which always stands below the title: that of a paper. */
  readonly full?: string;
  /** What kind of thing it is, or where it is used; always stands below the title. */
  readonly line?: string;
  /** What it is about; a part is shown where words are found in it, and else the first. */
  readonly texts?: readonly string[];
  /** Where it stands. */
  readonly places?: readonly Place[];
  /** How many more places there are than are listed. */
  readonly more?: number;
}
