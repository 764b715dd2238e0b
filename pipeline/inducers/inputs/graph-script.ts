import { releasedPaths } from "@stepladder/tracks/graph-script/gold.ts";
import { fieldsOf } from "@stepladder/tracks/records.ts";
import type { GatheredFormat } from "@stepladder/wasm/host/track.ts";
import type { Task } from "../task.ts";

/** The release says of its procedures no more than their steps. */
export const graphScript: GatheredFormat<Task> = {
  id: "graph-script",
  title: "graph-script's paths, as released or in short: task_index, step_library and paths",
  accepts: releasedPaths.accepts,
  gather() {
    const items = releasedPaths.gather();
    let byPlace = true;
    return {
      add(raw) {
        // In short each procedure bears its number.
        if (fieldsOf(raw.value)?.task_index !== undefined) byPlace = false;
        items.add(raw);
      },
      *items() {
        let number = 0;
        for (const { task, subtask, library, observed } of items.items()) {
          if (subtask !== "graph-script") continue;
          const steps = library.map((text) => ({ key: text, text }));
          yield {
            id: `gs:${task}`,
            goal: `Procedure ${task} of graph-script`,
            steps,
            paths: observed,
            script: { number: number++, byPlace },
          };
        }
      },
    };
  },
};
