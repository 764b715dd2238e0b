import type { Resource } from "@stepladder/schema";
import { parseDocument } from "htmlparser2";
import type { Mined } from "../core/mining.ts";
import { clean, linesOf, textOf } from "./text.ts";

/** A value of a property: a text, or an item with types and properties; each with where it stands. The forms of schema.org differ in syntax only, and are all read into this. */
export type Value = TextValue | Item;

export interface TextValue {
  readonly pointer: string;
  readonly text: string;
}

export interface Item {
  readonly pointer: string;
  /** Names of its types without their vocabulary: `HowToStep`. */
  readonly types: readonly string[];
  /** Values by the name of their property without its vocabulary, in the order of the page. */
  readonly properties: ReadonlyMap<string, readonly Value[]>;
}

/** Items inside items, at most. */
export const MAX_NESTING = 64;

const PROCEDURES = new Set(["HowTo", "Recipe"]);

/** The name of a type or property without its vocabulary. */
export function localName(name: string): string {
  return name.replace(/^.*[/#:]/, "");
}

/** The procedures among these values and in them, outermost first. */
export function proceduresIn(values: readonly Value[]): Item[] {
  const found: Item[] = [];
  const queue = [...values];
  for (let value = queue.shift(); value !== undefined; value = queue.shift()) {
    if ("text" in value) continue;
    if (value.types.some((type) => PROCEDURES.has(type))) found.push(value);
    else for (const one of value.properties.values()) queue.push(...one);
  }
  return found;
}

/** A HowTo or Recipe as a procedure; none where it has no steps. */
export function mineItem(item: Item): Mined[] {
  const walk = new Walk();
  for (const name of ["recipeInstructions", "RecipeInstructions", "step", "steps", "instructions"]) {
    if (walk.steps.length === 0) walk.values(get(item, name), undefined);
  }
  if (walk.steps.length === 0) return [];
  const resources = [
    ...resourcesOf(item, ["recipeIngredient", "ingredients", "supply"], "supply"),
    ...resourcesOf(item, ["tool", "recipeEquipment"], "tool"),
  ];
  const goal = firstText(item, ["name", "headline"]);
  return [{ goal, resources, sections: walk.sections, steps: walk.steps, score: 1, pointer: item.pointer }];
}

/** Collects steps in order, and the sections they stand in. */
class Walk {
  readonly steps: Mined["steps"] = [];
  readonly sections: string[] = [];

  values(values: readonly Value[], section: number | undefined): void {
    for (const value of values) {
      if ("text" in value) this.#text(value, section);
      else this.#item(value, section);
    }
  }

  #text({ text, pointer }: TextValue, section: number | undefined): void {
    for (const line of plainLines(text)) this.#step(line, undefined, pointer, section);
  }

  #item(item: Item, section: number | undefined): void {
    const parts = get(item, "itemListElement").concat(get(item, "item"), get(item, "steps"), get(item, "step"));
    const text = texts(item, ["text", "description"]);
    const name = firstText(item, ["name", "headline"]);
    if (item.types.includes("HowToSection")) {
      const inside = name === "" ? section : this.sections.push(name) - 1;
      this.values(parts.length > 0 ? parts : texts(item, ["text"]), inside);
    } else if (item.types.includes("HowToStep") || parts.length === 0) {
      const directions = text.length > 0 ? text : parts.flatMap((part) => directionsOf(part));
      const lines = directions.map((one) => plainLines(one.text).join(" ")).filter((line) => line !== "");
      const pointer = (text[0] ?? item).pointer;
      this.#step(lines.join(" "), name, pointer, section);
    } else {
      this.values(parts, section);
    }
  }

  #step(text: string, name: string | undefined, pointer: string, section: number | undefined): void {
    this.steps.push({ text: text || (name ?? ""), title: titleBeside(name, text), pointer, section });
  }
}

/** A step's name, where it says something that its text does not begin with: many pages repeat the text there, cut short. */
function titleBeside(name: string | undefined, text: string): string | undefined {
  if (name === undefined || name === "" || text === "") return undefined;
  const stem = name.replace(/[\s.…:]+$/u, "");
  return text.startsWith(stem) ? undefined : name;
}

/** What a step's directions say; tips are said after them, and belong to the step. */
function directionsOf(value: Value): TextValue[] {
  if ("text" in value) return [value];
  const own = texts(value, ["text", "description", "name"]);
  return own.length > 0 ? own : get(value, "itemListElement").flatMap((part) => directionsOf(part));
}

function get(item: Item, name: string): Value[] {
  return [...(item.properties.get(name) ?? [])];
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
  return first === undefined ? "" : plainLines(first.text).join(" ");
}

function resourcesOf(item: Item, names: readonly string[], kind: Resource["kind"]): Resource[] {
  return names.flatMap((name) =>
    get(item, name).flatMap((value) => {
      const lines = "text" in value ? plainLines(value.text) : [firstText(value, ["name", "text", "item"])];
      return lines.filter((line) => line !== "").map((text) => ({ text, kind }));
    }),
  );
}

/** Lines of a text that may hold tags and entities, also escaped twice, as strings in structured data do. */
export function plainLines(text: string): string[] {
  const lines = text.split(/\r?\n|\r/);
  if (!/[<&]/.test(text)) return lines.map(clean).filter((line) => line !== "");
  const plain = lines.flatMap((line) => linesOf(parseDocument(line, { decodeEntities: true })));
  return plain.flatMap((line) =>
    /&(?:#\d+|#x[\da-f]+|\w+);|<\/?\w+[^>]*>/i.test(line) ? [textOf(parseDocument(line, { decodeEntities: true }))] : [line],
  );
}
