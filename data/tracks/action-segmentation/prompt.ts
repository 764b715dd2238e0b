import { noPrompt } from "../prompt.ts";

export default noPrompt("the frames of a video");
