import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import * as z from "zod/mini";
import { writeWhole } from "../../core/output.ts";

/** An answer as it is kept: what tells whether it is still good, and where its body lies. */
const Kept = z.object({
  url: z.string(),
  etag: z.optional(z.string()),
  modified: z.optional(z.string()),
  type: z.optional(z.string()),
  language: z.optional(z.string()),
  body: z.string(),
});
export type Kept = z.infer<typeof Kept>;

/** Folder of what was fetched: `STEPLADDER_CACHE`, else the person's cache folder. */
export function cacheFolder(): string {
  return join(process.env.STEPLADDER_CACHE ?? join(homedir(), ".cache", "stepladder"), "web");
}

/** Pages that were fetched, so that a page which did not change is not sent again. */
export class Store {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** What is kept of an address; absent where nothing is, or where it is damaged. */
  async get(url: string): Promise<(Omit<Kept, "body"> & { readonly bytes: Uint8Array }) | undefined> {
    try {
      const { body, ...kept } = Kept.parse(JSON.parse(await readFile(this.#path(`${hash(url)}.json`), "utf8")));
      const bytes = await readFile(this.#path(`${body}.body`));
      return hash(bytes) === body ? { ...kept, bytes } : undefined;
    } catch {
      return undefined;
    }
  }

  async put(url: string, kept: Omit<Kept, "body">, bytes: Uint8Array): Promise<void> {
    const body = hash(bytes);
    await writeWhole(this.#path(`${body}.body`), [bytes]);
    await writeWhole(this.#path(`${hash(url)}.json`), [`${JSON.stringify({ ...kept, body })}\n`]);
  }

  #path(name: string): string {
    return join(this.#folder, name.slice(0, 2), name);
  }
}

function hash(of: string | Uint8Array): string {
  return createHash("sha256").update(of).digest("hex");
}
