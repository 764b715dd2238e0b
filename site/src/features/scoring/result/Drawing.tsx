import { createElement, type ReactNode } from "react";
import type { SvgNode } from "../../../charts/svg.ts";

/** A drawing as React elements: no markup is ever parsed, so no text in it can become any. */
export function Drawing({ node }: { readonly node: SvgNode }): ReactNode {
  return element(node, 0);
}

function element(node: SvgNode | string, key: number): ReactNode {
  if (typeof node === "string") return node;
  const attributes = Object.fromEntries(Object.entries(node.attributes).map(([name, value]) => [reactName(name), value]));
  return createElement(node.tag, { key, ...attributes }, ...node.children.map(element));
}

function reactName(name: string): string {
  return name.startsWith("aria-") ? name : name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
