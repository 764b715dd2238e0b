// `npm start`: from a fresh clone to a served site.
import { join } from "node:path";
import { nodePath, root, run } from "./runtime.mjs";
import "./build.mjs";

process.exitCode = run(nodePath(), [join(root, "pipeline/bin/stepladder.js"), "serve", ...process.argv.slice(2)]);
