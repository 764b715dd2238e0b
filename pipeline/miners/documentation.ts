import { layoutMiner } from "./selectors.ts";

/** Tasks of technical documentation, in the HTML that its tools print and in its own XML. */
export const documentation = layoutMiner("documentation", "Tasks of technical documentation", [
  {
    of: "DocBook HTML",
    mark: "procedure",
    procedure: "div.procedure, ol.procedure",
    goal: ".procedure > .title",
    underHeading: true,
    step: "li.step, ol.procedure > li",
  },
  {
    of: "DocBook",
    mark: "<procedure",
    procedure: "procedure",
    goal: "procedure > title, procedure > info > title",
    underHeading: true,
    step: "step",
    title: "step > title",
  },
  {
    of: "Mallard HTML",
    mark: 'li class="steps',
    procedure: "div.steps",
    goal: "div.steps > .inner > .title",
    underHeading: true,
    step: "li.steps",
  },
  {
    of: "Mallard",
    mark: "<steps",
    procedure: "steps:has(> item)",
    goal: "steps > title",
    underHeading: true,
    step: "item",
  },
  {
    of: "DITA HTML",
    mark: "li step",
    procedure: ".steps, .steps-unordered",
    underHeading: true,
    step: "li.step",
  },
  {
    of: "DITA",
    mark: "<cmd",
    procedure: "steps:has(> step), steps-unordered",
    underHeading: true,
    step: "step",
  },
  {
    of: "AsciiDoc HTML",
    mark: "olist",
    procedure: '.olist:has(> .title:contains("Procedure"))',
    underHeading: true,
    step: ".olist > ol > li",
  },
  {
    of: "Starlight",
    mark: "sl-steps",
    procedure: "ol.sl-steps",
    underHeading: true,
    step: "ol.sl-steps > li",
  },
]);
