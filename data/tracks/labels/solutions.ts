import { type Fields, fieldsOf } from "../records.ts";

/** A solution as a model sees it. */
export interface SolutionTexts {
  readonly problem: string;
  readonly steps: readonly string[];
}

/** The solution in a record of an official file, by the id that `idOf` gives; none where the record has no such fields. */
export function* textsOf(
  value: unknown,
  problem: string,
  steps: string,
  idOf: (fields: Fields) => unknown,
): Generator<readonly [string, SolutionTexts]> {
  const fields = fieldsOf(value) ?? {};
  const [id, text, list] = [idOf(fields), fields[problem], fields[steps]];
  if (typeof id !== "string" || typeof text !== "string" || !Array.isArray(list)) return;
  if (list.every((step) => typeof step === "string")) yield [id, { problem: text, steps: list }];
}
