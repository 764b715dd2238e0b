import type { Miner } from "../core/mining.ts";
import { itemsOf } from "./attributes.ts";
import { mineNamed } from "./goal.ts";
import { proceduresIn } from "./schema-org.ts";

/** schema.org HowTo and Recipe in `itemscope`, `itemtype` and `itemprop`. */
export const microdata: Miner = {
  id: "microdata",
  title: "schema.org HowTo and Recipe as microdata",
  hopes: ({ text }) => text.includes("itemtype") && /itemtype\s*=\s*["']?[^"'>]*(?:HowTo|Recipe)/i.test(text),
  mine: (doc) => proceduresIn(itemsOf(doc, { type: "itemtype", scope: "itemscope", property: "itemprop" })).flatMap(mineNamed),
};
