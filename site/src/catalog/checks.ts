import { CHECKED_LANGUAGES, type Constraint, type MinedProcedure } from "@stepladder/schema";
import { writeChecksQuery } from "../state/checks.ts";

/** The query of the checks page that fills in a procedure and what any procedure is asked; `undefined` where the address would be too long. */
export function checksQueryOf({ goal, resources, steps, lang: tag }: MinedProcedure): string | undefined {
  const lang = CHECKED_LANGUAGES.find((one) => one === tag);
  const constraints: Constraint[] = [
    { kind: "no-duplicates" },
    { kind: "one-action" },
    ...(resources.length === 0 ? [] : [{ kind: "resources-used" as const }]),
    ...(lang === undefined ? [] : [{ kind: "language" as const, lang }]),
  ];
  const lines = [
    `Goal: ${goal}`,
    ...(resources.length === 0 ? [] : ["", "Resources:", ...resources.map(({ text }) => `- ${oneLine(text)}`)]),
    "",
    "Steps:",
    ...steps.map(({ title, text }, i) => `${i + 1}. ${oneLine(title === undefined ? text : `${title}: ${text}`)}`),
  ];
  return writeChecksQuery({ procedure: lines.join("\n"), constraints: JSON.stringify(constraints) });
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}
