import type { TraceItem } from "@stepladder/schema";
import { RULES } from "./language.ts";

const ANSWER = "Think as long as you like, then write the answer alone between <answer> and </answer>.";

/** What a model is asked: the language, the program with numbered lines, the question, and how to answer. */
export function promptOf({ program, question }: Pick<TraceItem, "program" | "question">): string {
  return `${RULES}\n\n${program}\n\n${question}\n${ANSWER}`;
}
