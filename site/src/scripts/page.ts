import { keepOffline } from "../pwa/register.ts";
import { watchDrops } from "./drop.ts";
import { watchKeys } from "./keys.ts";
import { watchTheme } from "./theme.ts";

watchTheme();
watchKeys();
watchDrops();
keepOffline(document.body.dataset.base ?? "/");
