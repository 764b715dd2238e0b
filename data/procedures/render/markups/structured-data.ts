// JSON-LD in the shapes that sites give it. The steps stand in the page too, unmarked.
import type { Procedure } from "@stepladder/schema";
import { type Block, groups, isTool, type Markup, number } from "../block.ts";
import { cards, numberedParagraphs, ordered, stepHeadings } from "./plain.ts";

type Json = Record<string, unknown>;
type Step = Procedure["steps"][number];

const stepOf = ({ title, text }: Step, k: number): Json => ({
  "@type": "HowToStep",
  ...(title === undefined ? {} : { name: title }),
  text,
  url: `#step-${k + 1}`,
});

const sectionsOf = (procedure: Procedure): Json[] =>
  groups(procedure).map(({ title, steps }) => ({ "@type": "HowToSection", name: title, itemListElement: steps.map(stepOf) }));

function howTo(procedure: Procedure, step: unknown): Json {
  return {
    "@context": "https://schema.org",
    "@type": "HowTo",
    name: procedure.goal,
    totalTime: `PT${15 + (number(procedure) % 7) * 10}M`,
    supply: procedure.resources.filter((one) => !isTool(one)).map(({ text }) => ({ "@type": "HowToSupply", name: text })),
    tool: procedure.resources.filter(isTool).map(({ text }) => ({ "@type": "HowToTool", name: text })),
    step,
  };
}

function recipe(procedure: Procedure, recipeInstructions: unknown): Json {
  return {
    "@context": "https://schema.org/",
    "@type": "Recipe",
    name: procedure.goal,
    recipeYield: `${2 + (number(procedure) % 4)}`,
    recipeIngredient: procedure.resources.filter((one) => !isTool(one)).map(({ text }) => text),
    recipeInstructions,
  };
}

const script = (json: string): string => `<script type="application/ld+json">${json}</script>`;

function marked(
  data: (procedure: Procedure) => Json | Json[],
  shown: Markup,
  write: (data: Json | Json[]) => string = (one) => JSON.stringify(one),
): Markup {
  return (procedure): Block => ({ ...shown(procedure), head: script(write(data(procedure))) });
}

export const howToSteps = marked((one) => howTo(one, one.steps.map(stepOf)), stepHeadings);

export const howToSections = marked((one) => howTo(one, sectionsOf(one)), ordered);

/** A step holds its directions as a list. */
export const howToDirections = marked(
  (one) =>
    howTo(
      one,
      one.steps.map(({ text }, k) => ({
        "@type": "HowToStep",
        position: k + 1,
        itemListElement: [{ "@type": "HowToDirection", position: 1, text }],
      })),
    ),
  cards,
);

/** `step` is an ItemList, its elements wrapped once more, in a list of several things. */
export const howToItemList = marked(
  (one) => [
    { "@context": "https://schema.org", "@type": "Organization", name: "The people behind this page", logo: null },
    howTo(one, {
      "@type": "ItemList",
      itemListElement: one.steps.map((step, k) => ({ "@type": "ListItem", position: k + 1, item: stepOf(step, k) })),
    }),
  ],
  numberedParagraphs,
);

export const recipeSteps = marked(
  (one) => ({
    "@context": "https://schema.org",
    "@graph": [
      { "@type": "WebPage", "@id": "#page", name: one.goal, inLanguage: one.lang },
      {
        "@type": "BreadcrumbList",
        itemListElement: [
          { "@type": "ListItem", position: 1, name: "Home" },
          { "@type": "ListItem", position: 2, name: one.goal },
        ],
      },
      { "@type": "Person", name: "The author", "@id": "#author" },
      { ...recipe(one, one.steps.map(stepOf)), author: { "@id": "#author" }, isPartOf: { "@id": "#page" } },
    ],
  }),
  ordered,
);

export const recipeSections = marked((one) => recipe(one, sectionsOf(one)), ordered);

export const recipeStrings = marked(
  (one) => ({
    ...recipe(
      one,
      one.steps.map(({ text }) => text),
    ),
    "@type": ["Recipe", "NewsArticle"],
  }),
  cards,
);

/** All steps in one string, numbered in the line. */
export const recipeInline = marked((one) => recipe(one, one.steps.map(({ text }, k) => `${k + 1}. ${text}`).join(" ")), numberedParagraphs);

/** One string with a paragraph per step, as editors store it. */
export const recipeHtml = marked((one) => recipe(one, one.steps.map(({ text }) => `<p>${text}</p>`).join("\n")), cards);

/** Fields that are null or empty, and a nested list. */
export const recipeNulls = marked(
  (one) => ({
    ...recipe(one, [
      null,
      one.steps.map(({ text }) => ({ "@type": "HowToStep", name: null, image: null, text })),
      { "@type": "HowToStep", text: "" },
    ]),
    author: null,
    aggregateRating: { "@type": "AggregateRating", ratingValue: null, reviewCount: 0 },
    nutrition: null,
    video: [],
  }),
  ordered,
);

/** Line ends and tabs inside of strings, which JSON forbids. */
export const howToControls = marked(
  (one) => howTo(one, one.steps.map(stepOf)),
  ordered,
  (data) =>
    JSON.stringify({ ...data, description: "\u0001" })
      .replaceAll(". ", ".\t")
      .replace('"\\u0001"', '"first line\nsecond line"'),
);

/** A comment around it, a semicolon and a stray comma behind it. */
export const howToJunk = marked(
  (one) => howTo(one, one.steps.map(stepOf)),
  numberedParagraphs,
  (data) => `\n<!--\n${JSON.stringify(data, null, 2).replace(/\n\}$/, ",\n}")};\n-->\n`,
);
