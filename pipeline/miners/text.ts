import { type AnyNode, type Element, hasChildren, isTag, isText } from "domhandler";

/** Elements whose content is no text of the page. */
const SILENT = new Set(
  "script style noscript template head title svg iframe object audio video canvas select textarea button datalist map".split(" "),
);

/** Elements that stand in the flow of a line; every other element starts a line of its own. HTML, then DocBook, Mallard and DITA. */
const INLINE = new Set(
  [
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark math q ruby rb rp rt s samp small span strike strong sub sup time tt u var wbr",
    "application command computeroutput constant emphasis envar filename firstterm function guibutton guiicon guilabel guimenu guimenuitem guisubmenu indexterm keycap keycode keycombo keysym link literal menuchoice mousebutton option package parameter phrase prompt quote replaceable shortcut systemitem trademark type ulink userinput varname xref",
    "app cmd file gui guiseq input key keyseq output sys",
    "apiname cmdname codeph filepath keyword menucascade msgph parmname ph systemoutput term uicontrol wintitle",
  ].flatMap((names) => names.split(" ")),
);

/** Elements that a caller leaves out, with all they hold. */
export type Skip = (element: Element) => boolean;

export function isSilent(element: Element): boolean {
  return SILENT.has(element.name);
}

export function isInline(element: Element): boolean {
  return INLINE.has(element.name);
}

/**
 * The text of nodes as people see it, line by line: a block and a `<br>` start a new line, white space is folded, empty lines are left out.
 * Walks without recursion: fragments are nested as deep as their authors, or attackers, like.
 */
export function linesOf(nodes: AnyNode | readonly AnyNode[], skip?: Skip): string[] {
  const lines: string[] = [];
  let line = "";
  const flush = (): void => {
    const text = clean(line);
    if (text !== "") lines.push(text);
    line = "";
  };
  const walk = (root: AnyNode): void => {
    let node: AnyNode | null = root;
    while (node !== null) {
      const block: boolean = isTag(node) && !isInline(node);
      if (isText(node)) line += node.data;
      else if (block) flush();
      const left: boolean = isTag(node) && node !== root && (isSilent(node) || skip?.(node) === true);
      const first: AnyNode | null = !left && hasChildren(node) ? node.firstChild : null;
      if (first !== null) {
        node = first;
        continue;
      }
      while (node !== null && node !== root && node.next === null) {
        node = node.parent as AnyNode;
        if (isTag(node) && !isInline(node)) flush();
      }
      node = node === null || node === root ? null : node.next;
    }
  };
  for (const node of Array.isArray(nodes) ? (nodes as readonly AnyNode[]) : [nodes as AnyNode]) walk(node);
  flush();
  return lines;
}

/** The text of a node as people see it, on one line. */
export function textOf(root: AnyNode, skip?: Skip): string {
  return linesOf(root, skip).join(" ");
}

/** What most short texts have none of, and are left as they are. */
const UNCLEAN = /^\s|\s$|\s\s|[^\S ]|[\p{Cc}\u00AD\u200B\u200E\u200F\u2060\uFFFC]/u;

/** Folds white space, no-break spaces too, and drops what has no width: soft hyphens, joiners at the edges of words, marks of direction, byte order marks. */
export function clean(text: string): string {
  if (!UNCLEAN.test(text)) return text;
  return text
    .replace(/[\u00AD\u200B\u200E\u200F\u2060\uFEFF\uFFFC]/g, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}
