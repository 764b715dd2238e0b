// `npm run eval:align`: how well steps are grounded in narrations, beside baselines; see pipeline/eval/README.md.
import { join } from "node:path";
import { must, nodePath, root } from "./runtime.mjs";
import { install } from "./setup.mjs";

install();
must(nodePath(), [join(root, "pipeline/eval/align.ts"), ...process.argv.slice(2)]);
