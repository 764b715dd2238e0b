import { type AnyNode, type Document, type Element, isTag, isText } from "domhandler";
import { isLabel, MAX_STEPS } from "./steps.ts";
import { isInline, isSilent, linesOf, type Skip, textOf } from "./text.ts";

/** A line of instructions in free markup: a step, or the heading of those that follow. */
export interface Part {
  readonly text: string;
  readonly heading: boolean;
  /** The item, the paragraph, or what holds the line; none in a fragment that has no element around it. */
  readonly element: Element | undefined;
}

const LISTS = new Set(["ol", "ul"]);
const HEADINGS = new Set(["h1", "h2", "h3", "h4", "h5", "h6", "legend", "dt", "summary"]);
const BOLD = new Set(["u", "em", "i", "span", "a", "font"]);
const SKIPPED = new Set(["figcaption", "nav"]);

/** Characters that a heading in bold print has at most. */
const HEADING_LENGTH = 80;

/**
 * Instructions in free markup, as editors leave them: lists with headings between them, paragraphs, lines with breaks, or all in one.
 * Each item of a list is one step with all it holds, and so is each line outside of lists. Labels that stand alone ("Step 1", "2.")
 * are no steps: what follows up to the next one is. Stops where there are too many for a procedure.
 */
export function partsOf(root: Element | Document, skip?: Skip): Part[] {
  const parts: Part[] = [];
  visit(root, parts, (element) => SKIPPED.has(element.name) || isSilent(element) || skip?.(element) === true);
  // A line in bold print that heads nothing is a line like any other.
  const told = parts.map((part, at) =>
    part.heading && (parts[at + 1]?.heading ?? true) && !isHeading(part.element) ? { ...part, heading: false } : part,
  );
  return joinLabelled(told);
}

/** Whether a part is an item of a list. */
export function isItem({ element }: Part): boolean {
  return element?.name === "li" || element?.name === "dd";
}

function visit(element: Element | Document, parts: Part[], skip: Skip): void {
  let inline: AnyNode[] = [];
  const flush = (): void => {
    if (parts.length > MAX_STEPS) return;
    for (const line of brokenLines(inline, skip)) parts.push({ ...line, element: isTag(element) ? element : undefined });
    inline = [];
  };
  for (const child of element.children) {
    if (parts.length > MAX_STEPS) return;
    if (isText(child)) inline.push(child);
    if (!isTag(child) || skip(child)) continue;
    if ((isInline(child) && !holdsBlocks(child)) || child.name === "br") {
      inline.push(child);
      continue;
    }
    flush();
    if (HEADINGS.has(child.name)) add(parts, child, textOf(child, skip), true);
    else if (child.name === "li" || child.name === "dd") item(child, parts, skip);
    else visit(child, parts, skip);
  }
  flush();
}

/** An item is a step; one that is a list with a heading is a section. */
function item(element: Element, parts: Part[], skip: Skip): void {
  const inside = sectionOf(element, skip);
  if (inside === undefined) add(parts, element, textOf(element, skip), false);
  else {
    add(parts, element, inside.heading, true);
    visit(inside.list, parts, skip);
  }
}

function sectionOf(element: Element, skip: Skip): { heading: string; list: Element } | undefined {
  const list = firstList(element);
  if (list === undefined) return undefined;
  const heading = textOf(element, (one) => one === list || skip(one));
  const short = heading.length <= HEADING_LENGTH && !/[.!?。]$/.test(heading);
  const items = list.children.filter((child) => isTag(child) && child.name === "li");
  return short && items.length > 0 && (hasHeading(element, list) || /[:：]$/.test(heading)) ? { heading, list } : undefined;
}

function firstList(element: Element): Element | undefined {
  for (const child of element.children) {
    if (!isTag(child)) continue;
    const found = LISTS.has(child.name) ? child : child.name === "div" ? firstList(child) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function hasHeading(element: Element, list: Element): boolean {
  return element.children.some(
    (child) => isTag(child) && child !== list && (HEADINGS.has(child.name) || (child.name !== "li" && hasHeading(child, list))),
  );
}

function add(parts: Part[], element: Element, text: string, heading: boolean): void {
  if (text !== "") parts.push({ text, heading, element });
}

function isHeading(element: Element | undefined): boolean {
  return element !== undefined && (HEADINGS.has(element.name) || element.name === "li");
}

/** Where labels stand alone, each opens a step that holds what follows up to the next label or heading. */
function joinLabelled(parts: readonly Part[]): Part[] {
  if (!parts.some(({ text }) => isLabel(text))) return [...parts];
  const joined: Part[] = [];
  let open: Part | undefined;
  for (const part of parts) {
    if (isLabel(part.text)) open = { ...part, text: "" };
    else if (part.heading || open === undefined) {
      joined.push(part);
      if (part.heading && open?.text !== "") open = undefined;
    } else {
      if (open.text !== "") joined.pop();
      open = { ...part, element: open.text === "" ? part.element : open.element, text: `${open.text} ${part.text}`.trim() };
      joined.push(open);
    }
  }
  return joined;
}

/** Whether an inline element is misused to hold blocks. */
function holdsBlocks(element: Element): boolean {
  return element.children.some(
    (child) => isTag(child) && !isSilent(child) && child.name !== "br" && (!isInline(child) || holdsBlocks(child)),
  );
}

/** Inline content cut at its breaks. */
function brokenLines(nodes: readonly AnyNode[], skip: Skip): { text: string; heading: boolean }[] {
  const runs: AnyNode[][] = [[]];
  for (const node of nodes) {
    if (isTag(node) && node.name === "br") runs.push([]);
    else runs.at(-1)?.push(node);
  }
  return runs.flatMap((run) => {
    const lines = linesOf(run, skip);
    const heading = lines.length === 1 && headsWhatFollows(lines[0] as string, run);
    return lines.map((text) => ({ text, heading }));
  });
}

function headsWhatFollows(text: string, run: readonly AnyNode[]): boolean {
  if (text.length > HEADING_LENGTH) return false;
  return /[:：]$/.test(text) || (run.every((node) => isBlank(node) || isBold(node)) && !/[.!。]$/.test(text));
}

function isBold(node: AnyNode): boolean {
  if (!isTag(node)) return false;
  if (node.name === "b" || node.name === "strong") return true;
  return BOLD.has(node.name) && !node.children.every(isBlank) && node.children.every((child) => isBlank(child) || isBold(child));
}

function isBlank(node: AnyNode): boolean {
  return isText(node) && node.data.trim() === "";
}
