import type { DroppedProcedure, MinedProcedure } from "@stepladder/schema";
import type { Filter } from "../core/mining.ts";
import { checks } from "./checks.ts";
import { noEntity } from "./entities.ts";
import { howTo } from "./how-to.ts";
import { noInterface } from "./interface.ts";
import { english } from "./language.ts";
import { sequential } from "./order.ts";
import { paperPrefilter, prefilter } from "./prefilter.ts";
import { quality } from "./quality.ts";
import { enoughSteps } from "./steps.ts";

/**
 * Which filters look at a procedure alone, in the order in which they are asked; the first that drops it tells why.
 *
 * `default` keeps every list of instructions, in any language, software help too. `how2mine` keeps what How2Mine keeps, as far as rules can
 * tell: its prefilter is official, its other filters are a language model there and words here, under names of ours. `how2mine-paper`
 * asks for five steps, as the paper says, where the code asks for four. `all` keeps whatever was mined.
 */
export const profiles = {
  default: [enoughSteps, howTo],
  how2mine: [prefilter, english, howTo, noEntity, noInterface, sequential],
  "how2mine-paper": [paperPrefilter, english, howTo, noEntity, noInterface, sequential],
  strict: [prefilter, howTo, sequential, quality, checks],
  all: [],
} as const satisfies Readonly<Record<string, readonly Filter[]>>;
export type Profile = keyof typeof profiles;

/** What drops a procedure, and why; `undefined` where it is kept. */
export function dropOf(procedure: MinedProcedure, filters: readonly Filter[]): DroppedProcedure | undefined {
  for (const filter of filters) {
    const drop = filter.judge(procedure);
    if (drop !== undefined) return { filter: filter.id, ...drop, procedure };
  }
  return undefined;
}
