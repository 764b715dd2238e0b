import { createHash } from "node:crypto";
import type { MinedProcedure } from "@stepladder/schema";
import type { Doc, Failure, Miner, Page } from "../core/mining.ts";
import { parsePage } from "./doc.ts";
import { documentation } from "./documentation.ts";
import { general } from "./general/index.ts";
import { hRecipe } from "./h-recipe.ts";
import { jsonLd } from "./json-ld.ts";
import { microdata } from "./microdata.ts";
import { named } from "./named.ts";
import { rdfa } from "./rdfa.ts";
import { type Found, reconcile } from "./reconcile.ts";
import { tidy } from "./steps.ts";
import { wikihow } from "./wikihow.ts";
import { wordpress } from "./wordpress.ts";

/** Miners of what authors mark up as a procedure. */
const marked: readonly Miner[] = [jsonLd, microdata, rdfa, hRecipe, wordpress, wikihow, documentation];

/** Miners that tell a procedure from its looks; asked only of pages on which nothing is marked up, for those that mark up mark up all. */
const unmarked: readonly Miner[] = [named, general];

/** All miners, the most trusted first: where two find the same steps, the first keeps them. */
export const miners: readonly Miner[] = [...marked, ...unmarked];

/** Procedures of one page, at most: they are compared with each other. */
const MAX_PROCEDURES = 300;

/** The procedures of a page, in the order of trust; none where no miner hopes for one. A page that cannot be parsed is a failure. */
export function minePage(page: Page, using: readonly Miner[] = miners): MinedProcedure[] | Failure {
  const hopeful = using.filter((miner) => miner.hopes(page));
  if (hopeful.length === 0) return [];
  const doc = parsePage(page);
  if ("kind" in doc) return doc;
  const [first, second] = [hopeful.filter((miner) => marked.includes(miner)), hopeful.filter((miner) => !marked.includes(miner))];
  const told = first.flatMap((miner) => mineWith(miner, doc));
  const guessed = told.some(hasSteps) ? [] : second.flatMap((miner) => mineWith(miner, doc)).filter(hasSteps);
  return reconcile([...told, ...guessed].slice(0, MAX_PROCEDURES)).map((one) => finish(one, doc));
}

/** One step alone is a text that somebody did not cut. */
function hasSteps({ mined }: Found): boolean {
  return mined.steps.length > 1;
}

function mineWith(miner: Miner, doc: Doc): Found[] {
  return miner.mine(doc).flatMap((raw) => {
    // A heading that is the site's name stands over all its pages.
    const mined = tidy(raw.goal !== "" && raw.goal === doc.site ? { ...raw, goal: doc.title } : raw, doc.title);
    return mined === undefined ? [] : [{ miner: miner.id, mined }];
  });
}

/** Gives a procedure its source and an id that depends on the page, the miner and the place alone. */
function finish({ miner, mined }: Found, doc: Doc): MinedProcedure {
  const { goal, resources, sections, steps, score, pointer } = mined;
  return {
    id: createHash("sha256").update(`${doc.page.id}\n${miner}\n${pointer}`).digest("hex").slice(0, 16),
    goal,
    lang: doc.lang,
    resources: [...resources],
    ...(sections === undefined ? {} : { sections }),
    steps,
    source: sourceOf(doc),
    miner,
    score,
    pointer,
  };
}

/** Where what is found on a page comes from. */
export function sourceOf({ page: { url, file, sha256 }, title }: Doc): MinedProcedure["source"] {
  return { ...(url === undefined ? {} : { url }), ...(file === undefined ? {} : { file }), ...(title === "" ? {} : { title }), sha256 };
}
