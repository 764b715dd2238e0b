import type { MinedProcedure } from "@stepladder/schema";
import { primary } from "./language.ts";
import { withQuality } from "./quality.ts";
import { topicOf } from "./topics/topic.ts";
import { LANGUAGES } from "./topics/words.ts";

/** A procedure with what can be told of it alone: its topic, where it has none and one is told, and its quality as a stage's note. */
export function enriched(procedure: MinedProcedure): MinedProcedure {
  const { id, goal, lang, topic = toldTopic(procedure), ...rest } = procedure;
  return withQuality({ id, goal, lang, ...(topic === undefined ? {} : { topic }), ...rest });
}

function toldTopic(procedure: MinedProcedure): MinedProcedure["topic"] {
  return LANGUAGES.has(primary(procedure)) ? topicOf(procedure) : undefined;
}
