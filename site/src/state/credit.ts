import type { Method, Step, Tree } from "@stepladder/wasm/credit/contract.ts";
import { NUMBER_FIELDS } from "../features/credit/fields.ts";
import { readTree } from "../features/credit/read.ts";
import { LONGEST_ADDRESS } from "./checks.ts";

/** Values of settings that are not as their paper has them: by method, then by setting. */
export type Settings = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What the address of the credit lab says; absent: as the page was built. */
export interface CreditQuery {
  readonly tree?: Tree;
  /** Ids of the methods that are compared, in the order of the page. */
  readonly methods?: readonly string[];
  readonly settings?: Settings;
  /** Index of the trajectory whose steps are listed. */
  readonly trajectory?: number;
  /** Index of the step that is edited. */
  readonly step?: number;
  /** Id of the method whose credit is drawn in the tree. */
  readonly drawn?: string;
}

/** What can be chosen. */
export type KnownMethod = Pick<Method, "id" | "settings">;

/** Fields of a step as an address has them: the step before it from 1 on, numbers, 1 or 0 for executed, and the text, which may hold anything. */
const ROW = ["parent", ...NUMBER_FIELDS, "executed"] as const;
const BETWEEN = "_";

/**
 * Reads `?question=...&step=_0.6_1_0.5_1_20_8__1_Reads+the+bill&methods=ppr-renorm.spa-rl&set=ppr-renorm.beta.0.5&trajectory=2&at=3&draw=spa-rl`;
 * numbers of steps and trajectories count from 1. What cannot be is told, the first of it, and then nothing of the address counts.
 */
export function readCreditQuery(search: string, known: readonly KnownMethod[]): CreditQuery | { readonly fault: string } {
  const query = new URLSearchParams(search);
  const steps = query.getAll("step");
  const read = steps.length === 0 ? undefined : readTree({ question: query.get("question") ?? "", steps: steps.map(readRow) }, 1);
  if (read !== undefined && "fault" in read) return read;
  const methods = query.has("methods") ? (query.get("methods") as string).split(".").filter((id) => id !== "") : undefined;
  const drawn = query.get("draw") ?? undefined;
  const stranger = [...(methods ?? []), ...(drawn === undefined ? [] : [drawn])].find((id) => !known.some((one) => one.id === id));
  if (stranger !== undefined) return { fault: `There is no method “${stranger}” here.` };
  const settings: Record<string, Record<string, number>> = {};
  for (const text of query.getAll("set")) {
    const [, id = "", name = "", number = ""] = /^([^.]*)\.([^.]*)\.(.*)$/.exec(text) ?? [];
    const setting = known.find((one) => one.id === id)?.settings.find((one) => one.id === name);
    if (setting === undefined) return { fault: `There is no setting “${text}” here.` };
    const value = number === "" ? Number.NaN : Number(number);
    if (!(value >= setting.low && value <= setting.high))
      return { fault: `Setting “${text}”: expected ${setting.low} to ${setting.high}, found ${number || "nothing"}.` };
    settings[id] = { ...settings[id], [name]: value };
  }
  for (const name of ["trajectory", "at"]) {
    const text = query.get(name);
    if (text !== null && !/^[1-9]\d{0,3}$/.test(text))
      return { fault: `“${name}”: expected a number from 1 on, found ${text || "nothing"}.` };
  }
  const place = (name: string): number => Number(query.get(name)) - 1;
  return {
    ...(read === undefined ? {} : { tree: read.tree }),
    ...(methods === undefined ? {} : { methods: known.map(({ id }) => id).filter((id) => methods.includes(id)) }),
    ...(Object.keys(settings).length === 0 ? {} : { settings }),
    ...(query.has("trajectory") ? { trajectory: place("trajectory") } : {}),
    ...(query.has("at") ? { step: place("at") } : {}),
    ...(drawn === undefined ? {} : { drawn }),
  };
}

/** The query that leads back, empty where the page is as it was built; `undefined` where it would be too long. */
export function writeCreditQuery({ tree, methods, settings = {}, trajectory, step, drawn }: CreditQuery): string | undefined {
  const query = new URLSearchParams();
  if (tree !== undefined) {
    query.set("question", tree.question);
    for (const one of tree.steps) query.append("step", writeRow(one));
  }
  if (methods !== undefined) query.set("methods", methods.join("."));
  for (const [id, own] of Object.entries(settings))
    for (const [name, value] of Object.entries(own)) query.append("set", `${id}.${name}.${value}`);
  if (trajectory !== undefined) query.set("trajectory", String(trajectory + 1));
  if (step !== undefined) query.set("at", String(step + 1));
  if (drawn !== undefined) query.set("draw", drawn);
  const text = query.size === 0 ? "" : `?${query}`;
  return text.length > LONGEST_ADDRESS ? undefined : text;
}

function writeRow(step: Step): string {
  const cells = ROW.map((field) => {
    const value = step[field];
    if (field === "parent") return value === undefined ? "" : String((value as number) + 1);
    return value === undefined ? "" : String(Number(value));
  });
  return [...cells, step.text].join(BETWEEN);
}

function readRow(row: string): Readonly<Record<string, unknown>> {
  const cells = row.split(BETWEEN);
  const named = ROW.map((field, at) => [field, readCell(field, cells[at] ?? "")] as const).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(named), text: cells.length > ROW.length ? cells.slice(ROW.length).join(BETWEEN) : undefined };
}

/** What is not as it should be is passed on as it is, and told by who knows what was expected. */
function readCell(field: (typeof ROW)[number], text: string): number | boolean | string | undefined {
  if (text === "") return undefined;
  if (field === "executed") return text === "1" ? true : text === "0" ? false : text;
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}
