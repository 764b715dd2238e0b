import { readFile } from "node:fs/promises";
import type { FileRecord } from "@stepladder/schema";
import { readSource } from "@stepladder/wasm/intake/read.ts";
import { expect, it } from "vitest";
import { goldenFiles } from "../golden.ts";
import { baselines } from "./baselines.ts";
import { isCase, Numbering } from "./kepp.ts";
import { trainingPlans } from "./training.ts";

const readme = await readFile(new URL("README.md", import.meta.url), "utf8");
const kepp = await goldenFiles("crosstask-planning-kepp/plan");
const crosstask = await goldenFiles("crosstask");

async function recordsOf(files: Exclude<typeof kepp, string>, wanted: RegExp): Promise<FileRecord[]> {
  const sources = [...files].filter(([name]) => wanted.test(name)).map(([, source]) => source);
  return (await Promise.all(sources.map((source) => Array.fromAsync(readSource(source, { problem: () => {} }))))).flat(2);
}

it("the datasheet tells what simple counting finds between the true ends, and how many test runs are training runs", async (context) => {
  if (typeof kepp === "string") return context.skip(kepp);
  if (typeof crosstask === "string") return context.skip(crosstask);
  const cases = (await recordsOf(kepp, /test_list\.json$/)).filter(({ value }) => isCase(value));
  const training = trainingPlans(await recordsOf(crosstask, /pdpp_train_list\.json$|tasks_primary\.txt$|annotations\/.+\.csv$/), 4);
  const numbering = new Numbering();
  const asked = cases.map(({ value, file }) => numbering.next(value, file).case);
  const actionsOf = (own: (typeof asked)[0]): number[] => own.legal_range.map(([, , action]) => action as number);
  const rate = (id: string): string => {
    const plan = baselines.find((one) => one.id === id)?.fit(training);
    const right = asked.filter((own) => {
      const actions = actionsOf(own);
      return plan?.({ ...own, pred_list: actions })?.join() === actions.join();
    });
    return `${((100 * right.length) / asked.length).toFixed(1)} %`;
  };
  const runs = new Set(training.map(({ task, actions }) => [task, ...actions].join()));
  const seen = asked.filter((own) => runs.has([own.task, ...actionsOf(own)].join())).length;
  expect(readme).toContain(
    `commonest training run between them is right in ${rate("nearest-path")} of the cases, the likeliest way of a chain in ${rate("markov")}`,
  );
  expect(readme).toContain(`Of the ${asked.length.toLocaleString("en")} runs ${seen.toLocaleString("en")} occur in the training videos`);
  expect(readme).toContain(`the ${training.length.toLocaleString("en")} runs of four actions`);
});
