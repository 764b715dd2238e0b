import type { MinedProcedure } from "@stepladder/schema";
import { languageOf } from "./language.ts";
import { qualityScore } from "./quality.ts";
import { topicOf } from "./topics/topic.ts";
import { LANGUAGES } from "./topics/words.ts";

/** A procedure with what can be told of it alone: its topic, where it has none and one is told, and its quality as a stage's note. */
export function enriched(procedure: MinedProcedure): MinedProcedure {
  const { id, goal, lang, topic = toldTopic(procedure), stages = [], ...rest } = procedure;
  const quality = { stage: "quality", note: qualityScore(procedure).toFixed(2) };
  return { id, goal, lang, ...(topic === undefined ? {} : { topic }), ...rest, stages: [...stages, quality] };
}

function toldTopic(procedure: MinedProcedure): MinedProcedure["topic"] {
  return LANGUAGES.has(languageOf(procedure)) ? topicOf(procedure) : undefined;
}
