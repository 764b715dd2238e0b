import { noPrompt } from "../prompt.ts";

export default noPrompt("what is seen in a video at the start and at the goal");
