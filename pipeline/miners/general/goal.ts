import type { Context } from "./context.ts";
import type { Line, Outline } from "./outline.ts";
import { NEEDS_HEADING, STEPS_HEADING } from "./words.ts";

/** `Procedure 11.4.`, `2.3.1`, `Chapter 4:` before a heading's words. */
const LABEL =
  /^(?:(?:procedure|prozedur|chapter|section|kapitel|abschnitt|procédure|procedimiento|procedura|процедура|task|example)\s+)?\d+(?:\.\d+)*[.:)]?\s+(?=\S)/iu;

/** "How to make it" names steps, "How to make tea" a goal. */
const HOW_TO = /^how to \p{L}+ (?!(?:it|this|these|that|them)\b)\p{L}/iu;

/** A heading that names what stands below it ("Instructions", "You will need"), or a lone number, is no goal. */
function isGoal(text: string): boolean {
  return HOW_TO.test(text) || (!STEPS_HEADING.test(text) && !NEEDS_HEADING.test(text) && /\p{L}{2}/u.test(text));
}

/** What is reached: told by the nearest heading that does not only name a part, else by the page's title. */
export function goalOf({ lines }: Outline, { heading, above }: Context, title: string): string {
  for (const at of [heading, above]) {
    const text = at === -1 ? "" : (lines[at] as Line).text.replace(LABEL, "");
    if (isGoal(text)) return text;
  }
  return title;
}
