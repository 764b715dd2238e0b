import { type AnyNode, type Document, type Element, isTag, isText } from "domhandler";

import { isInline, isSilent, linesOf, type Skip, textOf } from "./text.ts";

/** A line of instructions in free markup: a step, or the heading of those that follow. */
export interface Part {
  readonly text: string;
  readonly heading: boolean;
  /** The item, the paragraph, or what holds the line; none in a fragment that has no element around it. */
  readonly element: Element | undefined;
}

const ITEMS = new Set(["li", "dd"]);
const HEADINGS = new Set(["h1", "h2", "h3", "h4", "h5", "h6", "legend", "dt", "summary"]);
const BOLD = new Set(["b", "strong", "u", "em", "i", "span", "a", "font"]);

/** Characters that a heading in bold print has at most. */
const HEADING_LENGTH = 80;

/**
 * Instructions in free markup, as editors leave them: lists with headings between them, paragraphs, lines with breaks, or all in one.
 * Each item of an outermost list is one step with all it holds, and so is each line outside of lists.
 */
export function partsOf(root: Element | Document, skip?: Skip): Part[] {
  const parts: Part[] = [];
  visit(root, parts, skip);
  // A line in bold print that heads nothing is a line like any other.
  return parts.map((part, at) =>
    part.heading && (parts[at + 1]?.heading ?? true) && !isHeading(part.element) ? { ...part, heading: false } : part,
  );
}

function visit(element: Element | Document, parts: Part[], skip: Skip | undefined): void {
  let inline: AnyNode[] = [];
  const flush = (): void => {
    for (const line of brokenLines(inline, skip)) parts.push({ ...line, element: isTag(element) ? element : undefined });
    inline = [];
  };
  for (const child of element.children) {
    if (isTag(child)) {
      if (isSilent(child) || skip?.(child)) continue;
      if (isInline(child) || child.name === "br") {
        if (holdsBlocks(child)) {
          flush();
          visit(child, parts, skip);
        } else inline.push(child);
        continue;
      }
      flush();
      if (HEADINGS.has(child.name)) add(parts, child, textOf(child, skip), true);
      else if (ITEMS.has(child.name)) add(parts, child, textOf(child, skip), false);
      else visit(child, parts, skip);
    } else if (isText(child)) inline.push(child);
  }
  flush();
}

function isHeading(element: Element | undefined): boolean {
  return element !== undefined && HEADINGS.has(element.name);
}

function add(parts: Part[], element: Element, text: string, heading: boolean): void {
  if (text !== "") parts.push({ text, heading, element });
}

/** Whether an inline element is misused to hold blocks. */
function holdsBlocks(element: Element): boolean {
  return element.children.some(
    (child) => isTag(child) && !isSilent(child) && child.name !== "br" && (!isInline(child) || holdsBlocks(child)),
  );
}

/** Inline content cut at its breaks. */
function brokenLines(nodes: readonly AnyNode[], skip: Skip | undefined): { text: string; heading: boolean }[] {
  const runs: AnyNode[][] = [[]];
  for (const node of nodes) {
    if (isTag(node) && node.name === "br") runs.push([]);
    else runs.at(-1)?.push(node);
  }
  return runs.flatMap((run) => {
    // A break inside an inline element cuts too; its halves are never headings.
    const lines = linesOf(run, skip);
    const told = run.filter((node) => !isText(node) || node.data.trim() !== "");
    const text = lines[0] ?? "";
    const heading =
      lines.length === 1 && text.length <= HEADING_LENGTH && (/[:：]$/.test(text) || (told.every(isBold) && !/[.!。]$/.test(text)));
    return lines.map((line) => ({ text: line, heading }));
  });
}

function isBold(node: AnyNode): boolean {
  if (!isTag(node)) return false;
  if (node.name === "b" || node.name === "strong") return true;
  const told = node.children.filter((child) => !isText(child) || child.data.trim() !== "");
  return BOLD.has(node.name) && told.length > 0 && told.every(isBold);
}
