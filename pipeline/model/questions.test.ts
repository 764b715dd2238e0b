import { askedTracks } from "@stepladder/tracks/testing-prompts.ts";
import { RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { describe, expect, it } from "vitest";
import type { Job } from "./jobs.ts";
import { questionsOf } from "./questions.ts";

const never = new AbortController().signal;
/** Tracks of which the official rule takes any text for an answer: as its steps, line by line, or word by word. */
const TAKES_ALL = ["exact-instructions", "how2bench", "procedure-checks"];

describe.each(await askedTracks())("the questions of $id", ({ id, track, prompt, prompted, testing }) => {
  const jobs = async (): Promise<Job[]> =>
    Array.fromAsync(questionsOf(track, prompt, await testing.fixtures(prompted.gold), { samples: 1, temperature: 0 }, never).jobs());

  it("count no answer as read that the track finds none in, and any that it takes", async () => {
    const output = "I boil the water, and cannot say.";
    const asked = await jobs();
    expect(asked.length).toBeGreaterThan(0);
    for (const job of asked) {
      if (TAKES_ALL.includes(id)) {
        expect(job.read(output)).toMatchObject({ id: job.id });
        continue;
      }
      expect(() => job.read(output)).toThrow(RecordProblem);
      if (prompt.read === undefined) expect(job.unread?.(output)).toEqual({ id: job.id, output });
    }
  });
});
