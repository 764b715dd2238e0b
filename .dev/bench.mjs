// `npm run bench`: builds the kernels and prints how fast they and what is around them are; `npm run bench -- score` for one job.
import { join } from "node:path";
import { must, nodePath, root } from "./runtime.mjs";
import { install } from "./setup.mjs";

install();
must("npm", ["run", "build", "--workspace", "wasm", "--silent"]);
for (const bench of ["wasm/bench/run.ts", "pipeline/bench.ts"])
  must(nodePath(), ["--expose-gc", join(root, bench), ...process.argv.slice(2)]);
