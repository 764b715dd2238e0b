import { LabelsItem } from "@stepladder/schema";
import type { GatheredFormat } from "@stepladder/wasm/host/track.ts";
import { check } from "@stepladder/wasm/intake/check.ts";
import { type Raw, RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { type Fields, fieldsOf, notAnObject } from "../records.ts";
import { isGold } from "./formats.ts";
import { type Trajectory, trajectoryOf } from "./trajectories.ts";

interface Held {
  readonly item: LabelsItem;
  readonly total: number;
  /** Whether the record is a whole trajectory, with its messages. */
  readonly whole: boolean;
}

/**
 * Official gold, which the release holds twice: rows of labels alone, and whole trajectories with the same labels. Where
 * both are given an item is taken once. Items come in the official numbering.
 */
export const officialGold: GatheredFormat<LabelsItem> = {
  id: "official-gold",
  title: "Official gold: <dataset>_final.jsonl, or the trajectories with their labels, <dataset>.jsonl",
  accepts({ value, file }) {
    const fields = fieldsOf(value);
    return fields !== undefined && isGold(fields, file);
  },
  gather() {
    const held = new Map<string, Held>();
    return {
      add(raw: Raw) {
        const own = read(raw);
        const other = held.get(own.item.id);
        if (other !== undefined) agree(own, other);
        else held.set(own.item.id, own);
      },
      items: () => [...held.values()].sort((a, b) => a.total - b.total).map(({ item }) => item),
    };
  },
};

function read({ value, file }: Raw): Held {
  const fields = fieldsOf(value);
  if (fields === undefined) throw notAnObject(value);
  const trajectory = trajectoryOf(fields, file);
  return { item: itemOf(trajectory, fields), total: trajectory.total, whole: fields.messages !== undefined };
}

function itemOf({ id, dataset, question }: Trajectory, { step_labels, final_label }: Fields): LabelsItem {
  return check(LabelsItem, { id, dataset, question, labels: step_labels, final: final_label }, "", id);
}

/** A trajectory and its row may stand beside each other, with the same labels; anything else is gold given twice. */
function agree(own: Held, other: Held): void {
  const { id } = own.item;
  if (own.whole === other.whole) throw twice(id, "each trajectory once in gold", "the trajectory again", "give one file of gold per set");
  if (JSON.stringify(own.item) === JSON.stringify(other.item)) return;
  throw twice(id, "the same labels in the row and in the trajectory", "other labels", "give one of both releases");
}

function twice(id: string, expected: string, found: string, fix: string): RecordProblem {
  return new RecordProblem({ kind: "doubled-gold", severity: "error", id, expected, found, fix });
}
