import type { OrderItem, OrderPrediction } from "@stepladder/schema";
import type { Panel } from "@stepladder/wasm/host/panels.ts";
import { defineInsight } from "../define.ts";
import { mistakeFailures, mistakesPanel } from "./mistaken.ts";
import { orderFailures, orderGraph, orderPanel } from "./ordered.ts";
import { recognitionFailures, recognitionPanel } from "./recognised.ts";

const TITLES: Readonly<Record<OrderItem["subtask"], string>> = {
  section: "Have these steps an order?",
  graph: "In which order can this be done?",
  recognition: "When was each step done?",
  mistakes: "What went wrong?",
};

function panelsOf(item: OrderItem, predicted: OrderPrediction | undefined): Panel[] {
  if (item.subtask === "recognition") return [recognitionPanel(item, predicted)];
  if (item.subtask === "mistakes") return [mistakesPanel(item, predicted)];
  if (item.before === undefined) return [{ kind: "text", title: "The steps as they are shown", reference: item.steps }];
  const order = orderPanel(item, predicted);
  return item.subtask === "graph" ? [order, orderGraph(item, predicted)] : [order];
}

function call(name: string, ordered: boolean | undefined) {
  return ordered === undefined ? [] : [{ name, value: ordered ? "Ordered" : "Not ordered" }];
}

export default defineInsight<OrderItem, OrderPrediction>({
  view(item, predicted) {
    const { subtask, task, ordered, released } = item;
    return {
      title: `${TITLES[subtask]} (${task})`,
      facts:
        subtask === "section"
          ? [...call("Gold", ordered), ...call("Label as released", released), ...call("Predicted", predicted?.ordered)]
          : [],
      panels: panelsOf(item, predicted),
    };
  },
  failures: [...orderFailures, ...recognitionFailures, ...mistakeFailures],
});
