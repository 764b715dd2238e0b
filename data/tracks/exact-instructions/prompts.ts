import type { ExactItem } from "@stepladder/schema";

/** What is asked for: four prompts each. */
export const CATEGORIES = ["copying", "editing", "format", "computation", "procedure"] as const;

const ONLY = "Answer with that alone: no introduction, no explanation, no quotation marks, no code block.";

function prompt(id: string, category: (typeof CATEGORIES)[number], text: string, expected: string): ExactItem {
  return { id: `exact:${id}`, category, prompt: `${text}\n${ONLY}`, expected };
}

/** Twenty prompts with exactly one right output each, written for this track. What is expected is worked out again by code in the tests. */
export const prompts: readonly ExactItem[] = [
  prompt(
    "copy-line",
    "copying",
    "Repeat the following line exactly.\nThe kettle: 3 cups, 40 g tea; stop at 95 %!",
    "The kettle: 3 cups, 40 g tea; stop at 95 %!",
  ),
  prompt(
    "copy-third",
    "copying",
    "Write the third line of this list as it stands.\nsand the edge\nwipe off the dust\nPaint once, THEN wait\nhang it up",
    "Paint once, THEN wait",
  ),
  prompt(
    "copy-times",
    "copying",
    "Write the word step five times, separated by single commas and nothing else.",
    "step,step,step,step,step",
  ),
  prompt(
    "copy-signs",
    "copying",
    "Write these characters one after the other without spaces: left square bracket, left curly bracket, colon, right curly bracket, right square bracket.",
    "[{:}]",
  ),
  prompt("edit-reverse", "editing", "Write the word staircase backwards, letter by letter, in small letters.", "esacriats"),
  prompt("edit-capitals", "editing", "Write the following line in capital letters.\nturn off the oven", "TURN OFF THE OVEN"),
  prompt(
    "edit-vowels",
    "editing",
    "Remove every a, e, i, o and u from the following line, and leave all else as it is.\nmeasure the flour",
    "msr th flr",
  ),
  prompt(
    "edit-replace",
    "editing",
    "Replace every a by 4 and every e by 3 in the following line.\nstack the plates neatly",
    "st4ck th3 pl4t3s n34tly",
  ),
  prompt(
    "format-json",
    "format",
    "Write a JSON object without any whitespace. Its keys are name and rungs, in this order; the value of name is the text ladder, that of rungs the number 7.",
    '{"name":"ladder","rungs":7}',
  ),
  prompt(
    "format-csv",
    "format",
    "Write a table as CSV, fields separated by commas without spaces, one record per line. The header is step and minutes. The records are whisk with 3 and bake with 25, in this order.",
    "step,minutes\nwhisk,3\nbake,25",
  ),
  prompt(
    "format-list",
    "format",
    "Write the words rinse, slice and salt as a numbered list in this order, one per line. Before each word stand its number from 1 on, a full stop and one space.",
    "1. rinse\n2. slice\n3. salt",
  ),
  prompt("format-date", "format", "Write the 7th of March 2021 as a calendar date of ISO 8601, with hyphens.", "2021-03-07"),
  prompt("compute-sum", "computation", "Add up all whole numbers from 1 to 20, both included. Write the sum in digits.", "210"),
  prompt(
    "compute-sort",
    "computation",
    "Sort these numbers from the largest to the smallest, separated by a comma and one space.\n17, 4, 23, 8, 42",
    "42, 23, 17, 8, 4",
  ),
  prompt(
    "compute-series",
    "computation",
    "Write eight numbers separated by single spaces: the first two are 1, and every later one is the sum of the two before it.",
    "1 1 2 3 5 8 13 21",
  ),
  prompt("compute-binary", "computation", "Write the number 45 in binary, without a prefix and without leading zeros.", "101101"),
  prompt(
    "procedure-backwards",
    "procedure",
    "Write the following steps in the reverse order, one per line and otherwise as they stand.\nunscrew the cap\npour the oil\nwipe the rim\nscrew the cap on",
    "screw the cap on\nwipe the rim\npour the oil\nunscrew the cap",
  ),
  prompt(
    "procedure-order",
    "procedure",
    "A can be done after C. B can be done after A. C can be done at once. D can be done after B. Write the letters of all four in an order in which they can be done, without anything between them.",
    "CABD",
  ),
  prompt(
    "procedure-states",
    "procedure",
    "Start with the number 5. First double it. Then add 3. Then subtract 1 if the number is odd, else add 1. Write the number after each of the three steps, separated by commas without spaces.",
    "10,13,12",
  ),
  prompt(
    "procedure-filter",
    "procedure",
    "Write only those of the following steps that name water, in their order, one per line and otherwise as they stand.\nboil the water\nwarm the pot\npour out the water\nadd two spoons of tea\nfill it up with water",
    "boil the water\npour out the water\nfill it up with water",
  ),
];

/** The prompts as gold, one per line. */
export function promptLines(): string[] {
  return prompts.map((item) => `${JSON.stringify(item)}\n`);
}
