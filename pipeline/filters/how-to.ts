import type { MinedProcedure } from "@stepladder/schema";
import type { Drop, Filter } from "../core/mining.ts";
import { commanding, knowsCommands } from "../miners/general/words.ts";
import { languageOf, primary } from "./language.ts";
import { shareOf, stepTexts } from "./text.ts";

/** Kinds of lists that are no procedures, and the share of steps from which a list is one. */
interface Kind {
  readonly reason: string;
  readonly from: number;
  is(step: string, lang: string): boolean;
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));

/** What stands before a colon or a dash, where that is a name rather than an action. */
const LABEL = /^([^:.!?–—]{1,60}?)(?::\s|\s[-–—]\s)/u;
const CHANGE =
  /^(?:\W*(?:version|v)?\s*\d+\.\d+|\W*(?:\w+:\s*)?(?:fix(?:e[sd])?|added|adds|removed|changed|improved|updated|bumped|renamed|deprecated|refactored|migrated|introduced|resolved|behoben|hinzugefügt|entfernt|corrigé|ajouté|corregido|añadido|corretto|aggiunto)\b)/iu;
const CLAUSE =
  /\b(?:shall|hereby|herein|thereof|hereunder|pursuant|licen[sc](?:or|ee|or's|e[sd]?)|liab(?:le|ility)|warrant(?:y|ies)|indemnif\w+|copyright|trademark|jurisdiction|gemäß|haftung|haftet|vertrag\w*|responsabilité|responsabilidad|responsabilità)\b|§/iu;

/** A question, with its answer or without. */
const QUESTION = /^[^.!?？]{3,150}[?？]/u;
const CITATION = /\bdoi\b|\bet al\.|\bISBN\b|\b(?:19|20)\d\d\s?[;:,]\s?\d+|\bpp?\.\s?\d+/u;
/** What links of a site are about. */
const SITE =
  /\b(?:facebook|twitter|whatsapp|linkedin|pinterest|instagram|newsletter|rss|impressum|datenschutz\w*|privacy policy|cookie policy|terms of (?:use|service)|contact us|about us|sign up|subscribe|site ?map)\b/iu;
/** Labels that count steps. */
const COUNTED = /^(?:[\p{L}]+\s+)?[\d\s–-]+$/u;

const KINDS: readonly Kind[] = [
  { reason: "questions", from: 0.5, is: (step) => QUESTION.test(step) },
  { reason: "references", from: 0.5, is: (step) => CITATION.test(step) },
  { reason: "changes", from: 0.5, is: (step) => CHANGE.test(step) },
  { reason: "links", from: 0.4, is: (step) => SITE.test(step) },
  { reason: "clauses", from: 0.4, is: (step) => CLAUSE.test(step) },
  {
    reason: "definitions",
    from: 0.6,
    is(step, lang) {
      const label = LABEL.exec(step)?.[1];
      return label !== undefined && !COUNTED.test(label) && wordsOf(label).length <= 5 && commanding(label, lang) === 0;
    },
  },
];

/** What stands over lists that are no procedures, where a goal would stand. */
const HEADING =
  /^(?:the )?(?:release notes|change ?log|what['’]s new|version history|frequently asked|faqs?\b|terms (?:of|and)|table of contents|contents$|references$|bibliography|agenda\b|quiz\b|vacanc|job (?:description|advertisement)|related (?:articles|links|pages)|see also|shopping list|house rules|versionshinweise|änderungen|häufige fragen|inhalt$|hausordnung|glossar|quellen$|siehe auch|notes de version|questions fréquentes|conditions|sommaire$|notas de la versión|preguntas frecuentes|condiciones|índice$|note di rilascio|domande frequenti|condizioni|indice$)/iu;

/** Steps shorter than this on average are links or entries of a menu, unless nearly all of them tell what to do. */
const SHORT = 4;
const SHORTEST = 2;
const NEARLY_ALL = 0.8;
/** Share of the steps that must read like instructions: less in languages of which fewer verbs are known. */
const INSTRUCTIONS = 0.3;
const INSTRUCTIONS_ELSEWHERE = 0.1;
/** Languages whose instructions are told reliably. */
export const WELL_KNOWN: ReadonlySet<string> = new Set(["en", "de"]);

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * What a list is that is no procedure; `undefined` where it may be one. Where no step instructs in the language that
 * its page tells, it is looked at again in the one that is detected. Thresholds: see README.md.
 */
export function otherKind(procedure: MinedProcedure): Drop | undefined {
  const heading = HEADING.exec(procedure.goal.trim())?.[0];
  if (heading !== undefined) return { reason: "heading", detail: heading };
  const steps = stepTexts(procedure);
  const told = primary(procedure);
  const lang = knowsCommands(told) ? told : languageOf(procedure);
  const drop = kindOf(steps, lang);
  if (drop?.reason !== "no-instructions") return drop;
  const detected = languageOf(procedure);
  return detected === lang ? drop : kindOf(steps, detected);
}

function kindOf(steps: readonly string[], lang: string): Drop | undefined {
  for (const { reason, from, is } of KINDS) {
    const share = shareOf(steps, (step) => is(step, lang));
    if (share >= from) return { reason, detail: counted(share, steps) };
  }
  // Where there are no blanks between words, neither can be told.
  if (UNSPACED.test(steps.join(""))) return undefined;
  const commands = knowsCommands(lang) ? shareOf(steps, (step) => commanding(step, lang) > 0) : 1;
  const words = steps.reduce((sum, step) => sum + wordsOf(step).length, 0) / steps.length;
  if (words <= (commands >= NEARLY_ALL ? SHORTEST : SHORT)) return { reason: "links", detail: `${words.toFixed(1)} words a step` };
  if (commands < (WELL_KNOWN.has(lang) ? INSTRUCTIONS : INSTRUCTIONS_ELSEWHERE))
    return { reason: "no-instructions", detail: counted(commands, steps) };
  return undefined;
}

function counted(share: number, { length }: readonly string[]): string {
  return `${Math.round(share * length)} of ${length} steps`;
}

export const howTo: Filter = {
  id: "how-to",
  title: "Steps tell what to do: no questions, links, clauses, changes or definitions",
  judge: otherKind,
};
