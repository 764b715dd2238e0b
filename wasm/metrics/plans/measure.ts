import type { AskedFamily, Columns } from "../asked.ts";
import { stepColumns } from "../completion/measure.ts";
import type { EventSink, GoldColumns, Measure, Measurer } from "../contract.ts";
import { Lists } from "../lists.ts";
import { BATCH } from "./batches.ts";

/** A plan: actions as whole numbers, in the order in which they are done. At most MOST_ACTIONS. */
export type Plan = readonly number[];

/** The `plans` family: a list of actions against the one that was done, position by position and as sets. */
export const plans: AskedFamily<Plan, Plan> = {
  id: "plans",
  statistics: [
    { id: "plans-asked", title: "Asks for a plan" },
    { id: "plans-answered", title: "Has one" },
    { id: "plan-positions", title: "Actions of gold" },
    { id: "plan-right", title: "Positions with gold's action" },
    { id: "plan-success", title: "Every action right" },
    { id: "plan-first", title: "First action right" },
    { id: "plan-last", title: "Last action right" },
    { id: "plan-iou", title: "IoU of the two sets of actions" },
  ],
  gold: planColumns,
  answers: stepColumns,
  scratch: 0,
  run: ({ exports }, ...pointers) => exports.plansMeasure(...pointers),
};

/** A list for each item; an empty one where it asks for no plan. */
function planColumns(): Columns<Plan> {
  const lists = new Lists();
  return {
    push: (plan = []) => lists.push(plan),
    words: () => lists.columns(),
    clear: () => lists.clear(),
  };
}

/** What a track says of its plans to the sets of them. */
export interface PlanSetsCodec<Item, Prediction> {
  gold(item: Item): Plan;
  prediction(prediction: Prediction): Plan;
}

/** The list of its events: one for each different action that is planned in a batch, of the class of the action's number. */
export const PLANNED = "planned";

/** The `plan-sets` family: which actions were planned and which were done, told batch by batch: no single case can be read from it. It counts, so that it needs no kernel. */
export function planSets<Item, Prediction>(codec: PlanSetsCodec<Item, Prediction>): Measure<Item, Prediction> {
  return { family: "plan-sets", statistics: [], events: [PLANNED], batches: { [PLANNED]: BATCH }, gold: () => goldOf(codec) };
}

function goldOf<Item, Prediction>(codec: PlanSetsCodec<Item, Prediction>): GoldColumns<Item, Prediction> {
  const gold: ReadonlySet<number>[] = [];
  return { add: (item) => void gold.push(new Set(codec.gold(item))), measurer: () => measurerOf(codec, gold) };
}

function measurerOf<Item, Prediction>(codec: PlanSetsCodec<Item, Prediction>, gold: readonly ReadonlySet<number>[]): Measurer<Prediction> {
  let queue: { readonly done: ReadonlySet<number>; readonly planned: ReadonlySet<number> }[] = [];
  return {
    get queued() {
      return queue.length;
    },
    add: (item, prediction) => {
      queue.push({ done: gold[item] ?? new Set(), planned: new Set(codec.prediction(prediction)) });
    },
    flush: (sink) => {
      if (sink !== undefined) for (const [row, { done, planned }] of queue.entries()) tell(sink, row, done, planned);
      queue = [];
      return new Float64Array(0);
    },
  };
}

function tell(sink: EventSink, row: number, done: ReadonlySet<number>, planned: ReadonlySet<number>): void {
  for (const action of done) sink.wanted(PLANNED, row, action, 1);
  for (const [order, action] of [...planned].entries()) {
    sink.event(PLANNED, row, { class: action, score: 0, order, hits: Number(done.has(action)) });
  }
}
