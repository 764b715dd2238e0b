import type { MinedProcedure } from "@stepladder/schema";

/** What a test says of a procedure; the rest is filled in. */
type Told = Partial<Omit<MinedProcedure, "steps">> & { readonly steps?: readonly string[] };

/** A mined procedure for tests. */
export function mined({ steps = ["Fill the pot.", "Light the fire."], ...told }: Told = {}): MinedProcedure {
  return {
    id: "page#1",
    goal: "Make a pot of tea",
    lang: "en",
    resources: [],
    source: { sha256: "0" },
    miner: "test",
    score: 1,
    pointer: "ol",
    ...told,
    steps: steps.map((text, i) => ({ text, pointer: `li:nth-child(${i + 1})` })),
  };
}
