import type { Constraint } from "@stepladder/schema";
import { Random } from "../../data/tracks/procladder/random.ts";
import type { CheckedProcedure } from "../metrics/checks/run.ts";

const SEED = 61;
const PROCEDURES = 100_000;
const WORDS = 3_000;

/** Procedures and what all of them are checked by. */
export interface ChecksWorkload {
  readonly procedures: readonly CheckedProcedure[];
  readonly constraints: readonly Constraint[];
  readonly steps: number;
}

/**
 * Procedures of 6 to 12 steps of 5 to 14 words. Half of the steps are those of one procedure, with words changed in every other one and
 * perhaps in another order, so that there is something to match; one procedure in ten says a step twice.
 */
export function checksWorkload(): ChecksWorkload {
  const random = new Random(SEED, 0);
  const words = Array.from(
    { length: WORDS },
    (_, k) => `${random.text("aeiorstn", 1 + (k % 5))}${k.toString(26).replaceAll(/\d/g, (d) => "qrstuvwxyz"[Number(d)] as string)}`,
  );
  const sentence = (): string[] => random.list(random.between(5, 14), () => random.pick(words));
  const known = random.list(6, sentence);
  const written = (step: readonly string[]): string => {
    const text = step.join(" ");
    return `${(text[0] ?? "").toUpperCase()}${text.slice(1)}.`;
  };
  let steps = 0;
  const procedures = Array.from({ length: PROCEDURES }, (): CheckedProcedure => {
    const own = known.map((step) => (random.chance(1, 2) ? step : step.map((word) => (random.chance(1, 6) ? random.pick(words) : word))));
    const others = random.list(random.between(0, 6), sentence);
    const all = [...(random.chance(2, 3) ? own : random.shuffle(own)), ...others];
    if (random.chance(1, 10)) all.push(all[random.below(all.length)] as string[]);
    steps += all.length;
    return { resources: [], steps: all.map(written) };
  });
  const texts = known.map(written);
  const constraints: Constraint[] = [
    { kind: "required", steps: texts },
    {
      kind: "precedence",
      steps: texts,
      before: [
        [0, 1],
        [0, 2],
        [1, 3],
        [2, 3],
        [3, 4],
        [4, 5],
      ],
    },
    { kind: "no-duplicates" },
  ];
  return { procedures, constraints, steps };
}
