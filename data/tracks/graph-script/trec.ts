import type { NamedStep, ScriptItem, ScriptPrediction } from "@stepladder/schema";
import type { GatheredFormat } from "@stepladder/wasm/host/track.ts";
import { shown } from "@stepladder/wasm/intake/check.ts";
import type { RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { Judged } from "@stepladder/wasm/intake/trec.ts";
import { fault } from "../records.ts";
import { Judgments, numbered, runFormat } from "../trec.ts";
import { MOST_STEPS, prefixOf, subtaskOf } from "./items.ts";
import type { Names } from "./steps.ts";

/** Runs rank next steps; what completes a procedure is no ranking. */
export const run = runFormat<ScriptPrediction, Names | undefined, NamedStep>({
  documents: "queries are items that ask for the next step, documents the numbers of steps in the library",
  candidate(document, id) {
    const asks = subtaskOf(id);
    if (asks !== undefined && asks !== "next-step") throw notNextStep(id);
    if (/^\d/.test(document) && numbered(document) === undefined) throw notAStep(id, document);
    return numbered(document) ?? document;
  },
  prediction: (ranked) => ({ steps: ranked.map(({ candidate }) => candidate) }),
});

/**
 * Gold of next steps alone, as judgments. They hold no text: steps are named by their numbers, and a library goes as far as one is
 * known. That is all that rankings are scored by; predictions that name steps by their texts match none of them.
 */
export const qrels: GatheredFormat<ScriptItem> = {
  id: "trec-qrels",
  title: "TREC qrels, for next steps alone: query 0 document relevance; as in runs, relevant above 0",
  accepts: ({ value }) => value instanceof Judged,
  gather() {
    const judgments = new Judgments();
    return {
      add({ value }) {
        const { query, document } = value as Judged;
        if (subtaskOf(query) !== "next-step") throw notNextStep(query);
        if (prefixOf(query).some((step) => step >= MOST_STEPS)) throw beyond(query, "query", query);
        if ((numbered(document) ?? MOST_STEPS) >= MOST_STEPS) throw beyond(query, "document", document);
        judgments.add(value as Judged);
      },
      *items() {
        const items = [...judgments.byQuery].map(([id, judged]) => judgedItem(id, judged));
        const empty = items.filter(({ observed }) => observed.length === 0);
        if (empty.length > 0) throw noneRelevant(empty.map(({ id }) => id));
        const last = new Map<string, number>();
        for (const { task, prefix, steps } of items) last.set(task, Math.max(last.get(task) ?? 0, ...prefix, ...steps));
        for (const { id, task, prefix, observed } of items) {
          const library = Array.from({ length: (last.get(task) as number) + 1 }, (_, step) => String(step));
          yield { id, subtask: "next-step", task, library, prefix, observed };
        }
      },
    };
  },
};

/** What an item is made of, and all the steps that were judged for it. */
function judgedItem(
  id: string,
  judged: ReadonlyMap<string, number>,
): Pick<ScriptItem, "id" | "task" | "prefix" | "observed"> & { readonly steps: readonly number[] } {
  const steps = [...judged.keys()].map(Number);
  const relevant = [...judged].filter(([, relevance]) => relevance > 0).map(([document]) => Number(document));
  const observed = relevant.sort((a, b) => a - b).map((step) => [step]);
  return { id, task: id.split(":")[1] as string, prefix: prefixOf(id), steps, observed };
}

function beyond(query: string, field: string, found: string): RecordProblem {
  const expected = `steps by their numbers, from 0 to ${MOST_STEPS - 1}`;
  return fault(query, field, expected, shown(found), "number the steps of the library from 0, without leading zeros");
}

function notAStep(id: string, document: string): RecordProblem {
  return fault(
    id,
    "document",
    "the number of a step, from 0, without leading zeros",
    shown(document),
    "number the steps of the library from 0",
  );
}

function noneRelevant(ids: readonly string[]): RecordProblem {
  const more = ids.length > 1 ? `, and so ${ids.length - 1} more` : "";
  const fix = "leave out queries of which nothing is relevant: there is nothing that a ranking could find";
  return fault(ids[0], "relevance", "a document with a relevance above 0 for each query", `none${more}`, fix);
}

function notNextStep(id: string): RecordProblem {
  return fault(
    id,
    "query",
    "the id of an item that asks for the next step: gs:t00:next:0-2",
    shown(id),
    "answer other questions with records",
  );
}
