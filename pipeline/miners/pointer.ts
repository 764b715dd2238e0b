import { type AnyNode, type Element, isTag, type ParentNode } from "domhandler";

const places = new WeakMap<ParentNode, Map<Element, number>>();
const paths = new WeakMap<Element, string>();

/**
 * CSS selector of an element that no other element of its page answers: `html > body:nth-child(2) > ol:nth-child(5) > li:nth-child(1)`.
 * Ids are not trusted: real pages repeat them.
 */
export function pointerTo(element: Element): string {
  // Paths and places are kept, and a path begins with its parent's: a list of a million items costs a million appends.
  const chain: Element[] = [];
  let node: AnyNode | null = element;
  while (node !== null && isTag(node) && !paths.has(node)) {
    chain.push(node);
    node = node.parent as AnyNode | null;
  }
  for (const one of chain.reverse()) {
    const parent = one.parent;
    const above = parent !== null && isTag(parent as AnyNode) ? paths.get(parent as Element) : undefined;
    paths.set(one, above === undefined ? top(one) : `${above} > ${one.name}:nth-child(${placeOf(one)})`);
  }
  return paths.get(element) as string;
}

function top(element: Element): string {
  return element.name === "html" ? "html" : `:root:nth-child(${placeOf(element)})`;
}

function placeOf(element: Element): number {
  const parent = element.parent;
  if (parent === null) return 1;
  let known = places.get(parent);
  if (known === undefined) {
    known = new Map();
    for (const child of parent.children) if (isTag(child)) known.set(child, known.size + 1);
    places.set(parent, known);
  }
  return known.get(element) as number;
}
