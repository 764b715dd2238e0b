import { statesPrompt } from "../states/prompt.ts";

export default statesPrompt({
  id: "task01_0000",
  task: "Sort",
  prompt: "Sort the letters of cab, one swap per step.",
  init: "cab",
  intermediate: ["acb"],
  final: "abc",
});
