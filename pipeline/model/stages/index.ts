import { createHash } from "node:crypto";
import type { MinedProcedure } from "@stepladder/schema";
import { extract } from "./extract.ts";
import { resources } from "./resources.ts";
import { rewrite } from "./rewrite.ts";
import { screen } from "./screen.ts";
import type { Stage } from "./stage.ts";
import { verify } from "./verify.ts";

/** Stages that a procedure passes, in order; `extract` comes before them, for pages without one. */
export const stages: readonly Stage[] = [screen, rewrite, resources, verify];

const SOURCE = { sha256: "0" };
const EXAMPLE: MinedProcedure = {
  id: "example",
  goal: "Boil an egg",
  lang: "en",
  resources: [],
  steps: [{ text: "Boil an egg.", pointer: "li" }],
  source: SOURCE,
  miner: "example",
  score: 1,
  pointer: "ol",
};

/** sha256 of what a stage asks of one and the same example: another prompt has another hash. */
export function promptHash(id: string): string {
  const stage = stages.find((one) => one.id === id);
  const ask = stage === undefined ? extract.ask({ id: "example", lang: "en", source: SOURCE, text: "Boil an egg." }) : stage.ask(EXAMPLE);
  return createHash("sha256").update(JSON.stringify(ask)).digest("hex");
}
