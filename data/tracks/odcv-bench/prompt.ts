import { noPrompt } from "../prompt.ts";

export default noPrompt("an agent in the benchmark's containers and a panel of judges");
