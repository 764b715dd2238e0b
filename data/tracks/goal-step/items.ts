import type { GroundingItem } from "@stepladder/schema";
import { RecordProblem } from "@stepladder/wasm/intake/raw.ts";

const ID = /^goalstep:([\w-]+)(?::(\d+))?$/;

/** What an item of this id asks; `undefined` for the ids of other tracks. */
export function subtaskOf(id: string): GroundingItem["subtask"] | undefined {
  const found = ID.exec(id);
  return found === null ? undefined : found[2] === undefined ? "detection" : "grounding";
}

/** `goalstep:<video>` asks for the steps of a video, `goalstep:<video>:<query_idx>` where one of them is done. */
export function itemId(video: string, query?: number): string {
  return `goalstep:${video}${query === undefined ? "" : `:${query}`}`;
}

/** What is wrong with a field of a record. */
export function fault(id: string | undefined, field: string, expected: string, found: string, fix: string): RecordProblem {
  return new RecordProblem({ kind: "wrong-field", severity: "error", ...(id === undefined ? {} : { id }), field, expected, found, fix });
}
