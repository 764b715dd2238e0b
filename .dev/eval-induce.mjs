// `npm run eval:induce`: how well step graphs are induced from paths, on official data; see pipeline/eval/README.md.
import { join } from "node:path";
import { must, nodePath, root } from "./runtime.mjs";
import { install } from "./setup.mjs";

install();
must(nodePath(), [join(root, "pipeline/eval/induce.ts"), ...process.argv.slice(2)]);
