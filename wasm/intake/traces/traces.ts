import type { ItemView } from "../../host/panels.ts";
import type { Raw } from "../raw.ts";
import { type Fields, fieldsOf, isMessage, told } from "./messages.ts";

/** What an agent and those around it said, message by message. */
export interface Trace {
  /** Unique among those of one file. */
  readonly id: string;
  readonly view: ItemView;
}

/**
 * The traces among the records of files: messages one after the other, conversations `{"messages": [...]}`, samples of Inspect and whole
 * Inspect logs. Records that are none of these are passed over.
 */
export function tracesOf(records: Iterable<Raw>): Trace[] {
  const traces: Trace[] = [];
  const taken = new Map<string, number>();
  const add = (name: string, messages: readonly Fields[], fields: Fields): void => {
    if (messages.length === 0) return;
    const count = taken.get(name) ?? 0;
    taken.set(name, count + 1);
    traces.push({ id: count === 0 ? name : `${name} (${count + 1})`, view: viewOf(messages, fields) });
  };
  let open: { readonly file: string; readonly messages: Fields[] } | undefined;
  const close = (): void => {
    if (open !== undefined) add(open.file, open.messages, {});
    open = undefined;
  };
  for (const { value, file, line } of records) {
    if (isMessage(value)) {
      if (open?.file !== file) close();
      open ??= { file, messages: [] };
      open.messages.push(value);
      continue;
    }
    close();
    const fields = fieldsOf(value);
    // A list of messages is a conversation without a name.
    const conversations = Array.isArray(value)
      ? [{ messages: value }]
      : isLog(fields)
        ? fields.samples.map((one) => fieldsOf(one) ?? {})
        : [fields ?? {}];
    for (const [i, own] of conversations.entries()) {
      const place = line ?? (conversations.length > 1 ? i + 1 : undefined);
      add(nameOf(own) ?? (place === undefined ? file : `${file}, ${place}`), messagesOf(own), own);
    }
  }
  close();
  return traces;
}

function isLog(fields: Fields | undefined): fields is Fields & { readonly samples: readonly unknown[] } {
  return fieldsOf(fields?.eval) !== undefined && Array.isArray(fields?.samples);
}

/** Names under which harnesses keep the messages of a run. */
const LISTS = ["messages", "conversation", "trajectory", "traj"] as const;

function messagesOf(fields: Fields): Fields[] {
  for (const name of LISTS) {
    const list = fields[name];
    if (Array.isArray(list) && list.length > 0 && list.every(isMessage)) return list;
  }
  return [];
}

/** Names of a conversation, the first that is there; an epoch tells runs of one sample apart. */
function nameOf({ id, task_id: task, record_id: record, uuid, epoch }: Fields): string | undefined {
  const name = [id, record, task, uuid].find((one) => typeof one === "string" || typeof one === "number");
  if (name === undefined) return undefined;
  return typeof epoch === "number" ? `${name}, epoch ${epoch}` : String(name);
}

function viewOf(messages: readonly Fields[], fields: Fields): ItemView {
  const attachments = fieldsOf(fields.attachments);
  const steps = messages.map((message) => told(message, attachments));
  const asked = steps.find(({ role }) => role.startsWith("user")) ?? steps[0];
  return {
    title: excerpt(asked?.text ?? ""),
    facts: factsOf(fields),
    panels: [{ kind: "labels", title: "Messages", steps: steps.map(({ role, text }) => ({ role, text })) }],
  };
}

/** Characters of what was asked that name a trace. */
const TITLE = 100;

function excerpt(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > TITLE ? `${line.slice(0, TITLE)}…` : line || "A trace";
}

/** What a sample of Inspect says of its outcome. */
function factsOf({ target, scores, model, error }: Fields): NonNullable<ItemView["facts"]> {
  const told: { name: string; value: string }[] = [];
  const add = (name: string, value: unknown): void => {
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") told.push({ name, value: String(value) });
    else if (Array.isArray(value)) told.push({ name, value: value.map(String).join("; ") });
  };
  add("Model", model);
  add("Target", target);
  for (const [scorer, score] of Object.entries(fieldsOf(scores) ?? {})) add(`Score of ${scorer}`, fieldsOf(score)?.value ?? score);
  add("Error", fieldsOf(error)?.message);
  return told;
}
