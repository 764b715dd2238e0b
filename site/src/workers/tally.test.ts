import { expect, test } from "vitest";
import type { JobProgress } from "./messages.ts";
import { Tally, tallied } from "./tally.ts";

test("files add up, each as far as it was last heard of, and the page is told seldom", () => {
  const heard: JobProgress[] = [];
  const files = ["a", "b"].map((name) => ({ name, file: new File(["x".repeat(10)], name) }));
  let clock = 0;
  const tally = new Tally(
    files,
    (progress) => heard.push(progress),
    () => clock,
  );
  const say = (file: string, consumed: number, stage: "gold" | "predictions" = "predictions", order = 0) =>
    tally.take({ stage, file, order, consumed, size: 10, records: consumed });
  say("gold", 5, "gold");
  say("a", 4);
  say("a", 5);
  clock = 60;
  say("b", 3);
  say("gold", 7, "gold");
  clock = 500;
  say("b", 6);
  clock = 1000;
  say("b", 4, "predictions", 1);
  expect(heard.map(({ stage, consumed, size, rate }) => [stage, consumed, size, rate])).toEqual([
    ["gold", 5, 10, undefined],
    ["predictions", 4, 20, undefined],
    ["predictions", 8, 20, undefined],
    ["predictions", 11, 20, 22],
    ["predictions", 15, 20, 15],
  ]);
});

const REPORT = { stage: "predictions", file: "a", order: 0, consumed: 1, size: 1, records: 0 } as const;

test("a report that comes after the answer is not passed on", async () => {
  const heard: JobProgress[] = [];
  let late: Tally["take"] | undefined;
  const answer = await tallied(
    [],
    (progress) => heard.push(progress),
    new AbortController().signal,
    async (take) => {
      late = take;
      return "done";
    },
  );
  late?.(REPORT);
  expect([answer, late === undefined, heard]).toEqual(["done", false, []]);
});

test("a report that comes after the abort is not passed on", async () => {
  const heard: JobProgress[] = [];
  const job = new AbortController();
  await tallied(
    [],
    (progress) => heard.push(progress),
    job.signal,
    async (take) => {
      take(REPORT);
      job.abort();
      take({ ...REPORT, stage: "gold" });
    },
  );
  expect(heard).toEqual([{ stage: "predictions", consumed: 1, size: 0, records: 0 }]);
});
