// `node pipeline/eval/filters.ts`: what filters do to lists of which it is known what they are; filters/README.md tells what came out.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { labelRow } from "@stepladder/tracks/step-order/sections.ts";
import { dropOf, profiles } from "../filters/index.ts";
import { sequence, sequential } from "../filters/order.ts";
import { mined } from "../filters/testing.ts";
import { labelledSets } from "./filter-sets.ts";

const data = process.env.STEPLADDER_DATA ?? "../shared/data";

for (const { set, procedures, list } of labelledSets(data)) {
  console.log(`${set}: ${list.length} ${procedures ? "procedures" : "lists that are none"}`);
  for (const [profile, filters] of Object.entries(profiles)) {
    const reasons = Map.groupBy(list, (one) => {
      const drop = dropOf(one, filters);
      return drop === undefined ? "kept" : `${drop.filter}/${drop.reason}`;
    });
    const told = [...reasons].map(([reason, { length }]) => `${reason} ${((100 * length) / list.length).toFixed(1)} %`).toSorted();
    console.log(`  ${profile}: ${told.join(", ")}`);
  }
}

const annotations = join(data, "wikihow-ordering/ordering_annotation/ordering_annotations_1000.csv");
if (existsSync(annotations)) {
  // A row is the goal, the steps in one text, and 1 or 0; none of them goes over a line's end.
  const rows = [...readFileSync(annotations, "utf8").matchAll(/^(?:"(?:[^"]|"")*"|[^,\n]*),("(?:[^"]|"")*"|[^,\n]*),([01])\r?$/gm)];
  if (rows.length !== 1000) throw new Error(`${annotations}: expected 1000 rows, found ${rows.length}`);
  const items = rows.map(([, steps = "", label], row) => ({
    row,
    steps: steps
      .replace(/^"|"$/g, "")
      .replaceAll('""', '"')
      .split(/(?<=[.!?])\s+/),
    asPublished: label === "1",
    moved: rows[labelRow(row) ?? row]?.[2] === "1",
  }));
  const inPlace = items.filter(({ row }) => row < 100 || row >= 900);
  const elsewhere = items.filter(({ row }) => row >= 100 && row < 900 && labelRow(row) !== undefined);
  tell("wikiHow sections, rows 0-99 and 900-999", inPlace, ({ asPublished }) => asPublished);
  tell("rows 100-899, labels as published", elsewhere, ({ asPublished }) => asPublished);
  tell("rows 100-899, labels moved", elsewhere, ({ moved }) => moved);
}

function tell<Item extends { readonly steps: readonly string[] }>(
  title: string,
  items: readonly Item[],
  ordered: (item: Item) => boolean,
): void {
  const [yes, no] = [items.filter(ordered), items.filter((item) => !ordered(item))];
  const dropped = (some: readonly Item[]): string => {
    const drops = some.filter(({ steps }) => sequential.judge(mined({ steps, goal: "" })) !== undefined);
    return `${((100 * drops.length) / some.length).toFixed(0)} % of ${some.length}`;
  };
  const scores = no.map(({ steps }) => sequence(steps));
  const wins = yes
    .map(({ steps }) => sequence(steps))
    .map((own) => scores.reduce((sum, other) => sum + (own > other ? 1 : own === other ? 0.5 : 0), 0));
  const area = wins.reduce((sum, won) => sum + won, 0) / (yes.length * no.length);
  console.log(`${title}: drops ${dropped(no)} without order and ${dropped(yes)} with one; area under the curve ${area.toFixed(3)}`);
}
