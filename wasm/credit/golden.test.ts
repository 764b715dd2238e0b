import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { loadCreditKernels } from "../host/node.ts";
import { differing, goldens } from "./golden.ts";

const DATA = process.env.STEPLADDER_DATA ?? fileURLToPath(new URL("../../../shared/data", import.meta.url));
const kernels = await loadCreditKernels();

it.for(goldens)("$unit gives what every case of $file does", async ({ file, tolerance, cases }, context) => {
  const path = `${DATA}/${file}`;
  if (!existsSync(path)) return context.skip(`official ${file} is not at hand (STEPLADDER_DATA, default ../shared/data)`);
  const run = cases(JSON.parse(await readFile(path, "utf8")), kernels);
  expect(run.length).toBeGreaterThan(0);
  expect(differing(run, tolerance)).toEqual([]);
});
