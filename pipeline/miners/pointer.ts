import { type AnyNode, type Element, isTag } from "domhandler";

/** Kept on the elements themselves: weak maps would hold whole pages in memory until the next full collection. */
const PATH = Symbol("path");
const PLACE = Symbol("place");

interface Known extends Element {
  [PATH]?: string;
  [PLACE]?: number;
}

/**
 * CSS selector of an element that no other element of its page answers: `html > body:nth-child(2) > ol:nth-child(5) > li:nth-child(1)`.
 * Ids are not trusted: real pages repeat them.
 */
export function pointerTo(element: Element): string {
  // Paths and places are kept, and a path begins with its parent's: a list of a million items costs a million appends.
  const chain: Known[] = [];
  let node: AnyNode | null = element;
  while (node !== null && isTag(node) && (node as Known)[PATH] === undefined) {
    chain.push(node);
    node = node.parent as AnyNode | null;
  }
  let path = node !== null && isTag(node) ? (node as Known)[PATH] : undefined;
  for (const one of chain.reverse()) {
    path = path === undefined ? top(one) : `${path} > ${one.name}:nth-child(${placeOf(one)})`;
    one[PATH] = path;
  }
  return path as string;
}

function top(element: Element): string {
  return element.name === "html" ? "html" : `:root:nth-child(${placeOf(element)})`;
}

function placeOf(element: Known): number {
  if (element[PLACE] === undefined) {
    let place = 0;
    for (const one of element.parent?.children ?? [element]) if (isTag(one)) (one as Known)[PLACE] = ++place;
  }
  return element[PLACE] as number;
}
