import { GroundedVideo } from "@stepladder/schema";
import { fault, fieldsOf, plainNumbers } from "@stepladder/tracks/records.ts";
import type { GatheredFormat } from "@stepladder/wasm/host/track.ts";
import { check } from "@stepladder/wasm/intake/check.ts";
import type { Path, Task } from "../task.ts";
import { checkTask } from "./check.ts";

export const grounded: GatheredFormat<Task> = {
  id: "grounded",
  title: 'grounded.jsonl of "stepladder align": videos with the segments in which steps of an article were found',
  accepts({ value }) {
    const fields = fieldsOf(value);
    return typeof fields?.procedure === "string" && Array.isArray(fields.segments);
  },
  gather() {
    const videos = new Map<string, GroundedVideo[]>();
    return {
      add({ value }) {
        const video = check(GroundedVideo, plainNumbers(value), "");
        const own = videos.get(video.procedure) ?? [];
        if (own[0] !== undefined && JSON.stringify(own[0].steps) !== JSON.stringify(video.steps))
          throw fault(
            video.id,
            "steps",
            `the steps that ${own[0].id} has of ${video.procedure}`,
            "others",
            "ground all videos in one article",
          );
        videos.set(video.procedure, [...own, video]);
      },
      *items() {
        for (const [id, own] of videos) {
          const [{ goal, steps }] = own as [GroundedVideo];
          const paths = own.map(pathOf).filter(({ length }) => length > 0);
          yield checkTask({ id, goal, steps: steps.map((text) => ({ key: text, text })), paths });
        }
      },
    };
  },
};

/** Steps in the order in which they begin; what is cut in two is done once. A video in which nothing was found shows no path. */
function pathOf({ segments }: GroundedVideo): Path {
  const steps = segments.toSorted((a, b) => a.start - b.start || a.end - b.end || a.step - b.step).map(({ step }) => step);
  return steps.filter((step, i) => step !== steps[i - 1]);
}
