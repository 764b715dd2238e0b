import type { SvgNode } from "../../charts/svg.ts";

type Child = Node | string | undefined;

/** Makes an element. Text is set as text: no markup is ever parsed. Attributes that are `undefined` or `false` are left out, `true` ones are empty. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | boolean | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** A button that does something. */
export function button(
  text: string,
  act: () => void,
  attributes: Readonly<Record<string, string | boolean | undefined>> = {},
): HTMLButtonElement {
  const made = el("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", act);
  return made;
}

/** The name of a system, which a stranger wrote. */
export function foreign(text: string): HTMLElement {
  return el("span", { class: "foreign" }, text);
}

/** The place of a table: a wide one scrolls in it, and the page never does. */
export function tablePlace(label: string, table: HTMLTableElement): HTMLElement {
  return el("section", { class: "table", "aria-label": label, tabindex: "0" }, table);
}

/** A drawing as elements. */
export function drawing(node: SvgNode): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", node.tag);
  for (const [name, value] of Object.entries(node.attributes)) made.setAttribute(name, String(value));
  made.append(...node.children.map((child) => (typeof child === "string" ? child : drawing(child))));
  return made;
}
