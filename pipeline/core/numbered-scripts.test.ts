import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTasks } from "../inducers/inputs/index.ts";
import { withSureNumbers } from "./numbered-scripts.ts";

const DATA = process.env.STEPLADDER_DATA;
const arrays = (folder: string): string[] =>
  ["input_sequences", "output_sequences", "reference_step_libraries"].map((name) =>
    join(folder, `graph-script/crosstask_wikihow_${name}.json.gz`),
  );

describe.skipIf(DATA === undefined)("procedures of the released arrays (needs STEPLADDER_DATA)", () => {
  it("have the numbers of the board where the release is whole", async () => {
    const tasks = await withSureNumbers(await readTasks(arrays(DATA as string), new AbortController().signal));
    expect(tasks.map(({ script }) => script?.number)).toEqual([...tasks.keys()]);
    expect(tasks).toHaveLength(17);
  });

  it("have none where some are left out, or others come first", async () => {
    const tasks = await readTasks(arrays(DATA as string), new AbortController().signal);
    const numbered = (some: typeof tasks) => some.map((task, number) => ({ ...task, script: { number, byPlace: true } }));
    for (const some of [tasks.slice(9), tasks.slice(0, 9), [...tasks.slice(9), ...tasks.slice(0, 9)]])
      expect((await withSureNumbers(numbered(some))).some((task) => "script" in task)).toBe(false);
  });
});
