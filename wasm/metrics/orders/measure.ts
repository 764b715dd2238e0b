import type { AskedFamily, Columns } from "../asked.ts";
import { stepColumns } from "../completion/measure.ts";
import { SCRATCH } from "./abi.ts";

/** Steps numbered from 0 to 63, and pairs of which the first has to come before the second, without a cycle. */
export interface PartialOrder {
  readonly steps: number;
  readonly before: readonly (readonly [before: number, after: number])[];
}

/** Row a of the closure has bit b where a has to come before b, over whatever stands between (Warshall 1962). */
export function closureOf({ steps, before }: PartialOrder): bigint[] {
  const rows = new Array<bigint>(steps).fill(0n);
  for (const [a, b] of before) rows[a] = (rows[a] as bigint) | (1n << BigInt(b));
  for (let via = 0; via < steps; via++) {
    for (let a = 0; a < steps; a++) {
      if (((rows[a] as bigint) >> BigInt(via)) & 1n) rows[a] = (rows[a] as bigint) | (rows[via] as bigint);
    }
  }
  return rows;
}

function goldColumns(): Columns<PartialOrder> {
  const starts = [0];
  const rows: bigint[] = [];
  return {
    push(one) {
      if (one !== undefined) rows.push(...closureOf(one));
      starts.push(rows.length);
    },
    words: () => [Int32Array.from(starts), new Int32Array(BigUint64Array.from(rows).buffer)],
    clear() {
      starts.length = 1;
      rows.length = 0;
    },
  };
}

/** A family of orders: one kernel under the names of those who ask. An item without any pair asks for none. */
function orderFamily<Id extends string>(id: Id): AskedFamily<PartialOrder, readonly number[]> {
  return {
    id,
    statistics: [
      { id: `${id}-asked`, title: "Asks for an order" },
      { id: `${id}-answered`, title: "Has one" },
      { id: `${id}-exact`, title: "Names every step once, and contradicts gold nowhere" },
      { id: `${id}-pairs`, title: "Share of gold's ordered pairs that stand right" },
      { id: `${id}-tau`, title: "Kendall's tau-b" },
      { id: `${id}-moves`, title: "Steps to move" },
    ],
    gold: goldColumns,
    answers: stepColumns,
    scratch: SCRATCH,
    run: ({ exports }, ...pointers) => exports.ordersMeasure(...pointers),
  };
}

/** The `orders` family: an order of the steps of a task against its graph. An order is a list of different steps of the item. */
export const orders = orderFamily("orders");

/** The `section-orders` family: an order of the steps of an ordered section against the one they are written in. */
export const sectionOrders = orderFamily("section-orders");

/** The `called-orders` family: the same, where an order counts only if the section is also called ordered. */
export const calledOrders = orderFamily("called-orders");
