import { mkdtemp, open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { CommandError } from "./errors.ts";

/** Most bytes that a file from an address may have. */
const MOST = 2 ** 31;
/** Milliseconds that it may take. */
const PATIENCE = 600_000;

/** Fetches a file into a folder of its own below the system's temporary one; gives its path. Throws CommandError where it cannot be had. */
export async function fetched(address: string, signal: AbortSignal): Promise<string> {
  const refuse = (found: string): CommandError => new CommandError(`${address}: expected a file of predictions, ${found}`);
  const response = await fetch(address, { signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]) }).catch((error: Error) => {
    signal.throwIfAborted();
    throw refuse(`could not fetch it: ${(error.cause as Error | undefined)?.message ?? error.message}`);
  });
  if (!response.ok) throw refuse(`received status ${response.status}`);
  if (response.headers.get("content-type")?.startsWith("text/html")) throw refuse("received a page; give the address of the file itself");
  const folder = await mkdtemp(join(tmpdir(), "stepladder-fetched-"));
  const path = join(folder, basename(new URL(response.url).pathname) || "predictions");
  const file = await open(path, "wx");
  try {
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > MOST) throw refuse(`received more than ${MOST} bytes`);
      await file.write(chunk);
    }
  } finally {
    await file.close();
  }
  return path;
}
