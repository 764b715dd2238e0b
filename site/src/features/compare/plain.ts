import { Entry } from "@stepladder/schema";
import type { CompareTrack } from "../../catalog/compare.ts";
import { formatCell, titleWithUnit } from "../../format.ts";
import { NotComputed } from "../../workers/statistics.ts";
import { el, foreign, tablePlace } from "./dom.ts";
import { type Chosen, refusal } from "./refuse.ts";

/** Values by metric of rows that cannot be compared item by item. Throws NotComputed where an entry cannot be fetched. */
export async function plainValues(
  base: string,
  { id }: CompareTrack,
  rows: readonly Chosen[],
): Promise<Readonly<Record<string, number>>[]> {
  return Promise.all(
    rows.map(async (row) => row.mine?.scores ?? (await entryValues(`${base}data/${id}/entries/${encodeURIComponent(row.id)}.json`))),
  );
}

async function entryValues(url: string): Promise<Record<string, number>> {
  const response = await fetch(url).catch((error: Error) => error);
  if (response instanceof Error || !response.ok) {
    throw new NotComputed(response instanceof Error ? response.message : `${url}: status ${response.status}`);
  }
  const { scores } = Entry.parse(await response.json());
  return Object.fromEntries(Object.entries(scores).flatMap(([metric, { value }]) => (value === undefined ? [] : [[metric, value]])));
}

/** Why these rows are not compared, and their values beside each other. */
export function plainView(
  { metrics }: CompareTrack,
  rows: readonly Chosen[],
  values: readonly Readonly<Record<string, number>>[],
): HTMLElement[] {
  const told = metrics.filter(({ id }) => values.some((of) => of[id] !== undefined));
  const cell = (value: number | undefined, unit: CompareTrack["metrics"][number]["unit"]): HTMLElement =>
    el("td", { class: "num", title: value === undefined ? undefined : String(value) }, value === undefined ? "–" : formatCell(value, unit));
  const table = el(
    "table",
    {},
    el(
      "thead",
      {},
      el(
        "tr",
        {},
        el("th", { scope: "col" }, "Metric"),
        ...rows.map(({ name }) => el("th", { scope: "col", class: "num" }, foreign(name))),
      ),
    ),
    el(
      "tbody",
      {},
      ...told.map((metric) =>
        el("tr", {}, el("th", { scope: "row" }, titleWithUnit(metric)), ...values.map((of) => cell(of[metric.id], metric.unit))),
      ),
    ),
  );
  return [
    el("h2", { id: "answer", class: "answer", tabindex: "-1" }, "These cannot be compared item by item."),
    ...rows.flatMap((row) => {
      const why = refusal(row);
      return why === undefined ? [] : [el("p", { class: "verdict warn", "data-refused": row.id }, why)];
    }),
    el("p", {}, "Whether a difference is more than chance cannot be said. The values as they are told, beside each other:"),
    tablePlace("Values", table),
  ];
}
