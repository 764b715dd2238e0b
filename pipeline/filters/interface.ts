import type { MinedProcedure } from "@stepladder/schema";
import type { Filter } from "../core/mining.ts";
import { shareOf, stepTexts } from "./text.ts";

/** What is done to a program or a web page, and to nothing else. */
const OPERATED =
  /\b(?:(?:double|right|left)?[- ]?click(?:s|ed|ing)?|tap (?:on|the)|drop-?down|pop-?up|check ?box|radio button|tool ?bar|task ?bar|side ?bar|menus?|dialog(?:ue)?s?|combo box|text (?:box|field)|spreadsheet|browser|web ?(?:site|page)|url|download|upload|install(?:er)?|software|apps?|desktop|cursor|mouse|keyboard|log ?in|sign ?in|password|file(?:s| ?names?)?|folders?|icons?|settings|preferences)\b|[→▸]|(?:Ctrl|Alt|Shift)\s?\+|\bF\d{1,2}\b|https?:\/\//i;
/** Parts of an interface that are also parts of things, where they bear a name; and what is chosen by its name. */
const NAMED =
  /\b(?:\p{Lu}[\p{L}’'-]*|["“‘'][^"”’']+["”’'])\s+(?:button|tab|window|screen|page|option|field|view|list|pane|command|key)\b|\b(?:[Cc]hoose|[Ss]elect|[Pp]ress|[Ee]nter|[Oo]pen)\s+(?:the\s+)?(?:["“‘']|\p{Lu})/u;

/** Share of steps from which a procedure is one of a user interface. */
const FROM = 0.4;

/** Share of steps that operate a user interface. */
export function interfaceShare(procedure: MinedProcedure): number {
  return shareOf(stepTexts(procedure), (step) => OPERATED.test(step) || NAMED.test(step));
}

/** How2Mine drops what depends on a user interface: it changes with every release. Its language model judges; this counts words, in English. */
export const noInterface: Filter = {
  id: "no-interface",
  title: "Does not depend on a user interface",
  judge(procedure) {
    const share = interfaceShare(procedure);
    if (share < FROM) return undefined;
    return { reason: "interface", detail: `${Math.round(share * procedure.steps.length)} of ${procedure.steps.length} steps` };
  },
};
