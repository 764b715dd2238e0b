import type { Resource } from "@stepladder/schema";
import type { Document, Element } from "domhandler";
import type { Mined } from "../core/mining.ts";
import { parseFragment } from "./doc.ts";
import { type Part, partsOf } from "./parts.ts";
import { pointerTo } from "./pointer.ts";
import { MAX_STEPS, splitNumbered } from "./steps.ts";
import { clean, linesOf, textOf } from "./text.ts";

/** A value of a property: a text, or an item with types and properties; each with where it stands. The forms of schema.org differ in syntax only, and are all read into this. */
export type Value = TextValue | Item;

export interface TextValue {
  readonly pointer: string;
  readonly text: string;
  /** The element it is read from, where its markup tells more than its text. */
  readonly element?: Element;
}

export interface Item {
  readonly pointer: string;
  /** Names of its types without their vocabulary: `HowToStep`. */
  readonly types: readonly string[];
  /** Values by the name of their property, in lower case and without its vocabulary, in the order of the page. */
  readonly properties: ReadonlyMap<string, readonly Value[]>;
  /** The element that holds it. */
  readonly element?: Element;
}

/** Items inside items, at most. */
export const MAX_NESTING = 64;

const PROCEDURES = new Set(["HowTo", "Recipe", "HowToSection"]);

/** The name of a type or property without its vocabulary. */
export function localName(name: string): string {
  return name.replace(/^.*[/#:]/, "");
}

/** The procedures among these values and in them, outermost first; a section that belongs to none is one. */
export function proceduresIn(values: readonly Value[]): Item[] {
  const found: Item[] = [];
  let level: readonly Value[] = values;
  while (level.length > 0) {
    const next: Value[] = [];
    for (const value of level) {
      if ("text" in value) continue;
      if (value.types.some((type) => PROCEDURES.has(type))) found.push(value);
      else for (const inside of value.properties.values()) for (const one of inside) next.push(one);
    }
    level = next;
  }
  return found;
}

/** A HowTo or Recipe as a procedure; none where it has no steps. The goal is empty where it has no name. */
export function mineItem(item: Item): Mined[] {
  const walk = new Walk();
  for (const name of ["recipeinstructions", "step", "steps", "instructions", "itemlistelement"]) {
    if (walk.steps.length === 0) walk.values(get(item, name), undefined);
  }
  if (walk.steps.length === 1) walk.cutOnly();
  if (walk.steps.length === 0) return [];
  const resources = [
    ...resourcesOf(item, ["recipeingredient", "ingredients", "supply"], "supply"),
    ...resourcesOf(item, ["tool", "recipeequipment"], "tool"),
  ];
  const goal = firstText(item, ["name", "headline"]);
  return [{ goal, resources, sections: walk.sections, steps: walk.steps, score: 1, pointer: item.pointer }];
}

/** Collects steps in order, and the sections they stand in. */
class Walk {
  readonly steps: Mined["steps"] = [];
  readonly sections: string[] = [];
  /** The text of the step that was added last. */
  #last: TextValue | undefined;

  /** A step that is the only one holds them all. */
  cutOnly(): void {
    const [only] = this.steps;
    if (only === undefined || this.#last === undefined || instructions(this.#last.text, this.#last.element).length < 2) return;
    this.steps.length = 0;
    this.#text(this.#last, false, only.section);
  }

  values(values: readonly Value[], section: number | undefined): void {
    let inside = section;
    const many = values.length > 1;
    if (values.length > MAX_STEPS) return;
    for (const value of values) inside = "text" in value ? this.#text(value, many, inside) : this.#item(value, inside);
  }

  /** One text of many is one step, unless it holds a list; a text alone holds them all. Gives the section that is open after it. */
  #text({ text, pointer, element }: TextValue, many: boolean, section: number | undefined): number | undefined {
    if (many && !holdsList(text, element)) {
      this.#step(oneLine(text, element), undefined, pointer, section);
      return section;
    }
    let inside = section;
    for (const part of instructions(text, element)) {
      if (part.heading) inside = this.sections.push(part.text) - 1;
      else this.#step(part.text, undefined, element === undefined ? pointer : pointerTo(part.element ?? element), inside);
    }
    return inside;
  }

  #item(item: Item, section: number | undefined): number | undefined {
    const parts = ["itemlistelement", "item", "steps", "step"].flatMap((name) => get(item, name));
    const own = texts(item, ["text", "description"]);
    const name = firstText(item, ["name", "headline"]);
    if (item.types.includes("HowToSection")) {
      const inside = name === "" ? section : this.sections.push(name) - 1;
      this.values(parts.length > 0 ? parts : own, inside);
    } else if (item.types.includes("HowToStep") || parts.length === 0) {
      const directions = own.length > 0 ? own : parts.flatMap(directionsOf);
      const text = directions.map((one) => oneLine(one.text, one.element)).join(" ");
      this.#step(text || (name === "" && item.element !== undefined ? textOf(item.element) : ""), name, (own[0] ?? item).pointer, section);
      this.#last = directions.length === 1 ? directions[0] : undefined;
    } else {
      this.values(parts, section);
    }
    return section;
  }

  #step(text: string, name: string | undefined, pointer: string, section: number | undefined): void {
    this.steps.push({ text, title: name, pointer, section });
  }
}

/** What a step's directions say; tips are said after them, and belong to the step. */
function directionsOf(value: Value): TextValue[] {
  if ("text" in value) return [value];
  const own = texts(value, ["text", "description", "name"]);
  return own.length > 0 ? own : get(value, "itemlistelement").flatMap(directionsOf);
}

function get(item: Item, name: string): readonly Value[] {
  return item.properties.get(name) ?? [];
}

/** The texts of the first of these properties that has any. */
function texts(item: Item, names: readonly string[]): TextValue[] {
  for (const name of names) {
    const found = get(item, name).filter((value): value is TextValue => "text" in value && clean(value.text) !== "");
    if (found.length > 0) return found;
  }
  return [];
}

function firstText(item: Item, names: readonly string[]): string {
  const first = texts(item, names)[0];
  return first === undefined ? "" : oneLine(first.text, first.element);
}

function resourcesOf(item: Item, names: readonly string[], kind: Resource["kind"]): Resource[] {
  return names.flatMap((name) =>
    get(item, name)
      .slice(0, MAX_STEPS)
      .flatMap((value) => {
        const text = "text" in value ? oneLine(value.text, value.element) : firstText(value, ["name", "text", "item"]);
        return text === "" ? [] : [{ text, kind }];
      }),
  );
}

const BLOCK = /(?:<|&lt;)(?:li|p|div|h\d|ol|ul|section)\b/i;
const TAG = /<\/?[a-z][^>]*>/i;

function holdsList(text: string, element: Element | undefined): boolean {
  if (element === undefined) return /<li\b/i.test(text);
  return element.name !== "li" && partsOf(element).some((part) => part.element !== element && part.element?.name === "li");
}

/** The text on one line. A string may hold tags and entities, also escaped twice. */
function oneLine(text: string, element: Element | undefined): string {
  if (element !== undefined) return textOf(element);
  return /[<&]/.test(text) ? linesOf(unescaped(text)).join(" ") : clean(text);
}

/** Instructions in one text: the parts of its markup, the lines of a plain string, or the numbers in a line. */
function instructions(text: string, element: Element | undefined): Part[] {
  const parts = element === undefined ? stringParts(text) : partsOf(element);
  return parts.length > 1
    ? parts
    : parts.flatMap((part) => splitNumbered(part.text).map((line) => ({ ...part, text: line, heading: false })));
}

function stringParts(text: string): Part[] {
  // Line breaks count where no block element does.
  return partsOf(unescaped(BLOCK.test(text) ? text : text.replace(/\r\n?|\n/g, "<br>")));
}

function unescaped(html: string): Document {
  const root = parseFragment(html);
  // Escaped twice: what was parsed is markup again.
  const text = linesOf(root).join("\n");
  return TAG.test(text) || /&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/i.test(text) ? parseFragment(text.replace(/\n/g, "<br>")) : root;
}
