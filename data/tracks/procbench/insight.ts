import { defineInsight } from "../define.ts";
import { statesInsight } from "../states/insight.ts";

export default defineInsight(statesInsight);
