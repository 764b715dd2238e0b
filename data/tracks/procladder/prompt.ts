import type { StatesItem } from "@stepladder/schema";
import { ownPrompt } from "../prompt.ts";

export default ownPrompt<StatesItem>("the state after every step of a procedure", 8192, {
  id: "pl-try-00000",
  task: "cumulate",
  prompt: "Start with 3: add 2, then double.",
  init: 3,
  intermediate: [5],
  final: 10,
});
