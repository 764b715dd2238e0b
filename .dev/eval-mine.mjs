// `npm run eval:mine -- --gold <folder>`: how well procedures are mined, on pages with gold; see pipeline/eval/README.md.
import { join } from "node:path";
import { must, nodePath, root } from "./runtime.mjs";
import { install } from "./setup.mjs";

install();
must(nodePath(), [join(root, "pipeline/eval/mine.ts"), ...process.argv.slice(2)]);
