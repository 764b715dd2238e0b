import type { ChecksItem } from "@stepladder/schema";
import { ownPrompt } from "../prompt.ts";

export default ownPrompt<ChecksItem>("the procedure rewritten so that its constraints hold", 4096, {
  id: "pc-try-00000",
  split: "easy",
  procedure: "make-tea",
  lang: "en",
  prompt: "Rewrite the procedure so that it has one step.",
  given: { goal: "Make tea", resources: ["water"], steps: ["Boil the water.", "Drink it."] },
  constraints: [{ kind: "step-count", max: 1 }],
  reference: "Steps:\n* Boil the water.",
});
