import type { FileRecord } from "@stepladder/schema";
import { check } from "@stepladder/wasm/intake/check.ts";
import * as z from "zod/mini";
import { fieldsOf } from "../records.ts";

/** Whether an item id is of this track: `plan:<task>_<video>:<case>`. */
export function owns(id: string): boolean {
  return /^plan:\d+_[\w-]+:\d+$/.test(id);
}

/** How many actions there are, numbered from 0: the different steps of CrossTask's 18 primary tasks. */
export const ACTIONS = 105;

const Text = z.string("expected text").check(z.minLength(1, "expected text that is not empty"));
const Actions = z.array(z.int("expected the number of an action"), "expected a list of actions");

/** What is read of a case of KEPP's lists. */
const Case = z.object({
  id: z.object({
    vid: Text,
    task: Text,
    /** Start and end in seconds, and the action, for each of the actions done. */
    legal_range: z
      .array(
        z
          .array(z.int("expected a whole number"), "expected [start, end, action]")
          .check(z.length(3, "expected three numbers: start, end, action")),
        "expected a list of [start, end, action]",
      )
      .check(z.minLength(1, "expected at least one action")),
    /** The first action as predicted, zeros, and the last. */
    pred_list: z.optional(Actions),
    /** Whole plans as predicted, the best first. */
    graph_action_path: z.optional(z.array(Actions, "expected a list of plans")),
  }),
});
export type Case = z.infer<typeof Case>["id"];

/** Whether a value is a case of KEPP's lists; `field` is what it has to hold besides. */
export function isCase(value: unknown, field: "legal_range" | "graph_action_path" = "legal_range"): boolean {
  const id = fieldsOf(fieldsOf(value)?.id);
  return id !== undefined && Array.isArray(id.legal_range) && Array.isArray(id[field]);
}

/** Cases bear no id: they are numbered from 0 in the order in which a list has those of a video. */
export class Numbering {
  readonly #cases = new Map<string, number>();

  /** The case of a record that stands in `file`, under its id. Throws RecordProblem. */
  next(value: unknown, file: string): { readonly id: string; readonly case: Case } {
    const own = check(Case, value, "").id;
    const video = `plan:${own.task}_${own.vid}`;
    const list = JSON.stringify([file, video]);
    const number = this.#cases.get(list) ?? 0;
    this.#cases.set(list, number + 1);
    return { id: `${video}:${number}`, case: own };
  }
}

/** Records of the plans that `plan` finds in cases of KEPP's lists; records of other files are passed over. */
export function plansOf(records: readonly FileRecord[], plan: (own: Case, id: string) => readonly number[] | undefined): object[] {
  const numbering = new Numbering();
  return records.flatMap(({ value, file }) => {
    if (!isCase(value)) return [];
    const { id, case: own } = numbering.next(value, file);
    const actions = plan(own, id);
    return actions === undefined ? [] : [{ id, prediction: { actions } }];
  });
}
