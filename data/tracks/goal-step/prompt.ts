import { noPrompt } from "../prompt.ts";

export default noPrompt("videos");
