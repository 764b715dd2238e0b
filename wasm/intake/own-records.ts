import { type Fields, fieldsOf } from "./fields.ts";

/** What Stepladder writes or reads beside predictions and gold. */
export type OwnKind = "grounded" | "induced" | "narrations" | "paths" | "procedures";

interface OwnRecords {
  /** What one record is. */
  readonly one: string;
  /** What a file of them is good for. */
  readonly use: string;
  /** Whether a record is laid out so, right or wrong in its fields. No track's gold or predictions are. */
  looksLike(fields: Fields): boolean;
}

/** Each kind by what no other layout has. */
export const ownRecords: Readonly<Record<OwnKind, OwnRecords>> = {
  grounded: {
    one: "a grounded video",
    use: "open it in the explorer, or score what stands beside it: ht-step.csv, htm-align.json or crosstask.json",
    looksLike: (fields) => hasLists(fields, ["steps", "sentences", "segments"]),
  },
  induced: {
    one: "an induced step graph",
    use: "open it in the explorer, or score the predictions.jsonl beside it",
    looksLike: (fields) => hasLists(fields, ["steps", "pairs", "edges"]),
  },
  narrations: {
    one: "a narration",
    use: 'give it to "stepladder align", and score what that writes',
    looksLike: (fields) => typeof fields.lang === "string" && hasLists(fields, ["sentences"]) && fields.steps === undefined,
  },
  paths: {
    one: "the paths of a task",
    use: 'give it to "stepladder induce", and score what that writes',
    looksLike: (fields) => fields.id !== undefined && hasLists(fields, ["steps", "paths"]) && Array.isArray((fields.paths as unknown[])[0]),
  },
  procedures: {
    one: "a mined procedure",
    use: 'give it to "stepladder align", or name it as gold if it is meant to be that',
    looksLike: (fields) =>
      typeof fields.lang === "string" &&
      typeof fields.goal === "string" &&
      hasLists(fields, ["steps", "resources"]) &&
      fieldsOf((fields.steps as unknown[])[0])?.text !== undefined,
  },
};

/** The kind that a record is laid out like; `undefined` where it is of none. */
export function ownKindOf(value: unknown): OwnKind | undefined {
  const fields = fieldsOf(value);
  if (fields === undefined) return undefined;
  return (Object.keys(ownRecords) as OwnKind[]).find((kind) => ownRecords[kind].looksLike(fields));
}

function hasLists(fields: Fields, names: readonly string[]): boolean {
  return names.every((name) => Array.isArray(fields[name]));
}
