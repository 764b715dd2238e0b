import { isAnnounced } from "./context.ts";
import { numbered, unnumbered } from "./numbering.ts";
import { type Block, type Line, type Outline, ROLE, signature, textOf } from "./outline.ts";

/** One step, as a span of lines. */
export interface Item {
  readonly from: number;
  readonly to: number;
  readonly block: Block;
  /** Place of its section's title among the lines; -1 where it has none. */
  readonly section: number;
  /** What it says, without its number. */
  readonly text: string;
  /** Its own heading, not repeated in `text`. */
  readonly title?: string;
}

export const KINDS = ["ol", "ul", "siblings", "paragraphs", "numbered", "headed", "rows", "broken", "parts"] as const;
export type Kind = (typeof KINDS)[number];

/** Nothing in the form of these tells them from other text: without an announcement they are not looked at. */
const FORMLESS: ReadonlySet<Kind> = new Set(["siblings", "paragraphs", "rows", "broken", "parts"]);

/** What may be the steps of a procedure. */
export interface Candidate {
  readonly kind: Kind;
  /** The block that holds all of it. */
  readonly block: Block;
  readonly items: readonly Item[];
  /** Lines from the first item's begin to the last one's end. */
  readonly from: number;
  readonly to: number;
  /** The candidates that it is made of. */
  readonly parts?: readonly Candidate[];
}

/** More items than this are no procedure that a person follows; it also bounds the work on hostile pages. */
const MOST = 80;
/** Mean characters of an item, at least and at most. */
const SHORT = 10;
const LONG = 1500;
/** Share of links from which on a list leads elsewhere. */
const LINKED = 0.7;

/** Everything on a page that may be a list of steps. Candidates overlap: which of them it is, is decided by their scores. */
export function candidates(page: Outline): Candidate[] {
  const simple = [...page.blocks.flatMap((block) => within(page, block)), ...runs(page)];
  return [...simple, ...partsOf(page, simple)];
}

function within(page: Outline, block: Block): Candidate[] {
  if (block.to - block.from < 2 || block.role & ROLE.navigation) return [];
  return block.tag === "ol" || block.tag === "ul" ? listOf(page, block) : groupsIn(page, block);
}

/** Lines of one step to be, and the block they lie in. */
type Span = Pick<Item, "from" | "to" | "block">;

/** A candidate, unless its lengths or links already tell that it is no list of steps: most candidates end here, before their texts are read. */
function candidate(page: Outline, kind: Kind, block: Block, spans: readonly Span[]): Candidate[] {
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined || spans.length < 2 || spans.length > MOST) return [];
  const measured = (sums: readonly number[]): number =>
    spans.reduce((sum, { from, to }) => sum + (sums[to] as number) - (sums[from] as number), 0);
  const length = measured(page.before);
  if (length < SHORT * spans.length || length > LONG * spans.length || measured(page.linksBefore) > LINKED * length) return [];
  if (FORMLESS.has(kind) && !isAnnounced(page, spans, block)) return [];
  const items = spans.map((span, at) => itemOf(page, span, at + 1));
  return [{ kind, block, items: withoutBareNumbers(items), from: first.from, to: last.to }];
}

/** Numbers that stand before the steps with nothing after them: `1 Preheat the oven`. Only where every step has its own. */
function withoutBareNumbers(items: readonly Item[]): readonly Item[] {
  const bare = items.map(({ text }, at) => (text.startsWith(`${at + 1} `) ? text.slice(`${at + 1} `.length) : undefined));
  return bare.includes(undefined) ? items : items.map((item, at) => ({ ...item, text: bare[at] as string }));
}

function listOf(page: Outline, list: Block): Candidate[] {
  return candidate(page, list.tag as "ol" | "ul", list, list.children.filter(({ tag, from, to }) => tag === "li" && to > from).map(spanOf));
}

function spanOf(block: Block): Span {
  return { from: block.from, to: block.to, block };
}

/** Children of one kind, in any block that is no list: repeated divs, paragraphs between headings, rows, lines between breaks. */
function groupsIn(page: Outline, block: Block): Candidate[] {
  if (block.children.length === 0) return brokenLines(page, block);
  const groups = Map.groupBy(
    block.children.filter(({ tag, from, to }) => to > from && !NO_STEPS.has(tag)),
    signature,
  );
  return [...groups.values()].flatMap((group) => {
    const { tag } = group[0] as Block;
    if (group.length < 2) return [];
    if (tag === "tr")
      return candidate(page, "rows", block, group.filter(({ children }) => children.some((cell) => cell.tag === "td")).map(spanOf));
    if (tag === "p") return paragraphRuns(page, block, group);
    return candidate(page, "siblings", block, group.map(spanOf));
  });
}

const NO_STEPS = new Set(["li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "ul", "table", "nav", "footer", "header", "figure"]);

/** Paragraphs with nothing but pictures between them, and all that a block of steps has where headings part them. */
function paragraphRuns(page: Outline, block: Block, paragraphs: readonly Block[]): Candidate[] {
  const parted: Block[][] = [];
  for (const one of paragraphs) {
    if ((page.lines[one.from] as Line).heading > 0 && one.to - one.from === 1) continue;
    const open = parted.at(-1);
    if (open !== undefined && open.at(-1)?.to === one.from) open.push(one);
    else parted.push([one]);
  }
  const found = parted.flatMap((run) => candidate(page, "paragraphs", block, run.map(spanOf)));
  if (parted.length < 2 || !(block.role & ROLE.steps)) return found;
  return [...found, ...candidate(page, "paragraphs", block, parted.flat().map(spanOf))];
}

function brokenLines(page: Outline, block: Block): Candidate[] {
  const spans = Array.from({ length: block.to - block.from }, (_, at) => ({ from: block.from + at, to: block.from + at + 1, block }));
  return candidate(page, "broken", block, spans);
}

/** Lines numbered from 1 on, each with what follows it up to the next. */
function runs(page: Outline): Candidate[] {
  interface Run {
    readonly style: string;
    readonly depth: number;
    readonly heading: boolean;
    readonly starts: number[];
  }
  const done: Run[] = [];
  let open: Run[] = [];
  page.lines.forEach((line, at) => {
    if (line.block.role & ROLE.navigation) return;
    const found = numbered(line.text);
    if (found === undefined) return;
    const { depth } = line.block;
    const heading = line.heading > 0;
    const fits = (run: Run): boolean =>
      run.style === found.style && run.starts.length === found.number - 1 && Math.abs(run.depth - depth) <= 1 && run.heading === heading;
    const at0 = open.findLastIndex((run) => fits(run) && run.depth === depth);
    const place = at0 === -1 ? open.findLastIndex(fits) : at0;
    if (place !== -1) {
      done.push(...open.slice(place + 1));
      open = open.slice(0, place + 1);
      open[place]?.starts.push(at);
    } else if (found.number === 1) open.push({ style: found.style, depth, heading, starts: [at] });
  });
  return [...done, ...open].filter(({ starts }) => starts.length >= 2).flatMap(({ starts, heading }) => numberedRun(page, starts, heading));
}

function numberedRun(page: Outline, starts: readonly number[], headed: boolean): Candidate[] {
  const lines = starts.map((start) => page.lines[start] as Line);
  const holder = commonBlock(lines);
  const end = endOfRun(page, starts, holder);
  const spans = starts.map((start, at) => ({ from: start, to: starts[at + 1] ?? end, block: (lines[at] as Line).block }));
  return candidate(page, headed ? "headed" : "numbered", holder, spans);
}

function commonBlock(lines: readonly Line[]): Block {
  let holder = (lines[0] as Line).block;
  const last = lines.at(-1) as Line;
  while (holder.parent !== undefined && !lies(last.block, holder)) holder = holder.parent;
  // A block that is itself the numbered line, such as a paragraph with breaks, holds the run.
  return holder;
}

function lies(block: Block, holder: Block): boolean {
  return block.from >= holder.from && block.to <= holder.to && block.depth >= holder.depth;
}

/** Where the last step ends: before the next heading, and not beyond what steps before it hold. */
function endOfRun({ lines }: Outline, starts: readonly number[], holder: Block): number {
  const last = starts.at(-1) as number;
  const { heading } = lines[last] as Line;
  let bound = last + 1;
  while (bound < holder.to && ((lines[bound] as Line).heading === 0 || (heading > 0 && (lines[bound] as Line).heading > heading))) bound++;
  // What the block holds beside its numbered lines is theirs, where it holds nothing before them.
  if (heading > 0 || holder.from === starts[0]) return bound;
  let own = last + 1;
  const child = childOf(holder, (lines[last] as Line).block);
  if (child !== undefined && child.to > own) own = Math.min(child.to, bound);
  while (own < bound) {
    const line = lines[own] as Line;
    const next = childOf(holder, line.block);
    const introduced = /[:：]$/.test((lines[own - 1] as Line).text);
    const isList = next !== undefined && (next.tag === "ul" || next.tag === "ol" || next.tag === "pre" || next.tag === "dl");
    if (!introduced && !isList) break;
    own = Math.min(bound, Math.max(own + 1, next?.to ?? 0));
  }
  return own;
}

function childOf(holder: Block, block: Block): Block | undefined {
  let child: Block | undefined = block;
  while (child !== undefined && child.parent !== holder) child = child.parent;
  return child;
}

/** Lists of one kind under titles of their own ("For the dough"), taken as the parts of one procedure. */
function partsOf(page: Outline, lists: readonly Candidate[]): Candidate[] {
  const kinds = Map.groupBy(
    lists.filter(({ kind }) => kind !== "headed" && kind !== "broken"),
    ({ kind, block }) => `${kind} ${signature(block)} ${block.parent === undefined ? "" : signature(block.parent)} ${block.depth}`,
  );
  return [...kinds.values()].flatMap((same) => {
    const many = new Map<Block | undefined, number>();
    for (const { block } of same) for (const up of [block.parent, block.parent?.parent]) many.set(up, (many.get(up) ?? 0) + 1);
    const isShared = (up: Block | undefined): boolean => up !== undefined && (many.get(up) ?? 0) > 1;
    /** Runs of paragraphs lie in one block; other lists under the nearest of parent and grandparent that has several of them. */
    const holderOf = ({ kind, block }: Candidate): Block =>
      kind === "paragraphs" ? block : ([block.parent, block.parent?.parent].find(isShared) ?? block);
    return [...Map.groupBy(same, holderOf)].flatMap(([holder, group]) => inParts(page, holder, group));
  });
}

function inParts(page: Outline, holder: Block, group: readonly Candidate[]): Candidate[] {
  // Runs of paragraphs that overlap are no parts of each other.
  const parts = group.filter((one, at) => at === 0 || one.from >= (group[at - 1] as Candidate).to);
  if (parts.length < 2) return [];
  const items = parts.flatMap((part, at) => {
    const after = at === 0 ? holder.from : (parts[at - 1] as Candidate).to;
    const title = titleBetween(page, after, part.from);
    return part.items.map((item) => ({ ...item, section: title }));
  });
  if (items.length > MOST) return [];
  if (!areNumberedOn(parts) && !isAnnounced(page, [{ block: holder, from: startOf(items, parts) }], holder)) return [];
  const [first, last] = [parts[0] as Candidate, parts.at(-1) as Candidate];
  return [{ kind: "parts", block: holder, items, from: first.from, to: last.to, parts }];
}

/** Ordered lists each of which takes up the numbers where the one before it stopped: `<ol start="7">` after six items. */
export function areNumberedOn(parts: readonly Candidate[]): boolean {
  return parts.every(({ block, items }, at) => {
    const next = parts[at + 1];
    return block.tag === "ol" && (next === undefined || startNumber(next.block) === startNumber(block) + items.length);
  });
}

function startNumber({ element }: Block): number {
  return Number(element.attribs.start ?? 1);
}

/** Where a list begins, the title of its first section included. */
export function startOf(items: readonly Item[], [first]: readonly { readonly from: number }[]): number {
  const from = first?.from ?? 0;
  return items[0]?.section === from - 1 ? from - 1 : from;
}

/** The last line between two lists, where it reads like a title. */
function titleBetween({ lines }: Outline, after: number, from: number): number {
  const line = lines[from - 1];
  return line !== undefined && from - 1 >= after && (line.heading > 0 || line.text.length <= 60) ? from - 1 : -1;
}

function itemOf({ lines }: Outline, { block, from, to }: Span, number: number): Item {
  let begin = from;
  // A line that is nothing but the step's number says nothing.
  while (begin < to - 1 && unnumbered((lines[begin] as Line).text, number) === "") begin++;
  const head = lines[begin] as Line;
  if (begin < to - 1 && head.heading > 0) {
    const title = unnumbered(head.text, number);
    if (title !== "") return { from, to, block, section: -1, title, text: textOf(lines, begin + 1, to) };
  }
  return { from, to, block, section: -1, text: unnumbered(textOf(lines, begin, to), number) };
}
