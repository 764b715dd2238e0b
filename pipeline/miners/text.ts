import { type AnyNode, type Element, hasChildren, isTag, isText } from "domhandler";

/** Elements whose content is no text of the page. */
const SILENT = new Set(
  "script style noscript template head title svg iframe object audio video canvas select textarea button datalist map".split(" "),
);

/** Elements that stand in the flow of a line; every other element starts a line of its own. */
const INLINE = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark math q ruby rb rp rt s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);

/**
 * The text of a node as people see it, line by line: a block and a `<br>` start a new line, white space is folded, empty lines are left out.
 * Walks without recursion: pages are nested as deep as their authors, or attackers, like.
 * @param skip elements that are left out with all they hold
 */
export function linesOf(root: AnyNode, skip?: (element: Element) => boolean): string[] {
  const lines: string[] = [];
  let line = "";
  const flush = (): void => {
    const text = clean(line);
    if (text !== "") lines.push(text);
    line = "";
  };
  let node: AnyNode | null = root;
  while (node !== null) {
    if (isText(node)) line += node.data;
    const enters: boolean = hasChildren(node) && !(isTag(node) && node !== root && (SILENT.has(node.name) || skip?.(node) === true));
    if (isTag(node) && !INLINE.has(node.name)) flush();
    if (enters && (node as { firstChild: AnyNode | null }).firstChild !== null) {
      node = (node as { firstChild: AnyNode | null }).firstChild;
      continue;
    }
    while (node !== null && node !== root && node.next === null) {
      node = node.parent as AnyNode | null;
      if (node !== null && isTag(node) && !INLINE.has(node.name)) flush();
    }
    node = node === null || node === root ? null : node.next;
  }
  flush();
  return lines;
}

/** The text of a node as people see it, on one line. */
export function textOf(root: AnyNode, skip?: (element: Element) => boolean): string {
  return linesOf(root, skip).join(" ");
}

/** Folds white space, no-break spaces too, and drops what has no width: soft hyphens, joiners at the edges of words, marks of direction, byte order marks. */
export function clean(text: string): string {
  return text
    .replace(/[\u00AD\u200B\u200E\u200F\u2060\uFEFF\uFFFC]/g, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}
