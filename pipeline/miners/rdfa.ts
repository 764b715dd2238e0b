import type { Miner } from "../core/mining.ts";
import { itemsOf } from "./attributes.ts";
import { mineNamed } from "./goal.ts";
import { proceduresIn } from "./schema-org.ts";

/** schema.org HowTo and Recipe in `typeof` and `property`. */
export const rdfa: Miner = {
  id: "rdfa",
  title: "schema.org HowTo and Recipe as RDFa",
  hopes: ({ text }) => text.includes("typeof") && /typeof\s*=\s*["']?[^"'>]*(?:HowTo|Recipe)/i.test(text),
  mine: (doc) => proceduresIn(itemsOf(doc, { type: "typeof", property: "property" })).flatMap(mineNamed),
};
