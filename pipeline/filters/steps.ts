import type { Filter } from "../core/mining.ts";

/** One step is no procedure, and two are hardly one; a list of hundreds is none either. */
const LEAST = 3;
const MOST = 100;

export const enoughSteps: Filter = {
  id: "steps",
  title: `${LEAST} to ${MOST} steps`,
  judge({ steps: { length } }) {
    if (length < LEAST) return { reason: "too-few-steps", detail: `${length}, expected ${LEAST} at least` };
    if (length > MOST) return { reason: "too-many-steps", detail: `${length}, expected ${MOST} at most` };
    return undefined;
  },
};
