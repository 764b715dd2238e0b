import { type AnyNode, type Element, isTag } from "domhandler";
import type { Mined } from "../core/mining.ts";
import { type Item, mineItem } from "./schema-org.ts";
import { isCaption } from "./steps.ts";
import { textOf } from "./text.ts";

const HEADINGS = new Set(["h1", "h2", "h3", "h4", "h5", "h6", "title"]);

/** Nodes that are looked at in search of a heading, at most. */
const NEAR = 200;

/** The last heading before an element: among the elements before it, then among those before its parent, and so on. Empty where none is near. */
export function headingBefore(element: Element): string {
  let looked = 0;
  for (let node: AnyNode | null = element; node !== null; node = node.parent as AnyNode | null) {
    for (let before = node.prev; before !== null && looked < NEAR; before = before.prev) {
      looked++;
      if (!isTag(before)) continue;
      const text = HEADINGS.has(before.name) ? textOf(before) : "";
      if (text !== "" && !isCaption(text)) return text;
    }
  }
  return "";
}

/** The procedure of an item; one that has no name is called after the heading it stands under. */
export function mineNamed(item: Item): Mined[] {
  return mineItem(item).map((mined) =>
    mined.goal === "" && item.element !== undefined ? { ...mined, goal: headingBefore(item.element) } : mined,
  );
}
