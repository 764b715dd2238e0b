import { withoutThinking } from "@stepladder/wasm/intake/extract.ts";
import { lastLiteral } from "@stepladder/wasm/intake/last-literal.ts";
import type { Raw } from "@stepladder/wasm/intake/raw.ts";
import type * as z from "zod/mini";
import { fault, plainNumbers } from "./records.ts";

/** One message of a chat. */
export interface Message {
  readonly role: "system" | "user";
  readonly content: string;
}

/** Official files that hold the texts of items where gold of the track's own layout leaves them out. */
export interface Material<Texts> {
  /** For people: which files. */
  readonly title: string;
  /** Texts of the items of a record, by id; none where the record is of another layout. Must not throw. */
  read(raw: Raw): Iterable<readonly [id: string, texts: Texts]>;
}

/** How a text model is asked a track's items. The prompts are ours. */
export interface Prompt<Item, Question, Texts = undefined> {
  /** Raised whenever the messages change. */
  readonly version: string;
  /** What a model is asked for, in a sentence. */
  readonly about: string;
  /** Most tokens of an answer. */
  readonly maxTokens: number;
  readonly material?: Material<Texts>;
  /** Why this item is not asked; absent, or nothing: it is. */
  withheld?(item: Item): string | undefined;
  /** All that a model may know of an item: what a right answer is made of is not in it. */
  question(item: Item, texts: Texts): Question;
  messages(question: Question): readonly Message[];
  /**
   * The prediction in an answer, as the track's records have it; `undefined` where the track reads the answer itself. Throws RecordProblem
   * where the answer does not hold one.
   */
  read?(answer: string, question: Question): unknown;
  /** Made-up items, one for each way of asking: the prompt's hash is that of their messages. */
  readonly examples: readonly { readonly item: Item; readonly texts: Texts }[];
}

/** Why a track has no prompt. */
export interface NoPrompt {
  /** What a system needs that a text model does not have; ends a sentence that begins with "needs". */
  readonly needs: string;
}

/** A prompt whose types do not matter to the caller. */
// biome-ignore lint/suspicious/noExplicitAny: items, questions and texts are private to each track
export type AnyPrompt = Prompt<any, any, any>;

/** Declares how a text model is asked a track's items. */
export function definePrompt<Item, Question, Texts = undefined>(prompt: Prompt<Item, Question, Texts>): Prompt<Item, Question, Texts> {
  return prompt;
}

/** Items whose own prompt says everything, the form of the answer too: nothing may stand beside it. The track reads the answer. */
export function ownPrompt<Item extends { readonly prompt?: string | undefined }>(
  about: string,
  maxTokens: number,
  example: Item,
): Prompt<Item, { readonly prompt: string }> {
  return definePrompt({
    version: "1",
    about,
    maxTokens,
    withheld: ({ prompt }: Item) => (prompt === undefined ? "a prompt, which this gold leaves out" : undefined),
    question: ({ prompt = "" }: Item) => ({ prompt }),
    messages: ({ prompt }) => [{ role: "user", content: prompt }],
    examples: [{ item: example, texts: undefined }],
  });
}

/** Declares why a text model cannot be asked. */
export function noPrompt(needs: string): NoPrompt {
  return { needs };
}

/** The one way of asking: what the task is and the form of the answer, then the material. */
export function request(task: string, form: string, material: object | string): Message[] {
  const content = typeof material === "string" ? material : JSON.stringify(material, null, 1);
  return [
    { role: "system", content: `${task}\n\n${form}` },
    { role: "user", content },
  ];
}

/** The sentence that asks for an object of this form. */
export function asObject(form: string): string {
  return `Think as long as you need to, then end with one JSON object of this form: ${form}`;
}

/** The last object of this form in an answer, thinking left out. Throws RecordProblem where there is none. */
export function objectIn<T>(answer: string, schema: z.ZodMiniType<T>, id: string, form: string): T {
  const found = lastLiteral(withoutThinking(answer), "json", (value) => {
    const parsed = schema.safeParse(plainNumbers(value));
    return parsed.success ? { object: parsed.data } : undefined;
  });
  if (found !== undefined) return found.object;
  throw fault(id, "output", `a JSON object of the form ${form}`, "none in the answer", "have the model end with it");
}
