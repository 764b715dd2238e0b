// `npm run build`: kernels, then the data that can be made here, then the site, once the ledger tells of every entry.
import { join } from "node:path";
import { must, nodePath, root } from "./runtime.mjs";
import { install } from "./setup.mjs";

install();
must("npm", ["run", "build", "--workspace", "wasm", "--silent"]);
must(nodePath(), [join(root, "pipeline/bin/stepladder.js"), "build", "--generated"]);
// Before the site is emptied: an entry that the ledger does not tell of would end its build.
must(nodePath(), [join(root, "pipeline/bin/stepladder.js"), "ledger", "check"]);
must("astro", ["build"], { cwd: join(root, "site") });
