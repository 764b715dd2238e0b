import { InducedGraph } from "@stepladder/schema";
import { href } from "../link.ts";
import { linesOf } from "./lines.ts";

const texts = import.meta.glob<string>("../../../data/graphs/induced/graphs.jsonl", { eager: true, query: "?raw", import: "default" });

/** The records of the run, as they were committed. */
export const graphsText: string = Object.values(texts)[0] ?? "";

/** Step graphs of tasks that were written for this repository, in the order of the run. */
export const graphs: readonly InducedGraph[] = linesOf(graphsText, (record) => InducedGraph.parse(record));

export function graphHref(id: string): string {
  return href(`graphs/${encodeURIComponent(id)}/`);
}
