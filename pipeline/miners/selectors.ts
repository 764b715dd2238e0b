import type { Resource } from "@stepladder/schema";
import type { Cheerio } from "cheerio";
import type { AnyNode, Element } from "domhandler";
import type { Doc, Mined, Miner, Page } from "../core/mining.ts";
import { headingBefore } from "./goal.ts";
import { partsOf } from "./parts.ts";
import { pointerTo } from "./pointer.ts";
import { MAX_STEPS } from "./steps.ts";
import { type Skip, textOf } from "./text.ts";

/**
 * Where a layout keeps its parts: one declaration per site plugin or publishing tool. Selectors are asked inside `procedure`,
 * those of a step inside the step; what they give is read in the order of the page.
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
  const known = new WeakMap<Page, readonly Layout[]>();
  const on = (page: Page): readonly Layout[] => {
    const found = known.get(page) ?? layouts.filter(({ mark }) => page.text.includes(mark));
    known.set(page, found);
    return found;
  };
  return {
    id,
    title: `${title}: ${layouts.map((layout) => layout.of).join(", ")}`,
    hopes: (page) => on(page).length > 0,
    mine: (doc) => on(doc.page).flatMap((layout) => mineLayout(doc, layout)),
  };
}

function mineLayout({ $, title }: Doc, layout: Layout): Mined[] {
  const all = $(layout.procedure).toArray() as Element[];
  if (all.length === 0) return [];
  const held = new Set(all);
  const skip = skipOf($, layout);
  return all
    .filter((one) => !within(one, held))
    .flatMap((element) => {
      const root = $(element);
      const { steps, sections } = stepsOf($, root, layout, skip);
      if (steps.length === 0) return [];
      const told = layout.goal === undefined ? "" : joined(root.find(layout.goal).first(), skip);
      const goal = told || (layout.underHeading === true ? headingBefore(element) : "") || title;
      const resources = [...resourcesOf(root, layout.supply, "supply", skip), ...resourcesOf(root, layout.tool, "tool", skip)];
      return [{ goal, resources, sections, steps, score: 1, pointer: pointerTo(element) }];
    });
}

function stepsOf($: Doc["$"], root: Cheerio<Element>, layout: Layout, skip: Skip | undefined): Pick<Mined, "steps" | "sections"> {
  const { step = layout.body as string, section } = layout;
  const steps: Mined["steps"] = [];
  const sections: string[] = [];
  const open = (heading: string): void => {
    if (heading !== "") sections.push(heading);
  };
  const push = (text: string, heading: string | undefined, element: Element): void => {
    steps.push({
      text,
      title: heading || undefined,
      section: sections.length === 0 ? undefined : sections.length - 1,
      pointer: pointerTo(element),
    });
  };
  const headings = new Set(section === undefined ? [] : root.find(section).toArray());
  const holders = root.find(step).toArray();
  const outer = new Set(holders);
  const found = section === undefined ? holders : root.find(`${step}, ${section}`).toArray();
  if (found.length > MAX_STEPS) return { steps, sections };
  for (const element of found) {
    if (headings.has(element)) open(textOf(element, skip));
    else if (within(element, outer)) continue;
    else if (layout.body === undefined) {
      const titles = layout.title === undefined ? [] : $(element).find(layout.title).toArray();
      const beside: Skip = (one) => titles.includes(one) || skip?.(one) === true;
      const text = layout.text === undefined ? textOf(element, beside) : joined($(element).find(layout.text), beside);
      push(text, titles.map((one) => textOf(one, skip)).join(" "), element);
    } else {
      for (const part of partsOf(element, skip)) {
        if (part.heading) open(part.text);
        else push(part.text, undefined, part.element ?? element);
      }
    }
  }
  return { steps, sections };
}

function joined(found: Cheerio<AnyNode>, skip: Skip | undefined): string {
  return found
    .toArray()
    .map((one) => textOf(one, skip))
    .join(" ");
}

function resourcesOf(root: Cheerio<Element>, selector: string | undefined, kind: Resource["kind"], skip: Skip | undefined): Resource[] {
  if (selector === undefined) return [];
  return root
    .find(selector)
    .toArray()
    .slice(0, MAX_STEPS)
    .map((one) => ({ text: textOf(one, skip), kind }));
}

function skipOf($: Doc["$"], { drop }: Layout): Skip | undefined {
  if (drop === undefined) return undefined;
  const dropped: ReadonlySet<AnyNode> = new Set($(drop).toArray());
  return (element) => dropped.has(element);
}

function within(element: Element, outer: ReadonlySet<Element>): boolean {
  for (let node = element.parent; node !== null; node = node.parent) if (outer.has(node as Element)) return true;
  return false;
}
