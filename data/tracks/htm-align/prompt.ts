import { noPrompt } from "../prompt.ts";

export default noPrompt("videos, or features of them");
