import type { MinedProcedure } from "@stepladder/schema";
import { eld } from "eld/small";
import type { Filter } from "../core/mining.ts";
import { textOf } from "./text.ts";

/** Shorter texts are not held against what their page says. */
const LEAST = 40;
/** Characters that are looked at. */
const SAMPLE = 1000;

/** The language that a procedure's page tells, without script and region. */
export function primary({ lang }: Pick<MinedProcedure, "lang">): string {
  return (lang.split(/[-_]/)[0] as string).toLowerCase();
}

/** The language of a text (ISO 639-1); `undefined` where it is too short to tell, or the detector is not sure. */
export function detectedLanguage(text: string): string | undefined {
  if (text.length < LEAST) return undefined;
  const { language, isReliable } = eld.detect(text.slice(0, SAMPLE));
  return language !== "" && isReliable() ? language : undefined;
}

/** The language that a procedure is written in (ISO 639-1): as detected, where the detector is sure, else as its page has it. */
export function languageOf(procedure: MinedProcedure): string {
  return detectedLanguage(textOf(procedure)) ?? primary(procedure);
}

/** How2Mine's input is English; this keeps what is. */
export const english: Filter = {
  id: "english",
  title: "Written in English",
  judge(procedure) {
    const language = languageOf(procedure);
    return language === "en" ? undefined : { reason: "other-language", detail: language };
  },
};
