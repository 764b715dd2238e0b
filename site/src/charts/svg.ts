/** An SVG element as plain data: printed at build time, turned into React elements in the browser, tested without a DOM. */
export interface SvgNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (SvgNode | string)[];
}

/** Makes a node; `undefined` attributes and children are left out. */
export function svg(
  tag: string,
  attributes: Record<string, string | number | undefined>,
  ...children: (SvgNode | string | undefined)[]
): SvgNode {
  return {
    tag,
    attributes: Object.fromEntries(Object.entries(attributes).filter((pair): pair is [string, string | number] => pair[1] !== undefined)),
    children: children.filter((child) => child !== undefined),
  };
}

/** A node as text; every name and value is escaped. */
export function markup(node: SvgNode | string): string {
  if (typeof node === "string") return escaped(node);
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  return `<${node.tag}${attributes.join("")}>${node.children.map(markup).join("")}</${node.tag}>`;
}

/** A drawing that stands alone: colours that follow the page's theme become the light theme's, as `var(--x, #hex)` names them. */
export function standalone(node: SvgNode): string {
  const attributes = { ...node.attributes, xmlns: "http://www.w3.org/2000/svg" };
  const text = markup({
    ...node,
    attributes,
    children: [svg("rect", { width: "100%", height: "100%", fill: "#ffffff" }), ...node.children],
  });
  return `${text.replace(/var\(--[\w-]+, ?(#[0-9a-f]{3,8}|[\w ,-]+)\)/g, "$1")}\n`;
}

/** Rounds a coordinate, so that drawings are short and the same on every machine. */
export function px(value: number): number {
  return Math.round(value * 100) / 100;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
