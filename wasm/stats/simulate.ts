// Simulates how often intervals, tests and ranks are right, and writes the tables into README.md beside this file, between the marks.
// `node wasm/stats/simulate.ts`, after `npm run build -w wasm`; always the same bytes.

import { readFile, writeFile } from "node:fs/promises";
import { loadKernels } from "../host/node.ts";
import { head, line, TABLES } from "./simulation/tables.ts";

const README = new URL("README.md", import.meta.url);
const kernels = await loadKernels();

const tables = TABLES.map((table) => {
  const lines = table.rows.map((row) => {
    const printed = line(kernels, row);
    console.log(printed);
    return printed;
  });
  return [head(table), ...lines].join("\n");
});

const readme = await readFile(README, "utf8");
const [before, , after] = readme.split(/(?<=<!-- simulation -->\n)|(?=<!-- \/simulation -->)/);
await writeFile(README, `${before}\n${tables.join("\n\n")}\n\n${after}`);
