import { Constraint, type ConstraintKind } from "@stepladder/schema";
import type { Kernels } from "../../host/kernels.ts";
import type { GoldColumns, Measure, Measurer, Statistic } from "../contract.ts";
import { strictAndLoose } from "./loose.ts";
import type { CheckedProcedure } from "./run.ts";

/** What a track says of its procedures under constraints. */
export interface ChecksCodec<Item, Prediction> {
  gold(item: Item): readonly Constraint[];
  prediction(prediction: Prediction): CheckedProcedure;
}

/** Every kind of constraint, in the order of the schema. */
export const KINDS: readonly ConstraintKind[] = Constraint.def.options.map(({ shape }) => shape.kind.def.values[0] as ConstraintKind);

const statistics: readonly Statistic[] = [
  { id: "checks", title: "Constraints" },
  { id: "checks-passed", title: "Constraints passed" },
  { id: "checks-passed-loose", title: "Constraints that a loose text passes" },
  { id: "all-checks-passed", title: "Procedures that pass all" },
  { id: "all-checks-passed-loose", title: "Procedures whose constraints loose texts pass" },
  ...KINDS.flatMap((kind) => [
    { id: `${kind}-asked`, title: `Constraints of kind ${kind}` },
    { id: `${kind}-passed`, title: `Of these, passed` },
  ]),
];

/** The `checks` family: which constraints a procedure passes. Its kernels run in each check; here is only counted. */
export function checks<Item, Prediction>(codec: ChecksCodec<Item, Prediction>): Measure<Item, Prediction> {
  return { family: "checks", statistics, gold: () => goldOf(codec) };
}

function goldOf<Item, Prediction>(codec: ChecksCodec<Item, Prediction>): GoldColumns<Item, Prediction> {
  const gold: (readonly Constraint[])[] = [];
  return { add: (item) => void gold.push(codec.gold(item)), measurer: (kernels) => measurerOf(codec, gold, kernels) };
}

function measurerOf<Item, Prediction>(
  codec: ChecksCodec<Item, Prediction>,
  gold: readonly (readonly Constraint[])[],
  kernels: Kernels,
): Measurer<Prediction> {
  let rows: number[][] = [];
  return {
    get queued() {
      return rows.length;
    },
    add: (item, prediction) => void rows.push(rowOf(codec.prediction(prediction), gold[item] ?? [], kernels)),
    flush: () => {
      const measured = Float64Array.from(rows.flat());
      rows = [];
      return measured;
    },
  };
}

function rowOf(procedure: CheckedProcedure, constraints: readonly Constraint[], kernels: Kernels): number[] {
  const { strict, loose } = strictAndLoose(procedure, constraints, kernels);
  const count = (passed: readonly boolean[]): number => passed.filter(Boolean).length;
  const byKind = KINDS.flatMap((kind) => {
    const own = strict.filter((_, i) => constraints[i]?.kind === kind);
    return [own.length, count(own)];
  });
  return [constraints.length, count(strict), count(loose), Number(strict.every(Boolean)), Number(loose.every(Boolean)), ...byKind];
}
