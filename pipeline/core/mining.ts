import type { MinedProcedure, Resource } from "@stepladder/schema";
import type { CheerioAPI } from "cheerio";
import type { Document, Element } from "domhandler";

/** A page as a reader hands it on, whatever it was in: a file, an archive's record, an answer over the network. */
export interface Page {
  /** Names it in results and reports, the same in every run: its path below the input, its record in an archive, its address. */
  readonly id: string;
  readonly url?: string;
  /** Its file, where it has one: see ProcedureSource. */
  readonly file?: string;
  /** How its text is parsed. Markdown comes as the HTML it stands for. */
  readonly markup: "html" | "xml";
  readonly text: string;
  /** sha256 of the bytes, before they were decoded. */
  readonly sha256: string;
  /** Language from outside the page (Content-Language), where told. */
  readonly lang?: string;
}

/** A page, or an input, that could not be read; the run goes on, counts it and tells it. */
export interface Failure {
  readonly id: string;
  /** Kebab-case kind, which reports count by: `too-large`, `not-gzip`, `http-404`. */
  readonly kind: string;
  readonly expected: string;
  readonly found: string;
  readonly fix: string;
}

export function isFailure<Other extends object>(one: Other | Failure): one is Failure {
  return "kind" in one;
}

/** Part of an input that one worker reads on its own: a file, a span of an archive, some addresses. Plain data: it travels between machines. */
export interface Unit {
  /** Id of the reader that made it and reads it. */
  readonly reader: string;
  /** Names it, the same in every run; units are worked and written in the order of their names. */
  readonly id: string;
  /** About how many bytes it holds, for progress; 0 where unknown. */
  readonly size: number;
  /** What the reader needs to find it again. */
  readonly at: Readonly<Record<string, string | number>>;
}

/** How pages come in. A reader looks at an input once to split it, then reads unit by unit; memory does not grow with either. */
export interface Reader {
  readonly id: string;
  readonly title: string;
  /** Whether its pages come over the network: the next run looks at them again. */
  readonly remote?: true;
  /** Whether it reads this input: a file, or an address as it was typed; folders are walked by the run. The first of all readers (readers/index.ts) that does, gets it. */
  accepts(input: string): Promise<boolean>;
  /** `name` is what ids begin with: the file's path below the folder that was given, or the address. */
  split(input: string, name: string, signal: AbortSignal): AsyncIterable<Unit>;
  /**
   * Pages in the order in which they lie in the unit. Never throws for what a page holds: that is a Failure. Throws where the input
   * is no longer what was split, or is not seen from here: the run ends, and a later one goes on.
   */
  read(unit: Unit, signal: AbortSignal): AsyncIterable<Page | Failure>;
}

/** A page parsed once for all miners. */
export interface Doc {
  readonly page: Page;
  readonly root: Document;
  /** Costs time to make, and memory until the next full collection: what walks takes `root`, what selects takes `find`. */
  readonly $: CheerioAPI;
  /** The elements that answer a CSS selector, in the order of the page. */
  find(selector: string): Element[];
  /** BCP 47 tag: from the page, else detected from its text; `und` where neither tells. */
  readonly lang: string;
  /** Its title as people see it, without the site's name; empty where there is none. */
  readonly title: string;
  /** Its site's name, where the page tells it; else empty. */
  readonly site: string;
}

/** What a miner finds, before it has an id and a source. */
export type Mined = Pick<MinedProcedure, "goal" | "sections" | "steps" | "score" | "pointer"> & {
  readonly resources: readonly Resource[];
};

/** How procedures are found on a page. Pure: the same page gives the same procedures. */
export interface Miner {
  readonly id: string;
  readonly title: string;
  /** Whether a page may hold what it looks for, told from the raw text and fast: a page that no miner hopes for is not parsed. */
  hopes(page: Page): boolean;
  mine(doc: Doc): readonly Mined[];
}

/** What a filter says of a procedure: nothing, or why it is dropped. */
export interface Drop {
  readonly reason: string;
  readonly detail?: string;
}

/** Keeps a procedure or drops it, one by one and with no memory of others. What compares procedures (near-duplicates, balance) is a step of the whole run. */
export interface Filter {
  readonly id: string;
  readonly title: string;
  judge(procedure: MinedProcedure): Drop | undefined;
}
