import type { AnyNode, Element, ParentNode } from "domhandler";

/** What is read as one line of text on the page: between two breaks, by a block or by `br`. */
export interface Line {
  text: string;
  /** Characters of it that are links. */
  links: number;
  /** Whether all of it is bold. */
  bold: boolean;
  /** 1 to 6 inside of h1 to h6; 7 where it only looks like a heading: short, bold and alone in its block; else 0. */
  heading: number;
  /** Innermost block that holds it. */
  readonly block: Block;
}

/** A block-level element with the lines in it. */
export interface Block {
  readonly element: Element;
  readonly tag: string;
  readonly parent: Block | undefined;
  readonly children: Block[];
  readonly depth: number;
  /** Its lines are those from `from` up to, not with, `to`. */
  readonly from: number;
  to: number;
  /** What its name and classes say of it and of what is around it. */
  role: Role;
}

/** A page as lines in reading order, and the blocks around them. */
export interface Outline {
  readonly lines: readonly Line[];
  /** In document order; each before what is inside it. */
  readonly blocks: readonly Block[];
  /** Characters of all lines before a line; one more entry than there are lines. */
  readonly before: readonly number[];
  /** The same of those in links. */
  readonly linksBefore: readonly number[];
  /** Nearest heading before a line; -1 where there is none. */
  readonly headingBefore: readonly number[];
}

/** Bits. A block has those of the blocks around it. */
export type Role = number;
export const ROLE = {
  /** Navigation, by the element or its role: never steps. */
  navigation: 1,
  steps: 2,
  /** Ingredients, notes, reviews and the like. */
  other: 4,
  /** Beside the page's text, by its class; such classes are often wrong. */
  aside: 8,
} as const;

const words = (list: string): Set<string> => new Set(list.split(" "));
const INLINE = words(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark math meter nobr output picture progress q rb rp rt ruby s samp small source span strike strong sub sup svg time track tt u var wbr",
);
const UNSEEN = words(
  "audio button canvas datalist embed head iframe link map meta noembed noframes noscript object param script select style svg template textarea title video",
);
const NAVIGATION = words("nav footer dialog menu");
const NAVIGATION_ROLE = words("navigation banner contentinfo menu menubar search dialog tablist toolbar");
const BOLD = words("b strong th");
const HEADINGS = words("h1 h2 h3 h4 h5 h6");

const STEPS_CLASS =
  /instruction|direction|method|\bstep|steps?\b|step(?:s|list|wise)|prepar|procedure|how-?to|zubereit|anleitung|preparacion|elaboracion|fremgangsm|tillag|bereiding|etape|préparation|procedimiento|modo-?de|postup|elkeszit/i;
const ASIDE_CLASS =
  /\b(?:nav|navbar|menu|footer|sidebar|breadcrumbs?|toc|table-of-contents|pagination|pager|share|sharing|social|related|comments?|comment-?list|respond|newsletter|cookie|advert|ads?|promo|widget|tags?)\b|(?:^|[_\s-])(?:nav|menu|footer|sidebar|comment|related|breadcrumb|toc)(?:$|[_\s-])/i;
const OTHER_CLASS = /ingredient|zutat|nutrition|equipment|notes?\b|\btips?\b|review|faq|zutaten|ingrédient|utensil|tool/i;
const HIDDEN_CLASS = /\b(?:sr-only|screen-reader-text|visually-hidden|visuallyhidden|a11y-hidden)\b/;

/** Lines that interrupt a text on its way to the reader. */
const NOISE =
  /^(?:advertisement|advertising|anzeige|werbung|publicité|publicidad|pubblicità|reklame|annons|реклама|read more|photo|image|video)$/i;

/** Lines longer than this do not stand for headings. */
const HEADING_LENGTH = 90;

/** Reads a parsed page. Works on its own stack: pages nest deeper than calls can. */
export function outline(root: ParentNode): Outline {
  const lines: Line[] = [];
  const blocks: Block[] = [];
  const roles = new Map<string, Role>();
  const top: Block = { element: root as Element, tag: "", parent: undefined, children: [], depth: 0, from: 0, to: 0, role: 0 };
  let block = top;
  let heading = 0;
  let text = "";
  let links = 0;
  let bold = 0;
  let inLink = 0;
  let inBold = 0;

  const endLine = (): void => {
    if (text === "") return;
    const whole = text.replace(/\s+/gu, " ").trim();
    text = "";
    if (whole !== "" && !NOISE.test(whole))
      lines.push({ text: whole, links: Math.min(links, whole.length), bold: bold >= whole.length * 0.95, heading, block });
    links = 0;
    bold = 0;
  };
  const enter = (element: Element): boolean => {
    const { name } = element;
    if (UNSEEN.has(name) || isHidden(element)) return false;
    if (name === "br" || name === "hr") endLine();
    else if (INLINE.has(name)) {
      if (name === "a") inLink++;
      if (BOLD.has(name)) inBold++;
    } else {
      endLine();
      const inner: Block = {
        element,
        tag: name,
        parent: block,
        children: [],
        depth: block.depth + 1,
        from: lines.length,
        to: lines.length,
        role: roleOf(element, roles),
      };
      block.children.push(inner);
      blocks.push(inner);
      block = inner;
      if (HEADINGS.has(name)) heading = Number(name[1]);
      if (BOLD.has(name)) inBold++;
    }
    return true;
  };
  const leave = (element: Element): void => {
    const { name } = element;
    if (name === "br" || name === "hr") return;
    if (name === "a") inLink--;
    if (BOLD.has(name)) inBold--;
    if (INLINE.has(name)) return;
    endLine();
    block.to = lines.length;
    if (HEADINGS.has(name)) heading = 0;
    block = block.parent ?? top;
  };

  let node: AnyNode | null = root.firstChild;
  while (node !== null && node !== (root as AnyNode)) {
    if (node.type === "text") {
      text += node.data;
      if (inLink > 0) links += node.data.length;
      if (inBold > 0) bold += node.data.trim().length;
    } else if ("name" in node && "attribs" in node && enter(node)) {
      if (node.firstChild !== null) {
        node = node.firstChild;
        continue;
      }
      leave(node);
    }
    while (node.next === null) {
      const parent: ParentNode | null = node.parent;
      if (parent === null || parent === root) {
        node = null;
        break;
      }
      leave(parent as Element);
      node = parent;
    }
    if (node !== null) node = node.next;
  }
  endLine();
  top.to = lines.length;
  for (const line of lines)
    if (line.heading === 0 && line.bold && line.text.length <= HEADING_LENGTH && line.block.to - line.block.from === 1) line.heading = 7;
  const before = sums(lines, ({ text }) => text.length);
  inheritRoles(blocks, before);
  return { lines, blocks, before, linksBefore: sums(lines, (line) => line.links), headingBefore: headingsBefore(lines) };
}

function headingsBefore(lines: readonly Line[]): number[] {
  let last = -1;
  return lines.map(({ heading }, at) => {
    const before = last;
    if (heading > 0) last = at;
    return before;
  });
}

function sums(lines: readonly Line[], measure: (line: Line) => number): number[] {
  const before = [0];
  let sum = 0;
  for (const line of lines) {
    sum += measure(line);
    before.push(sum);
  }
  return before;
}

/** A block that holds most of the page is called after its layout ("content-sidebar"), not after what is in it. */
const MOST = 0.6;

function inheritRoles(blocks: readonly Block[], before: readonly number[]): void {
  const all = before.at(-1) as number;
  for (const block of blocks) {
    const share = ((before[block.to] as number) - (before[block.from] as number)) / all;
    const around = block.parent?.role ?? 0;
    block.role =
      share > MOST
        ? around | (block.role & ROLE.navigation)
        : block.role & ROLE.steps
          ? (around & ~ROLE.aside) | block.role
          : around | block.role;
  }
}

/** Blocks may be hidden until a tab is chosen, and hold steps; hidden words inside of a line are for machines. */
function isHidden({ name, attribs: { class: classes, style } }: Element): boolean {
  if (classes !== undefined && HIDDEN_CLASS.test(classes)) return true;
  return style !== undefined && INLINE.has(name) && /display:\s*none/i.test(style);
}

function roleOf({ name, attribs }: Element, known: Map<string, Role>): Role {
  if (NAVIGATION.has(name) || NAVIGATION_ROLE.has(attribs.role ?? "")) return ROLE.navigation;
  if (name === "aside") return ROLE.aside;
  const { class: classes = "", id = "" } = attribs;
  // A body's classes tell what kind of page it is, not what is in it.
  if ((classes === "" && id === "") || name === "body" || name === "html" || name === "main" || name === "article") return 0;
  const told = `${classes} ${id}`;
  const before = known.get(told);
  if (before !== undefined) return before;
  const role =
    (STEPS_CLASS.test(told) ? ROLE.steps : 0) | (ASIDE_CLASS.test(told) ? ROLE.aside : 0) | (OTHER_CLASS.test(told) ? ROLE.other : 0);
  known.set(told, role);
  return role;
}

/** What an element is called by: siblings of one signature are of one kind. */
export function signature({ tag, element }: Block): string {
  const { class: classes = "" } = element.attribs ?? {};
  return classes === "" ? tag : `${tag} ${classes.replace(/\d+/g, "#")}`;
}

/** The text of lines, read as one. */
export function textOf(lines: readonly Line[], from: number, to: number): string {
  let text = lines[from]?.text ?? "";
  for (let at = from + 1; at < to; at++) text += ` ${(lines[at] as Line).text}`;
  return text;
}
