import { type AnyNode, hasChildren, isText } from "domhandler";
import type { Doc, Mined, Miner, Page } from "../core/mining.ts";
import { parseJson } from "./json.ts";
import { localName, MAX_NESTING, mineItem, proceduresIn, type Value } from "./schema-org.ts";

/** schema.org HowTo and Recipe in `<script type="application/ld+json">`. */
export const jsonLd: Miner = {
  id: "json-ld",
  title: "schema.org HowTo and Recipe as JSON-LD",
  hopes: ({ text }: Page) => /ld\+json/i.test(text) && /HowTo|Recipe/.test(text),
  mine: (doc: Doc): readonly Mined[] =>
    doc.find("script").flatMap((script, at) => {
      if (!/ld\+json/i.test(script.attribs.type ?? "")) return [];
      const source = sourceOf(script);
      if (!/HowTo|Recipe/.test(source)) return [];
      return proceduresIn(valuesOf(parseJson(source), `script[${at}]#`, 0)).flatMap(mineItem);
    }),
};

function sourceOf(node: AnyNode): string {
  return isText(node) ? node.data : hasChildren(node) ? node.children.map(sourceOf).join("") : "";
}

/** JSON-LD as values. Lists are flattened, nulls are nothing, and where a string stands for a list nobody knows. */
function valuesOf(json: unknown, pointer: string, depth: number): Value[] {
  if (depth > MAX_NESTING) return [];
  if (typeof json === "string" || typeof json === "number") return [{ pointer, text: String(json) }];
  if (Array.isArray(json)) return json.flatMap((one, at) => valuesOf(one, `${pointer}/${at}`, depth + 1));
  if (typeof json !== "object" || json === null) return [];
  const properties = new Map<string, Value[]>();
  for (const [key, value] of Object.entries(json)) {
    if (key !== "@type")
      properties.set(
        localName(key).toLowerCase(),
        valuesOf(value, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`, depth + 1),
      );
  }
  const text = properties.get("@value")?.[0];
  if (text !== undefined && "text" in text) return [{ pointer, text: text.text }];
  const types = valuesOf((json as { "@type"?: unknown })["@type"], pointer, depth + 1).flatMap((one) =>
    "text" in one ? localName(one.text) : [],
  );
  return [{ pointer, types, properties }];
}
