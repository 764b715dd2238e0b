import { CommandError } from "../core/errors.ts";
import { beamCount } from "./beam-count.ts";
import { frequency } from "./frequency.ts";
import { likelihood } from "./likelihood.ts";
import { mdl } from "./mdl.ts";
import type { Inducer } from "./task.ts";

/** All ways to induce; the first one is the default. */
export const inducers: readonly Inducer[] = [frequency, beamCount, likelihood, mdl];

/** Throws CommandError where no inducer is called so. */
export function inducerOf(id: string): Inducer {
  const found = inducers.find((inducer) => inducer.id === id);
  if (found === undefined)
    throw new CommandError(`method: expected one of ${inducers.map((inducer) => inducer.id).join(", ")}, found ${id}`);
  return found;
}
