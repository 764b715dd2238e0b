import { areNumberedOn, type Candidate, type Item, KINDS, type Kind } from "./candidates.ts";
import type { Context } from "./context.ts";
import { type Line, type Outline, ROLE } from "./outline.ts";
import {
  ALTERNATIVE,
  AMOUNT,
  CHOICE_LEAD,
  commanding,
  DESCRIBING,
  DONE,
  GERUND,
  GOAL_FORM,
  knowsCommands,
  NUMBERED_HEADING,
  OTHER_HEADING,
  OTHER_LEAD,
  PROCEDURE_LABEL,
  PURPOSE,
  PURPOSE_LEAD,
  STEPS_HEADING,
  STEPS_LEAD,
} from "./words.ts";

/** A way through menus: `File ▸ Save`, `Tools - Options`. */
const MENU_PATH = /[▸→▶►]|(?<=\S) > (?=\p{Lu})|\p{L} [-–] \p{Lu}\p{L}+/u;

/** Names of the features, in the order in which `features` gives their values. */
export const FEATURES = [
  ...KINDS.map((kind) => `is ${kind}`),
  "items",
  "mean length",
  "shortest",
  "longest",
  "spread of lengths",
  "begin with a command",
  "hold a command",
  "most common first word",
  "end like sentences",
  "end with a colon",
  "begin with a capital",
  "begin with an amount",
  "describe",
  "define a term",
  "titled",
  "hold a menu path",
  "links",
  "items that are links",
  "lines per item",
  "steps class",
  "other class",
  "aside class",
  "steps heading",
  "steps heading above",
  "other heading",
  "goal heading",
  "heading commands",
  "heading near",
  "steps lead",
  "purpose lead",
  "choice lead",
  "other lead",
  "lead ends with a colon",
  "lead commands",
  "lead near",
  "place",
  "share of page",
  "title is a goal",
  "siblings alike",
  "numbered items",
  "sections",
  "ask",
  "digits",
  "tell what was done",
  "say what for",
  "alternatives",
  "menu path in the first",
  "length of the last",
  "ordered lists",
  "part of more",
  "labelled a procedure",
  "numbered headings",
  "numbered on",
] as const;

/** What is the same for all candidates of a page. */
export interface PageFacts {
  readonly lang: string;
  readonly title: string;
  /** How many candidates of each kind it has. */
  readonly kinds: ReadonlyMap<Kind, number>;
  /** A candidate's larger whole, where it is part of one. */
  readonly partOf: ReadonlyMap<Candidate, Candidate>;
  /** What `commanding` said of a text: overlapping candidates ask again. */
  readonly commands: Map<string, 0 | 1 | 2>;
}

/** One value per feature. Shares are 0 to 1; a share that cannot be told for a language is 0.5. */
export function features(page: Outline, one: Candidate, { heading, above, lead }: Context, facts: PageFacts): number[] {
  const { kind, items, from, to, block } = one;
  const { lang, title } = facts;
  const share = (test: (item: Item) => boolean): number => items.filter(test).length / items.length;
  const full = items.map(({ title, text }) => (title === undefined ? text : text === "" ? title : `${title}. ${text}`));
  const lengths = full.map(({ length }) => length);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const spread = Math.sqrt(lengths.reduce((sum, length) => sum + (length - mean) ** 2, 0) / lengths.length) / Math.max(1, mean);
  const knows = knowsCommands(lang);
  const commands = items.map(({ title, text }) => Math.max(told(text, facts), told(title ?? "", facts)));
  const firstWords = new Map<string, number>();
  for (const text of full) {
    const word = text.slice(0, 30).toLowerCase().split(/\s/, 1)[0] ?? "";
    firstWords.set(word, (firstWords.get(word) ?? 0) + 1);
  }
  const chars = Math.max(1, (page.before[to] as number) - (page.before[from] as number));
  const all = Math.max(1, page.before.at(-1) as number);
  let links = 0;
  let numbers = 0;
  for (let at = from; at < to; at++) links += (page.lines[at] as Line).links;
  for (const item of items) if (/^[(]?\d{1,2}\s?[.)]/.test((page.lines[item.from] as Line).text)) numbers++;
  const head = heading === -1 ? "" : (page.lines[heading] as Line).text;
  const headAbove = above === -1 ? "" : (page.lines[above] as Line).text;
  const led = lead === -1 ? "" : (page.lines[lead] as Line).text;
  const role = holderRole(one);
  const whole = facts.partOf.get(one);
  const parts = one.parts ?? whole?.parts;
  const numberedOn = parts !== undefined && areNumberedOn(parts);
  return [
    ...KINDS.map((name) => Number(name === kind)),
    items.length,
    Math.min(mean, 600),
    Math.min(...lengths),
    Math.min(1000, Math.max(...lengths)),
    spread,
    knows ? commands.filter((value) => value === 2).length / items.length : 0.5,
    knows ? commands.filter((value) => value >= 1).length / items.length : 0.7,
    Math.max(...firstWords.values()) / items.length,
    share(({ text, title }) => /[.!?。)…]["”»]?$/.test(text === "" ? (title ?? "") : text)),
    share(({ text }) => /[:：]$/.test(text)),
    share(({ text, title }) => /^["“„«([]?\p{Lu}/u.test(title ?? text)),
    share(({ text }) => AMOUNT.test(text)),
    share(({ text }) => DESCRIBING.test(text)),
    share(({ text, title }) => title === undefined && /^[^.!?]{1,40}?(?:[:：](?=\s)|\s[–—-]\s)/u.test(text)),
    share(({ title }) => title !== undefined),
    share(({ text }) => MENU_PATH.test(text)),
    links / chars,
    share(({ from: at }) => (page.lines[at] as Line).links >= (page.lines[at] as Line).text.length * 0.9),
    Math.min(10, (to - from) / items.length),
    Number((role & ROLE.steps) !== 0),
    Number((role & ROLE.other) !== 0),
    Number((role & ROLE.aside) !== 0),
    Number(STEPS_HEADING.test(head)),
    Number(STEPS_HEADING.test(headAbove)),
    Number(OTHER_HEADING.test(head)),
    Number(GOAL_FORM.test(head)) + Number(GERUND.test(head)),
    told(head, facts),
    heading === -1 ? 60 : Math.min(60, from - heading),
    Number(STEPS_LEAD.test(led)),
    Number(PURPOSE_LEAD.test(led)),
    Number(CHOICE_LEAD.test(led)),
    Number(OTHER_LEAD.test(led)),
    Number(/[:：]$/.test(led)),
    told(led, facts),
    lead === -1 ? 0 : Number((page.lines[lead] as Line).block.depth >= block.depth - 3),
    (page.before[from] as number) / all,
    chars / all,
    Number(GOAL_FORM.test(title)) + Number(GERUND.test(title)) + told(title, facts),
    Math.min(20, facts.kinds.get(kind) ?? 0),
    numbers / items.length,
    new Set(items.map(({ section }) => section)).size,
    share(({ text }) => /[?？]/.test(text)),
    share(({ text }) => /\d/.test(text)),
    share(({ text }) => DONE.test(text)),
    share(({ text }) => PURPOSE.test(text)),
    share(({ text }) => ALTERNATIVE.test(text)),
    Number(MENU_PATH.test(items[0]?.text ?? "")),
    (lengths.at(-1) ?? 0) / Math.max(1, mean),
    Math.min(10, facts.kinds.get("ol") ?? 0),
    // Procedures of help pages lie side by side as well; where steps are announced once, for all, they are parts.
    role & ROLE.steps || STEPS_HEADING.test(headAbove) || numberedOn ? Math.min(10, whole?.parts?.length ?? 0) : 0,
    Number(PROCEDURE_LABEL.test(head)),
    Number(NUMBERED_HEADING.test(head)) + Number(NUMBERED_HEADING.test(headAbove)),
    Number(numberedOn),
  ];
}

function told(text: string, { lang, commands }: PageFacts): 0 | 1 | 2 {
  if (text === "") return 0;
  const before = commands.get(text);
  if (before !== undefined) return before;
  const now = commanding(text, lang);
  commands.set(text, now);
  return now;
}

/** What the classes of the candidate, of what is around it and of its steps say. */
function holderRole({ block, items }: Candidate): number {
  const own = items.filter((item) => item.block.role & ROLE.steps).length * 2 >= items.length ? ROLE.steps : 0;
  return block.role | own;
}
