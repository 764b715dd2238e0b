import { type Element, isTag, type ParentNode } from "domhandler";
import type { Doc, Mined, Miner } from "../core/mining.ts";
import { isItem, type Part, partsOf } from "./parts.ts";
import { pointerTo } from "./pointer.ts";
import { type Skip, textOf } from "./text.ts";

/** Words that name instructions in classes and ids: `recipe-steps__item`, `directionsList`, `modo-preparo`. */
const STEPS = new Set(
  "instruction instructions direction directions step steps method methods preparation preparations procedure howto preparo preparazione preparacion elaboracion pasos etapes zubereitung anleitung schritte bereiding bereidingswijze stappen fremgangsmade tillagning postup przygotowanie elkeszites".split(
    " ",
  ),
);

/** Words beside them that name something else: `payment-method`, `checkout-steps`, `text-direction`. */
const OTHER = new Set(
  "payment shipping delivery checkout order contact nav navigation menu progress slider carousel stepper flex text rtl ltr comment comments footer sidebar related video image photo ad ads".split(" "),
);

/** What stands among instructions and is none of them. */
const APART = new Set("ingredient ingredients ingredienti zutaten note notes tip tips comment comments nutrition equipment share social newsletter related ad ads advert advertisement caption".split(" "));

const OUTSIDE = new Set(["nav", "footer", "form", "aside", "header", "script", "style", "template", "noscript"]);

/** Steps have so many characters in the middle, at least. */
const LEAST_LENGTH = 20;

/** Steps of sites that call them so in the names of their classes and ids. */
export const named: Miner = {
  id: "named",
  title: "Elements whose class or id names them instructions, directions, steps",
  hopes: ({ text }) => /instruction|direction|step|method|prepar|procedure|howto|elabora|pasos|etapes|zubereitung|anleitung|schritte|bereiding|stappen|fremgangsm|tillagning|postup|przygotow|elkeszit/i.test(text),
  mine: (doc) => groupsOf(doc.$.root()[0] as ParentNode).flatMap((group) => mineGroup(group, doc)),
};

/** Outermost named elements; neighbours of one name together. */
function groupsOf(root: ParentNode): Element[][] {
  const groups: Element[][] = [];
  const visit = (parent: ParentNode): void => {
    const byName = new Map<string, Element[]>();
    for (const child of parent.children) {
      if (!isTag(child) || OUTSIDE.has(child.name)) continue;
      if (!isNamed(child, STEPS) || isNamed(child, OTHER)) {
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
  return groups;
}

function isNamed({ attribs }: Element, words: ReadonlySet<string>): boolean {
  const names = `${attribs.class ?? ""} ${attribs.id ?? ""}`;
  return names !== " " && names.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/).some((word) => words.has(word.toLowerCase()));
}

function mineGroup(group: readonly Element[], { title }: Doc): Mined[] {
  const skip: Skip = (element) => isNamed(element, APART);
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

/** One element holds all steps; of several, each is a step, or a section where it holds a list. */
function partsOfGroup(group: readonly Element[], skip: Skip): Part[] {
  const parts = group.map((element) => ({ element, inside: listed(partsOf(element, skip)) }));
  if (group.length === 1) return (parts[0] as (typeof parts)[number]).inside;
  return parts.flatMap(({ element, inside }) => (inside.filter(isItem).length > 1 ? inside : [{ text: textOf(element, skip), heading: false, element }]));
}

/** Where there is a list, what is around it is no step: notes, captions, buttons. Ordered lists come before others. */
function listed(parts: readonly Part[]): Part[] {
  const ordered = parts.filter((part) => isItem(part) && (part.element?.parent as Element).name === "ol");
  const items = new Set(ordered.length > 0 ? ordered : parts.filter((part) => isItem(part) && !part.heading));
  if (items.size === 0 || (ordered.length === 0 && items.size === 1)) return [...parts];
  return parts.filter((part) => part.heading || items.has(part));
}
