import type { ExactItem } from "@stepladder/schema";
import { ownPrompt } from "../prompt.ts";

export default ownPrompt<ExactItem>("the one right output of an instruction", 2048, {
  id: "exact:copy-word",
  category: "copying",
  prompt: "Write the word rung.\nAnswer with that alone.",
  expected: "rung",
});
