// `npm run build`: kernels, then the data that can be made here, then the site.
import { join } from "node:path";
import { must, nodePath, root } from "./runtime.mjs";
import { install } from "./setup.mjs";

install();
must("npm", ["run", "build", "--workspace", "wasm", "--silent"]);
must(nodePath(), [join(root, "pipeline/bin/stepladder.js"), "build", "procladder"]);
must("astro", ["build"], { cwd: join(root, "site") });
