import { noPrompt } from "../prompt.ts";

export default noPrompt("an agent's screenshots");
