import type { Resource } from "@stepladder/schema";
import { type Element, isTag, type ParentNode } from "domhandler";
import type { Doc, Mined, Miner } from "../core/mining.ts";
import { headingBefore } from "./goal.ts";
import { partsOf } from "./parts.ts";
import { pointerTo } from "./pointer.ts";
import { MAX_STEPS } from "./steps.ts";
import { textOf } from "./text.ts";

/**
 * Where a layout keeps its parts: one declaration per site plugin or publishing tool. Selectors are asked of the whole page;
 * what they give counts inside `procedure`, and `title` and `text` inside a step, in the order of the page.
 */
export interface Layout {
  /** Says whose layout it is. */
  readonly of: string;
  /** Stands in the raw text of each page that has the layout, most often a class name. */
  readonly mark: string;
  /** Holds one procedure. One inside another is part of it. */
  readonly procedure: string;
  /** The goal; where it is empty, the page's title. */
  readonly goal?: string;
  /** Whether a goal that is not told inside is the heading that the procedure stands under. */
  readonly underHeading?: boolean;
  /** The steps, one by one. */
  readonly step?: string;
  /** Title and text of a step, where they are told apart. */
  readonly title?: string;
  readonly text?: string;
  /** Instead of `step`: holds the steps in free markup. */
  readonly body?: string;
  /** Titles of sections, each before its steps. */
  readonly section?: string;
  readonly supply?: string;
  readonly tool?: string;
  /** Left out of every text: pictures' captions, advertisements, print buttons. */
  readonly drop?: string;
}

/** A miner of several layouts. */
export function layoutMiner(id: string, title: string, layouts: readonly Layout[]): Miner {
  // Most pages have none of the marks: one look for all of them at once is faster than one for each.
  const any = new RegExp(layouts.map(({ mark }) => RegExp.escape(mark)).join("|"));
  return {
    id,
    title: `${title}: ${layouts.map((layout) => layout.of).join(", ")}`,
    hopes: ({ text }) => any.test(text),
    mine: (doc) => layouts.filter(({ mark }) => doc.page.text.includes(mark)).flatMap((layout) => mineLayout(doc, layout)),
  };
}

function mineLayout(doc: Doc, layout: Layout): Mined[] {
  // Never asked of an element: the time of Cheerio's find() grows with the square of an element's children.
  const find = (selector: string | undefined): ReadonlySet<Element> => new Set(selector === undefined ? [] : doc.find(selector));
  const procedures = find(layout.procedure);
  if (procedures.size === 0) return [];
  const roles = Object.fromEntries(ROLES.map((role) => [role, find(layout[role])])) as Roles;
  return [...procedures]
    .filter((element) => !isWithin(element, procedures))
    .flatMap((element) => {
      const reading = new Reading(roles);
      reading.read(element);
      const { steps, sections, resources } = reading;
      if (steps.length === 0) return [];
      const goal = reading.goal || (layout.underHeading === true ? headingBefore(element) : "") || doc.title;
      return [{ goal, resources, sections, steps, score: 1, pointer: pointerTo(element) }];
    });
}

const ROLES = ["goal", "section", "step", "body", "title", "text", "supply", "tool", "drop"] as const;
type Roles = Readonly<Record<(typeof ROLES)[number], ReadonlySet<Element>>>;

/** What is read in a procedure, element by element. */
class Reading {
  readonly #roles: Roles;
  goal = "";
  readonly sections: string[] = [];
  readonly steps: Mined["steps"] = [];
  readonly resources: Resource[] = [];

  constructor(roles: Roles) {
    this.#roles = roles;
  }

  read(parent: ParentNode): void {
    const { goal, section, step, body, supply, tool, drop } = this.#roles;
    for (const child of parent.children) {
      if (!isTag(child) || drop.has(child) || this.steps.length > MAX_STEPS) continue;
      if (goal.has(child) && this.goal === "") this.goal = this.#textOf(child);
      else if (section.has(child)) this.#open(this.#textOf(child));
      else if (step.has(child)) this.#step(child);
      else if (body.has(child)) this.#body(child);
      else if (supply.has(child)) this.#use(child, "supply");
      else if (tool.has(child)) this.#use(child, "tool");
      else this.read(child);
    }
  }

  #open(heading: string): void {
    if (heading !== "") this.sections.push(heading);
  }

  #push(text: string, title: string | undefined, element: Element): void {
    this.steps.push({
      text,
      title,
      section: this.sections.length === 0 ? undefined : this.sections.length - 1,
      pointer: pointerTo(element),
    });
  }

  #step(element: Element): void {
    const { title, text, drop } = this.#roles;
    const told = allIn(element, text);
    const beside = (one: Element): boolean => title.has(one) || drop.has(one);
    const texts = (told.length > 0 ? told : [element]).map((one) => textOf(one, beside));
    const titles = allIn(element, title).map((one) => this.#textOf(one));
    this.#push(texts.join(" "), titles.join(" ") || undefined, element);
  }

  #body(element: Element): void {
    for (const part of partsOf(element, (one) => this.#roles.drop.has(one))) {
      if (part.heading) this.#open(part.text);
      else this.#push(part.text, undefined, part.element ?? element);
    }
  }

  #use(element: Element, kind: Resource["kind"]): void {
    if (this.resources.length < MAX_STEPS) this.resources.push({ text: this.#textOf(element), kind });
  }

  #textOf(element: Element): string {
    return textOf(element, (one) => this.#roles.drop.has(one));
  }
}

/** The elements of a set that lie in an element, outermost, in order. */
function allIn(parent: ParentNode, set: ReadonlySet<Element>): Element[] {
  if (set.size === 0) return [];
  return parent.children.flatMap((child) => (isTag(child) ? (set.has(child) ? [child] : allIn(child, set)) : []));
}

function isWithin(element: Element, outer: ReadonlySet<Element>): boolean {
  for (let node = element.parent; node !== null; node = node.parent) if (outer.has(node as Element)) return true;
  return false;
}
