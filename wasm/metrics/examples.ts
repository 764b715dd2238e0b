import { example as completion } from "./completion/example.ts";
import type { Example } from "./example.ts";
import { example as frames } from "./frames/example.ts";
import { example as grades } from "./grades/example.ts";
import { example as graphs } from "./graphs/example.ts";
import { example as judgments } from "./judgments/example.ts";
import { example as labels } from "./labels/example.ts";
import { example as ranking } from "./ranking/example.ts";
import { example as scripts } from "./scripts/example.ts";
import { example as states } from "./states/example.ts";

/** Worked examples by family of metrics. */
export const examples: Readonly<Record<string, Example>> = {
  completion,
  frames,
  grades,
  graphs,
  judgments,
  labels,
  ranking,
  scripts,
  states,
};
