import type { OrderItem } from "@stepladder/schema";
import { shown } from "@stepladder/wasm/intake/check.ts";
import type { Raw } from "@stepladder/wasm/intake/raw.ts";
import { Random } from "../procladder/random.ts";
import { fault, fieldsOf } from "../records.ts";
import { itemId } from "./items.ts";

/** Decides the order in which steps are shown; every item has a stream of its own. */
export const SEED = 2026;

const ORDERED = "ordered?";

/** A row of ordering_annotations_1000.csv. */
export function isSection({ value }: Raw): boolean {
  const fields = fieldsOf(value);
  return typeof fields?.goal === "string" && typeof fields.steps === "string" && fields[ORDERED] !== undefined;
}

/** Steps stand in one text: a step ends with a full stop, an exclamation or a question mark that a blank follows. */
export function stepsIn(text: string): string[] {
  return text
    .trim()
    .split(/(?<=[.!?])\s+/)
    .filter((step) => step !== "");
}

/** `steps` as they are shown, and where each of them stands there. */
export function shuffled(steps: readonly string[], seed: number, item: number): { shown: string[]; places: number[] } {
  const order = new Random(seed, item).shuffle([...steps.keys()]);
  return { shown: order.map((step) => steps[step] as string), places: [...steps.keys()].map((step) => order.indexOf(step)) };
}

/** The chain through places, as pairs in a row. */
function chain(places: readonly number[]): number[][] {
  return places.slice(1).map((place, i) => [places[i] as number, place]);
}

/** The released table is known by its rows labelled ordered, hundred by hundred. */
const RELEASED = [49, 45, 33, 38, 44, 50, 42, 44, 27, 42];

/**
 * Where the labels of the released table belong. Those of rows 101 to 900 stand beside other rows' text: blocks of about a hundred were
 * put together in another order (README). Rows from the first to the last, counted from 0, have the label of the row so many further on.
 */
export const DISPLACED: readonly (readonly [first: number, last: number, further: number])[] = [
  [100, 299, 600],
  [300, 399, -101],
  [400, 599, -100],
  [600, 698, -500],
  [700, 899, -200],
];

/** The one row whose label is not found again. */
const LOST = 699;

interface Row {
  readonly goal: string;
  readonly steps: readonly string[];
  readonly ordered: boolean;
}

function isReleased(rows: readonly Row[]): boolean {
  const hundreds = RELEASED.map((_, h) => rows.slice(100 * h, 100 * h + 100).filter(({ ordered }) => ordered).length);
  return rows.length === 100 * RELEASED.length && hundreds.every((count, h) => count === RELEASED[h]);
}

/** The row, from 0, that has the label of row `i` of the released table; `undefined` where none has. */
export function labelRow(i: number): number | undefined {
  const [, , further = 0] = DISPLACED.find(([first, last]) => first <= i && i <= last) ?? [];
  return i === LOST ? undefined : i + further;
}

/** Labelled sections of wikiHow articles. */
export class Sections {
  readonly #rows: Row[] = [];

  add({ value }: Raw): void {
    const { goal, steps, [ORDERED]: label } = fieldsOf(value) as Record<string, string>;
    const field = `row ${this.#rows.length + 1}`;
    if (label !== "0" && label !== "1") throw fault(undefined, `${field} ${ORDERED}`, "0 or 1", shown(label), "give the table as released");
    const own = stepsIn(steps as string);
    if (own.length === 0) throw fault(undefined, `${field} steps`, "steps", shown(steps), "give the table as released");
    this.#rows.push({ goal: goal as string, steps: own, ordered: label === "1" });
  }

  /** Sections are numbered from 1 as they come, articles as they first come. */
  *items(): Generator<OrderItem> {
    const articles = new Map<string, string>();
    const released = isReleased(this.#rows);
    for (const [i, row] of this.#rows.entries()) {
      const { goal, steps } = row;
      const article = goal.split(" - ")[0] as string;
      if (!articles.has(article)) articles.set(article, `article_${String(articles.size + 1).padStart(4, "0")}`);
      const at = released ? labelRow(i) : i;
      const label = at === undefined ? undefined : this.#rows[at];
      const { shown: list, places } = shuffled(steps, SEED, i);
      yield {
        id: itemId("section", String(i + 1).padStart(4, "0")),
        subtask: "section",
        task: articles.get(article) as string,
        steps: list,
        released: row.ordered,
        ...(label === undefined ? {} : { ordered: label.ordered }),
        labelled: label === undefined ? "lost" : label === row ? "in place" : "put back",
        ...(label?.ordered && steps.length > 1 ? { before: chain(places) } : {}),
      };
    }
  }
}
