import * as z from "zod/mini";
import { ItemsIndex } from "./items.ts";
import { Scorecard } from "./scorecard.ts";

/** Results of several systems on the same items of one track, as the scoring page saves and opens them. */
export const ScorecardSet = z.object({
  schema: z.literal("stepladder/scorecard-set/1"),
  name: z.string().check(z.minLength(1)),
  track: z.string(),
  /** What comparing them needs to know of the items. */
  items: ItemsIndex,
  systems: z.array(z.object({ name: z.string(), scorecard: Scorecard })).check(z.minLength(1)),
});
export type ScorecardSet = z.infer<typeof ScorecardSet>;
