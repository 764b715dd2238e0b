import { layoutMiner } from "./selectors.ts";

/** Articles of wikiHow, and of sites that run its software. */
export const wikihow = layoutMiner("wikihow", "Articles in the layout of wikiHow", [
  {
    of: "wikiHow",
    mark: "steps_list_2",
    procedure: "body",
    goal: "h1",
    section: ".section.steps h3 .mw-headline",
    step: ".steps_list_2 > li",
    title: ".whb",
    text: ".step",
    supply: ".section.ingredients li, #ingredients li",
    tool: ".section.thingsyoullneed li, #thingsyoullneed li",
    drop: ".reference, .mwimg, .step_num, .altblock, .relatedwikihows",
  },
]);
