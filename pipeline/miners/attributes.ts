import { type Element, isTag, type ParentNode } from "domhandler";
import type { Doc } from "../core/mining.ts";
import { pointerTo } from "./pointer.ts";
import { type Item, localName, type Value } from "./schema-org.ts";
import { textOf } from "./text.ts";

/** How a syntax writes items into attributes. */
export interface Syntax {
  /** Names the types of the item that the element is. */
  readonly type: string;
  /** Makes the element an item also where it names no type. */
  readonly scope?: string;
  /** Names the properties of the item around it that the element tells. */
  readonly property: string;
}

/** The items of a page that are no property of another item. */
export function itemsOf({ root }: Doc, syntax: Syntax): Item[] {
  const items: Item[] = [];
  read(root, undefined, syntax, items);
  return items;
}

type Open = Omit<Item, "properties"> & { readonly properties: Map<string, Value[]> };

function read(parent: ParentNode, around: Open | undefined, syntax: Syntax, items: Item[]): void {
  for (const child of parent.children) {
    if (!isTag(child)) continue;
    const types = child.attribs[syntax.type];
    const isItem = types !== undefined || (syntax.scope !== undefined && child.attribs[syntax.scope] !== undefined);
    const item = isItem ? open(child, types ?? "") : undefined;
    const names = child.attribs[syntax.property];
    if (names !== undefined && around !== undefined) {
      for (const name of names.split(/\s+/)) {
        const key = localName(name).toLowerCase();
        const values = around.properties.get(key);
        const value = item ?? textValue(child);
        if (values === undefined) around.properties.set(key, [value]);
        else values.push(value);
      }
    } else if (item !== undefined) items.push(item);
    read(child, item ?? around, syntax, items);
  }
}

function open(element: Element, types: string): Open {
  return { pointer: pointerTo(element), types: types.split(/\s+/).filter(Boolean).map(localName), properties: new Map(), element };
}

function textValue(element: Element): Value {
  const pointer = pointerTo(element);
  const told = element.attribs.content;
  return told === undefined ? { pointer, text: textOf(element), element } : { pointer, text: told };
}
