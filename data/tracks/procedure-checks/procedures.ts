import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { Procedure } from "@stepladder/schema";

const FOLDER = new URL("../../procedures/written/", import.meta.url);

/** A procedure of the repository as checks see it. */
export interface Source {
  readonly id: string;
  readonly lang: string;
  readonly goal: string;
  readonly resources: readonly string[];
  readonly steps: readonly string[];
}

const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .sort()
  .map((name) => readFileSync(new URL(name, FOLDER), "utf8"));

/** The procedures written for this repository, by file name. */
export const procedures: readonly Source[] = files.map((text) => {
  const { id, lang, goal, resources, steps } = Procedure.parse(JSON.parse(text));
  return { id, lang, goal, resources: resources.map((one) => one.text), steps: steps.map((one) => one.text) };
});

/** sha256 over all of them: gold is made anew where one changes. */
export const proceduresHash = createHash("sha256").update(files.join("")).digest("hex");
