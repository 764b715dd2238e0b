import { HtStepItem } from "@stepladder/schema";
import type { Format, GatheredFormat, Gathering } from "@stepladder/wasm/host/track.ts";
import { check, shown } from "@stepladder/wasm/intake/check.ts";
import type { Raw } from "@stepladder/wasm/intake/raw.ts";
import * as z from "zod/mini";
import { fieldsOf, plainNumbers } from "../records.ts";
import { fault, itemOf } from "./items.ts";

/** The one split that the official scorer takes. */
const SPLIT = "val_seen";

/** Events shorter than this, and those that lie no further from an earlier one of their step, are dropped (remove_duplicate_annotations). */
const TOLERANCE = 1e-3;

const Annotated = z.object({
  activity: z.string("expected the name of an activity"),
  annotations: z.array(
    z.object({
      segment: z
        .array(z.number("expected a number of seconds"), "expected a start and an end")
        .check(z.length(2, "expected a start and an end")),
      id: z.int("expected the number of a step"),
    }),
    "expected a list of annotations",
  ),
});
type Annotated = z.infer<typeof Annotated>;
type Event = Annotated["annotations"][number];

function isAnnotations(value: unknown): boolean {
  const [first] = Object.values(fieldsOf(value) ?? {});
  const fields = fieldsOf(first);
  return Array.isArray(fields?.annotations) && typeof fields.activity === "string";
}

const COLUMNS = ["global_step_index", "activity", "step_index", "variation", "variation_index", "headline"] as const;

function isTaxonomy(value: unknown): boolean {
  const fields = fieldsOf(value);
  return COLUMNS.every((name) => fields?.[name] !== undefined);
}

/** A row of the taxonomy: a step, and which variant of which activity's article it is of. */
interface TaxonomyRow {
  readonly label: number;
  readonly row: number;
  readonly activity: string;
  readonly variation: string;
}

/** Gold as published: annotations of all splits, and the steps that they name. */
export const officialFiles: GatheredFormat<HtStepItem> = {
  id: "official-files",
  title: "Official files: annotations.json (its val_seen videos), and taxonomy.csv beside it",
  accepts: ({ value }) => isAnnotations(value) || isTaxonomy(value),
  gather: () => new OfficialGathering(),
};

class OfficialGathering implements Gathering<HtStepItem> {
  readonly #videos = new Map<string, Annotated>();
  readonly #rows: TaxonomyRow[] = [];

  add({ value }: Raw): void {
    if (isTaxonomy(value)) {
      this.#rows.push(taxonomyRow(fieldsOf(value) as Fields, this.#rows.length));
      return;
    }
    for (const [video, told] of Object.entries(fieldsOf(value) ?? {})) {
      if (fieldsOf(told)?.subset === SPLIT) this.#videos.set(video, check(Annotated, plainNumbers(told), "", itemOf(video)));
    }
  }

  /** By activity as the taxonomy lists them, which is the order in which the official mean adds them; then as annotated. */
  *items(): Generator<HtStepItem> {
    if (this.#videos.size === 0) {
      throw fault(
        undefined,
        "annotations",
        `videos of the split ${SPLIT}`,
        "none",
        "give annotations.json of the release beside taxonomy.csv",
      );
    }
    if (this.#rows.length === 0) {
      throw fault(undefined, "taxonomy", "the steps of all articles", "none", "give taxonomy.csv of the release beside annotations.json");
    }
    const byLabel = new Map(this.#rows.map((row) => [row.label, row]));
    const counted = new Set<number>();
    const found = [...this.#videos].map(([video, annotated]) => {
      const id = itemOf(video);
      const variation = variationOf(id, annotated, byLabel);
      const segments = kept(annotated.annotations).map(({ segment: [start = 0, end = 0], id: label }) => ({ start, end, label }));
      for (const { label } of segments) counted.add(label);
      return { id, activity: annotated.activity, variation, segments };
    });
    const activities = [...new Set(this.#rows.map(({ activity }) => activity))];
    const inOrder = Map.groupBy(found, ({ activity }) => activity);
    for (const activity of activities) {
      for (const { id, variation, segments } of inOrder.get(activity) ?? []) {
        const steps = this.#rows.filter((row) => row.activity === activity && row.variation === variation);
        yield {
          id,
          split: SPLIT,
          activity,
          variation,
          steps: steps.map(({ label, row }) => ({ label, row })),
          counted: steps.map(({ label }) => label).filter((label) => counted.has(label)),
          segments,
        };
      }
    }
  }
}

type Fields = Record<string, unknown>;

function taxonomyRow(fields: Fields, row: number): TaxonomyRow {
  const { global_step_index: index, activity, variation } = fields;
  const label = Number(index);
  const text = (value: unknown, field: string): string => {
    if (typeof value === "string" && value !== "") return value;
    throw fault(undefined, field, "text", shown(value), "give taxonomy.csv as released");
  };
  if (!Number.isInteger(label))
    throw fault(undefined, "global_step_index", "a whole number", shown(index), "give taxonomy.csv as released");
  return { label, row, activity: text(activity, "activity"), variation: text(variation, "variation") };
}

/** The variant of the article that all annotations of a video are of; null where there are none. The official scorer stops at others. */
function variationOf(id: string, { activity, annotations }: Annotated, byLabel: ReadonlyMap<number, TaxonomyRow>): string | null {
  let variation: string | null = null;
  for (const [i, { id: label }] of annotations.entries()) {
    const step = byLabel.get(label);
    const field = `annotations[${i}].id`;
    const fix = "use annotations and taxonomy of one release";
    if (step?.activity !== activity) throw fault(id, field, `a step of ${activity}`, step === undefined ? `${label}` : step.activity, fix);
    if (variation !== null && step.variation !== variation) {
      throw fault(id, field, `a step of the variation ${variation}, as those before it`, step.variation, fix);
    }
    variation = step.variation;
  }
  return variation;
}

/** Events without those that are too short, and those that say again what one before them says. */
function kept(events: readonly Event[]): Event[] {
  const found: Event[] = [];
  const near = (a = 0, b = 0): boolean => Math.abs(a - b) <= TOLERANCE;
  for (const event of events) {
    const [start = 0, end = 0] = event.segment;
    const isAgain = found.some(({ segment, id }) => id === event.id && near(segment[0], start) && near(segment[1], end));
    if (end - start >= TOLERANCE && !isAgain) found.push(event);
  }
  return found;
}

/** Gold in Stepladder's own layout, as `stepladder import` writes it. */
export const goldFormat: Format<HtStepItem> = {
  id: "stepladder-gold",
  title: "Stepladder gold: one video per line with id, split, activity, variation, steps, counted and segments",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return typeof fields?.id === "string" && typeof fields.activity === "string" && Array.isArray(fields.counted);
  },
  read({ value }) {
    const item = check(HtStepItem, plainNumbers(value), "");
    const { id, steps, counted, segments } = item;
    const known = new Set(steps.map(({ label }) => label));
    const stray = counted.find((label) => !known.has(label));
    if (stray !== undefined) throw fault(id, "counted", "steps of the article", `${stray}`, "count only what steps has");
    for (const [i, { start, end, label }] of segments.entries()) {
      if (!counted.includes(label)) throw fault(id, `segments[${i}].label`, "a step that counts", `${label}`, "add the step to counted");
      if (!(end > start)) throw fault(id, `segments[${i}].end`, "an end after the start", `${start} to ${end}`, "put the start first");
    }
    return item;
  },
};
