import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Procedure } from "@stepladder/schema";

const folder = new URL("written/", import.meta.url);

/** The procedures written for this repository, in the order of their ids. Throws where a file is not a procedure of its own name. */
export function writtenProcedures(): Procedure[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return files.sort().map((file) => readWritten(new URL(file, folder)));
}

function readWritten(file: URL): Procedure {
  const read = Procedure.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Error(`${fileURLToPath(file)} ${issue?.path.join(".")}: ${issue?.message}`, { cause: read.error });
}
