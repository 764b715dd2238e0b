import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, type TestContext } from "vitest";
import { readTasks } from "../inducers/inputs/index.ts";
import { ROOT } from "../testing.ts";
import { withSureNumbers } from "./numbered-scripts.ts";

const DATA = join(process.env.STEPLADDER_DATA ?? join(ROOT, "../shared/data"), "graph-script");
const ARRAYS = ["input_sequences", "output_sequences", "reference_step_libraries"].map((name) =>
  join(DATA, `crosstask_wikihow_${name}.json.gz`),
);

/** The released arrays as they are read; skips the test where they are not at hand. */
function released({ skip }: TestContext) {
  skip(!existsSync(DATA), "official data graph-script is not at hand (STEPLADDER_DATA, default ../shared/data)");
  return readTasks(ARRAYS, new AbortController().signal);
}

describe("procedures of the released arrays", () => {
  it("have the numbers of the board where the release is whole", async (context) => {
    const tasks = await withSureNumbers(await released(context));
    expect(tasks.map(({ script }) => script?.number)).toEqual([...tasks.keys()]);
    expect(tasks).toHaveLength(17);
  });

  it("have none where some are left out, or others come first", async (context) => {
    const tasks = await released(context);
    const numbered = (some: typeof tasks) => some.map((task, number) => ({ ...task, script: { number, byPlace: true } }));
    for (const some of [tasks.slice(9), tasks.slice(0, 9), [...tasks.slice(9), ...tasks.slice(0, 9)]])
      expect((await withSureNumbers(numbered(some))).some((task) => "script" in task)).toBe(false);
  });
});
