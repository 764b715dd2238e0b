import { plainText } from "../plain-text.ts";

/** What only the person knows of a result, and some formats ask for: what a form and the command line say of each. */
export const DETAILS = {
  model: { title: "Model", says: "the model, as its page names it: owner/name" },
  dataset: { title: "Dataset", says: "the dataset's id on Hugging Face: owner/name" },
  task: { title: "Task", says: "the id of a task of that dataset, or a model card's type of task" },
  date: { title: "Date", says: "day of the evaluation, like 2026-01-31" },
  organization: { title: "Organization", says: "who makes the result known" },
  relationship: { title: "Evaluator", says: "who ran the evaluation, to the model's makers" },
} as const;
export type DetailId = keyof typeof DETAILS;

/** In the order of the form. */
export const DETAIL_IDS = Object.keys(DETAILS) as DetailId[];

/** Whom Every Eval Ever knows as evaluators. */
export const RELATIONSHIPS = ["first_party", "third_party", "collaborative", "other"] as const;

/** One line of text each; absent where the person said nothing. */
export type Details = Readonly<Partial<Record<DetailId, string>>>;

/** What a person typed, without what cannot be seen, and without what is empty. */
export function detailsOf(typed: Details): Details {
  const lines = DETAIL_IDS.map((id) => [id, plainText(typed[id] ?? "").trim()] as const);
  return Object.fromEntries(lines.filter(([, line]) => line !== ""));
}

/** Whether a detail can be used as it was given. */
export function isUsable(id: DetailId, line: string): boolean {
  if (id === "date") return isDay(line);
  return id !== "relationship" || RELATIONSHIPS.some((one) => one === line);
}

/** A day of the calendar, as ISO 8601 writes it. */
function isDay(line: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(line) ? Date.parse(line) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(line);
}

/** The details that a format cannot do without, and those it takes, that are not there or cannot be used. */
export function lacking(
  format: { readonly needs?: readonly DetailId[]; readonly takes?: readonly DetailId[] },
  details: Details,
): DetailId[] {
  const { needs = [], takes = [] } = format;
  return [...needs, ...takes].filter((id) => {
    const line = details[id];
    return line === undefined ? needs.includes(id) : !isUsable(id, line);
  });
}
