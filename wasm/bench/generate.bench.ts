import { generateItems } from "../../data/tracks/procladder/generate.ts";
import { contend } from "./contend.ts";
import type { Job } from "./job.ts";

const ITEMS = 1800;

/** How fast procladder makes a release. */
const generate: Job = async () => {
  const ours = {
    name: "stepladder, items as objects",
    run() {
      let states = 0;
      for (const { intermediate } of generateItems({ items: ITEMS, seed: 1 })) states += intermediate.length + 1;
      return { result: states };
    },
  };
  return {
    job: `generate ${ITEMS} items of procladder, 2 to 128 steps`,
    timed: await contend([ours]),
    amount: [ITEMS, "items"],
    result: "states",
    notes: ["ours is the plain JavaScript version; no C limit was written, and no other generator makes these items"],
  };
};
export default generate;
