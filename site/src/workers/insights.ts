import type { AnyInsight } from "@stepladder/wasm/host/insight.ts";
import { FileProblem } from "@stepladder/wasm/intake/raw.ts";

const modules = import.meta.glob<AnyInsight>("../../../data/tracks/*/insight.ts", { import: "default" });
const loaders = new Map(Object.entries(modules).map(([path, load]) => [path.split("/").at(-2) as string, load]));

/** What a track shows of its items: a chunk of its own, fetched when somebody looks. */
export async function loadInsight(id: string): Promise<AnyInsight> {
  const load = loaders.get(id);
  if (load === undefined) throw new Error(`no insight of track ${id}`);
  return load().catch((error: unknown) => {
    throw new FileProblem({
      kind: "code-not-fetched",
      expected: "the code that knows the items of this benchmark, from this site",
      found: `it could not be fetched: ${String(error)}`,
      fix: "connect and ask again",
    });
  });
}
