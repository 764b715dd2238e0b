import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod/mini";
import { makeFolder, writeWhole } from "../core/output.ts";

/** What a model answered, and what it cost. */
export const Answer = z.object({
  text: z.string(),
  /** Tokens of the request and of the answer, as the endpoint counts them; 0 where it does not. */
  usage: z.object({ input: z.int(), output: z.int() }),
  /** Whether the answer ended because it may not be longer. */
  cut: z.optional(z.literal(true)),
});
export type Answer = z.infer<typeof Answer>;

/** The vector that a model gives a text. */
export const Embedding = z.object({ vector: z.array(z.float32()).check(z.minLength(1)) });
export type Embedding = z.infer<typeof Embedding>;

/** The hash of a request's content, under which its answer is kept. */
export function contentHash(content: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

/** Answers kept by the hash of their request, a file each, so that a run that was ended goes on where it stood and pays for nothing twice. */
export class Answers<Kept> {
  readonly #folder: string;
  readonly #form: z.ZodMiniType<Kept>;

  constructor(folder: string, form: z.ZodMiniType<Kept>) {
    this.#folder = folder;
    this.#form = form;
  }

  /** The answer to a request; absent where none is kept, or where its file is damaged. */
  async get(hash: string): Promise<Kept | undefined> {
    try {
      return this.#form.parse(JSON.parse(await readFile(this.#path(hash), "utf8")));
    } catch {
      return undefined;
    }
  }

  /** Makes the folder: what cannot be kept is not to be paid for. */
  async prepare(): Promise<void> {
    await makeFolder(this.#folder);
  }

  async put(hash: string, answer: Kept): Promise<void> {
    await writeWhole(this.#path(hash), [`${JSON.stringify(answer)}\n`]);
  }

  #path(hash: string): string {
    return join(this.#folder, hash.slice(0, 2), `${hash}.json`);
  }
}
