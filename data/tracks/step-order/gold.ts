import { OrderItem } from "@stepladder/schema";
import type { Format, GatheredFormat, Gathering } from "@stepladder/wasm/host/track.ts";
import { check } from "@stepladder/wasm/intake/check.ts";
import type { Raw } from "@stepladder/wasm/intake/raw.ts";
import { fieldsOf, plainNumbers } from "../records.ts";
import { GraphFiles, isGraph, isSequences } from "./graphs.ts";
import { checkItem } from "./items.ts";
import { isAnnotations, isErrorRow, Recordings } from "./recordings.ts";
import { isSection, Sections } from "./sections.ts";

/** Gold as published by three sources: labels of wikiHow sections, task graphs, and annotated recordings. */
export const officialFiles: GatheredFormat<OrderItem> = {
  id: "official-files",
  title:
    "Official files: ordering_annotations_1000.csv; <scenario>.json task graphs with task_graph_generation_annotations.json; complete_step_annotations.json with error_annotations.csv",
  accepts: (raw) => isSection(raw) || isGraph(raw) || isSequences(raw) || isAnnotations(raw) || isErrorRow(raw),
  gather: () => new OfficialGathering(),
};

class OfficialGathering implements Gathering<OrderItem> {
  readonly #sections = new Sections();
  readonly #graphs = new GraphFiles();
  readonly #recordings = new Recordings();

  add(raw: Raw): void {
    if (isSection(raw)) this.#sections.add(raw);
    else if (isAnnotations(raw)) this.#recordings.addAnnotations(raw);
    else if (isErrorRow(raw)) this.#recordings.addErrors(raw);
    else this.#graphs.add(raw);
  }

  *items(): Generator<OrderItem> {
    const graphs = this.#graphs.read();
    for (const item of this.#sections.items()) yield checkItem(item);
    for (const item of this.#graphs.items()) yield checkItem(item);
    for (const item of this.#recordings.items(graphs)) yield checkItem(item);
  }
}

/** Gold in Stepladder's own layout, as `stepladder import` writes it: one item per line. */
export const goldFormat: Format<OrderItem> = {
  id: "stepladder-gold",
  title: "Stepladder gold: one item per line with id, subtask, task, steps and what it is measured by",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return typeof fields?.id === "string" && fields.id.startsWith("so:") && Array.isArray(fields.steps) && fields.subtask !== undefined;
  },
  read: ({ value }) => checkItem(check(OrderItem, plainNumbers(value), "")),
};
