import type { Resource } from "@stepladder/schema";
import { type Element, isTag, type ParentNode } from "domhandler";
import type { Doc, Mined, Miner } from "../core/mining.ts";
import { isItem, type Part, partsOf } from "./parts.ts";
import { pointerTo } from "./pointer.ts";
import { MAX_STEPS } from "./steps.ts";
import { type Skip, textOf } from "./text.ts";

/** A word that names instructions in classes and ids: of `recipe-steps__item`, `directionsList`, `preparationstep`, `modo-preparo`. */
const STEPS =
  /^(?:recipe|cooking|baking|preparation|prep|making)?(?:instructions?|directions?|steps?|methods?|preparations?|procedure|howto|preparo|preparazione|preparacion|elaboracion|pasos|etapes|zubereitung|anleitung|schritte|bereiding|bereidingswijze|stappen|fremgangsmade|tillagning|postup|przygotowanie|elkeszites)$/;

/** Words beside them that name something else: `payment-method`, `checkout-steps`, `text-direction`. */
const OTHER =
  /^(?:payment|shipping|delivery|checkout|order|contact|nav|navigation|menu|progress|slider|carousel|stepper|flex|rtl|ltr|comment|comments|footer|sidebar|related|video|image|photo|ad|ads)$/;

/** What stands among instructions and is none of them. */
const APART =
  /^(?:ingredient|ingredients|ingredienti|zutaten|note|notes|tip|tips|comment|comments|nutrition|equipment|share|social|newsletter|related|ad|ads|advert|advertisement|caption)$/;

const INGREDIENTS = /^(?:ingredients?|ingredienti|ingredientes|ingredienten|ingredienser|zutaten|skladniki|suroviny|hozzavalok)$/;

const LISTS = new Set(["ol", "ul"]);
const OUTSIDE = new Set(["nav", "footer", "header", "script", "style", "template", "noscript"]);

/** Steps have so many characters in the middle, at least. */
const LEAST_LENGTH = 20;

/** Steps of sites that call them so in the names of their classes and ids. */
export const named: Miner = {
  id: "named",
  title: "Elements whose class or id names them instructions, directions, steps",
  hopes: ({ text }) =>
    /instruction|direction|step|method|prepar|procedure|howto|elabora|pasos|etapes|zubereitung|anleitung|schritte|bereiding|stappen|fremgangsm|tillagning|postup|przygotow|elkeszit/i.test(
      text,
    ),
  mine: (doc) => {
    const found = groupsOf(doc.root).flatMap((group) => mineGroup(group, doc));
    const [only] = found;
    // Of several procedures nobody says which one needs what.
    return only !== undefined && found.length === 1 ? [{ ...only, resources: ingredientsOf(doc.root) }] : found;
  },
};

/** The items of lists that are named ingredients; pages often print the same list twice. */
function ingredientsOf(parent: ParentNode): Resource[] {
  const texts = new Set<string>();
  const visit = (inside: ParentNode, isNear: boolean): void => {
    for (const child of inside.children) {
      if (!isTag(child) || OUTSIDE.has(child.name) || texts.size > MAX_STEPS) continue;
      const near = isNear || isNamed(child, INGREDIENTS);
      if (near && child.name === "li" && !isNamed(child, STEPS)) texts.add(textOf(child));
      else if (!near || !isNamed(child, STEPS) || isNamed(child, INGREDIENTS)) visit(child, near);
    }
  };
  visit(parent, false);
  return [...texts].map((text) => ({ text, kind: "supply" }));
}

/** Outermost named elements; neighbours of one name together. */
function groupsOf(root: ParentNode): Element[][] {
  const groups: Element[][] = [];
  const visit = (parent: ParentNode): void => {
    const byName = new Map<string, Element[]>();
    for (const child of parent.children) {
      if (!isTag(child) || OUTSIDE.has(child.name)) continue;
      if (!isNamed(child, STEPS) || isNamed(child, OTHER) || isNamed(child, APART)) {
        visit(child);
        continue;
      }
      const name = child.attribs.class ?? "";
      const group = byName.get(name);
      if (group === undefined) {
        byName.set(name, [child]);
        groups.push(byName.get(name) as Element[]);
      } else group.push(child);
    }
  };
  visit(root);
  return joinScattered(groups);
}

/** Elements of one class that stand alone under their parents are one group: each step has a box of its own. */
function joinScattered(groups: readonly Element[][]): Element[][] {
  const joined: Element[][] = [];
  for (const group of groups) {
    const last = joined.at(-1);
    const [one] = group as [Element];
    const [other] = (last ?? []) as [Element?];
    if (
      last !== undefined &&
      group.length === 1 &&
      other?.name === one.name &&
      other.attribs.class === one.attribs.class &&
      !LISTS.has(one.name)
    )
      last.push(one);
    else joined.push([...group]);
  }
  return joined;
}

function isNamed({ attribs }: Element, words: RegExp): boolean {
  const names = `${attribs.class ?? ""} ${attribs.id ?? ""}`;
  return names !== " " && names.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/).some((word) => words.test(word.toLowerCase()));
}

function mineGroup(group: readonly Element[], { title }: Doc): Mined[] {
  if (group.length > MAX_STEPS) return [];
  const skip: Skip = (element) => isNamed(element, APART) && !isNamed(element, STEPS);
  const sections: string[] = [];
  const steps: Mined["steps"] = [];
  for (const { text, heading, element } of partsOfGroup(group, skip)) {
    if (heading) sections.push(text);
    else steps.push({ text, section: sections.length === 0 ? undefined : sections.length - 1, pointer: pointerTo(element as Element) });
  }
  const lengths = steps.map(({ text }) => text.length).sort((a, b) => a - b);
  if (steps.length < 2 || (lengths[steps.length >> 1] as number) < LEAST_LENGTH) return [];
  return [{ goal: title, resources: [], sections, steps, score: 0.8, pointer: pointerTo(group[0] as Element) }];
}

/** One element holds all steps; of several, each is a step, or a section where it holds a list or has a heading. */
function partsOfGroup(group: readonly Element[], skip: Skip): Part[] {
  const parts = group.map((element) => ({ element, inside: listed(partsOf(element, skip)) }));
  if (group.length === 1) return (parts[0] as (typeof parts)[number]).inside;
  return parts.flatMap(({ element, inside }) => {
    const isSection = inside.filter(isItem).length > 1 || (inside.length > 1 && inside[0]?.heading);
    return isSection ? inside : [{ text: textOf(element, skip), heading: false, element }];
  });
}

/** Where most of the text is in lists, what is around them is no step: notes, captions, buttons. Ordered lists come before others. */
function listed(parts: readonly Part[]): Part[] {
  const steps = parts.filter(({ heading }) => !heading);
  const items = steps.filter(isItem);
  const ordered = items.filter(({ element }) => (element?.parent as Element | null | undefined)?.name === "ol");
  const chosen = [ordered, items].find((some) => some.length > 0 && lengthOf(some) * 2 > lengthOf(steps));
  if (chosen === undefined) return [...parts];
  const kept = new Set(chosen);
  return parts.filter((part) => part.heading || kept.has(part));
}

function lengthOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { text }) => sum + text.length, 0);
}
