import { statesPrompt } from "../states/prompt.ts";

export default statesPrompt({
  id: "pl-try-00000",
  task: "cumulate",
  prompt: "Start with 3: add 2, then double.",
  init: 3,
  intermediate: [5],
  final: 10,
});
