// `npm run test:routes`: every page of the built site, in both themes, wide and narrow: fits, and is accessible. `npm test` takes one of each kind.
import { join } from "node:path";
import { browser } from "./browser.mjs";
import { must, root } from "./runtime.mjs";
import { install } from "./setup.mjs";

install();
await import("./build.mjs");
if (!browser()) throw new Error("no Chromium could be found or installed");
must("playwright", ["test", "pages", "-g", "fits and is accessible"], {
  cwd: join(root, "site"),
  env: { NODE_ENV: "test", ROUTES: "all" },
});
