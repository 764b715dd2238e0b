import type { Markup } from "../block.ts";
import * as documentation from "./documentation.ts";
import * as embedded from "./embedded.ts";
import * as plain from "./plain.ts";
import * as structuredData from "./structured-data.ts";
import * as wordpress from "./wordpress.ts";

/** Every way of writing a procedure, by the name that the plan and gold use. */
export const MARKUPS = {
  "json-ld-howto": structuredData.howToSteps,
  "json-ld-howto-sections": structuredData.howToSections,
  "json-ld-howto-directions": structuredData.howToDirections,
  "json-ld-howto-item-list": structuredData.howToItemList,
  "json-ld-howto-controls": structuredData.howToControls,
  "json-ld-howto-junk": structuredData.howToJunk,
  "json-ld-recipe": structuredData.recipeSteps,
  "json-ld-recipe-sections": structuredData.recipeSections,
  "json-ld-recipe-strings": structuredData.recipeStrings,
  "json-ld-recipe-inline": structuredData.recipeInline,
  "json-ld-recipe-html": structuredData.recipeHtml,
  "json-ld-recipe-nulls": structuredData.recipeNulls,
  "microdata-howto": embedded.microdataHowTo,
  "microdata-sections": embedded.microdataSections,
  "microdata-recipe": embedded.microdataRecipe,
  "rdfa-howto": embedded.rdfaHowTo,
  "rdfa-recipe": embedded.rdfaRecipe,
  "h-recipe": embedded.hRecipe,
  yoast: wordpress.yoast,
  "rank-math": wordpress.rankMath,
  "recipe-maker": wordpress.recipeMaker,
  docbook: documentation.docBook,
  dita: documentation.dita,
  mallard: documentation.mallard,
  asciidoc: documentation.asciiDoc,
  sphinx: documentation.sphinx,
  wiki: documentation.wiki,
  ol: plain.ordered,
  "ol-paragraphs": plain.orderedParagraphs,
  ul: plain.bullets,
  "step-headings": plain.stepHeadings,
  "numbered-headings": plain.numberedHeadings,
  "numbered-paragraphs": plain.numberedParagraphs,
  "numbered-lines": plain.numberedLines,
  "bold-paragraphs": plain.boldParagraphs,
  cards: plain.cards,
  "titled-cards": plain.titledCards,
  table: plain.table,
} as const satisfies Record<string, Markup>;
export type MarkupName = keyof typeof MARKUPS;
