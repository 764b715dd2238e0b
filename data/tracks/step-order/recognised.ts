import type { NamedStep, OrderItem, OrderPrediction } from "@stepladder/schema";
import type { FailureKind } from "@stepladder/wasm/host/insight.ts";
import type { TimelinePanel } from "@stepladder/wasm/host/panels.ts";
import { failureOf, quoted } from "../failures.ts";
import { placeOf, UNKNOWN } from "./steps.ts";

type Kind = FailureKind<OrderItem, OrderPrediction>;
type Completion = NonNullable<OrderPrediction["completions"]>[number];

/** The completions of one step, of gold and predicted, each by time. */
interface Row {
  readonly place: number;
  readonly gold: readonly number[];
  readonly own: readonly Completion[];
}

/** One row for each step of the list, and behind them one for completions of no step, where there are any. */
function rowsOf({ steps, completions: gold = [] }: OrderItem, { completions: own = [] }: OrderPrediction): Row[] {
  const inTime = own.toSorted((a, b) => a.time - b.time);
  const rows = [...steps.keys(), UNKNOWN].map((place) => ({
    place,
    gold: gold.filter(({ step }) => step === place).map(({ time }) => time),
    own: inTime.filter(({ step }) => placeOf(step, steps) === place),
  }));
  return rows.filter(({ place, own: said }) => place !== UNKNOWN || said.length > 0);
}

function nameOf(place: number, { steps }: OrderItem): string {
  return steps[place] ?? "A step that is not in the list";
}

/** Points in time at which steps were done, and were said to be. */
export function recognitionPanel(item: OrderItem, predicted: OrderPrediction | undefined): TimelinePanel {
  const rows = rowsOf(item, predicted ?? {});
  const point = (time: number) => ({ start: time, end: time });
  const times = rows.flatMap(({ gold, own }) => [...gold, ...own.map(({ time }) => time)]);
  return {
    kind: "timeline",
    title: "When each step was done",
    unit: "seconds",
    end: times.reduce((last, time) => Math.max(last, time), 0),
    rows: rows.map(({ place, gold, own }) => ({
      name: nameOf(place, item),
      gold: gold.map(point),
      predicted: own.map(({ time }) => point(time)),
    })),
  };
}

/** Completions that go wrong in one way: `change` gives what a step's become, and how many of them were wrong. */
function ofRows(
  words: Pick<Kind, "id" | "title" | "explains">,
  detail: (step: string) => string,
  change: (row: Row) => { readonly wrong: number; readonly times: readonly Completion[] },
): Kind {
  return {
    ...words,
    find(prediction, item) {
      if (item.subtask !== "recognition" || prediction.completions === undefined) return undefined;
      const changed = rowsOf(item, prediction).map((row) => ({ row, ...change(row) }));
      return failureOf(
        changed.flatMap(({ row, wrong }) => Array.from({ length: wrong }, () => detail(quoted(nameOf(row.place, item))))),
        () => ({ completions: changed.flatMap(({ times }) => times).sort((a, b) => a.time - b.time) }),
      );
    },
  };
}

const at = (step: NamedStep, time: number): Completion => ({ step, time });

export const recognitionFailures: readonly Kind[] = [
  ofRows(
    {
      id: "completion-missed",
      title: "A completion missed",
      explains: "A step is said to be done less often than it was; mended, its last completions are said when they were.",
    },
    (step) => `${step} missed`,
    ({ place, gold, own }) => {
      const missed = gold.slice(own.length);
      return { wrong: missed.length, times: [...own, ...missed.map((time) => at(place, time))] };
    },
  ),
  ofRows(
    {
      id: "completion-too-many",
      title: "A completion too many",
      explains: "A step is said to be done more often than it was; mended, its last completions are not said.",
    },
    (step) => `${step} said too often`,
    ({ gold, own }) => ({ wrong: Math.max(0, own.length - gold.length), times: own.slice(0, gold.length) }),
  ),
  ofRows(
    {
      id: "completion-too-early",
      title: "A completion said too early",
      explains: "A step is said to be done before it was; mended, it is said when it was.",
    },
    (step) => `${step} said too early`,
    ({ gold, own }) => {
      const times = own.map(({ step, time }, i) => at(step, Math.max(time, gold[i] ?? time)));
      return { wrong: times.filter(({ time }, i) => time !== own[i]?.time).length, times };
    },
  ),
];
