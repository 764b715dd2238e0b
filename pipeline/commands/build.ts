import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Recipe } from "@stepladder/schema";
import type { Command } from "commander";
import { type BuildOptions, runStep } from "../core/build.ts";
import { CommandError } from "../core/errors.ts";
import { interrupted } from "../core/interrupt.ts";
import { recipeKit } from "../core/kit.ts";
import { loadTrack, trackIds, trackModule, trackPath } from "../core/tracks.ts";

/** Where official data lies unless the person says otherwise: beside the checkout. */
const DEFAULT_DATA = fileURLToPath(new URL("../../../shared/data", import.meta.url));

/** The folder of official data; `undefined` where there is none. Throws CommandError where a named one is not there. */
export function officialData(named: string | undefined): string | undefined {
  const given = named ?? process.env.STEPLADDER_DATA;
  if (given !== undefined && !existsSync(given)) throw new CommandError(`official data: expected a folder, found nothing at ${given}`);
  const folder = resolve(given ?? DEFAULT_DATA);
  return existsSync(folder) ? folder : undefined;
}

/** `stepladder build`: run the recipes. */
export function buildCommand(program: Command): void {
  program
    .command("build")
    .description("rebuild what the repository and official files allow; what stands is kept")
    .argument("[tracks...]", "ids of tracks; default: all")
    .option("--data <folder>", "official files; default: STEPLADDER_DATA, then ../shared/data")
    .option("--generated", "only tracks whose gold is made here, which needs no official files")
    .option("--check", "compare committed files with what would be written; exit code 1 where one differs")
    .action(async (named: string[], { data, generated = false, check = false }: BuildCommandOptions) => {
      const options = { official: officialData(data), check, signal: interrupted() };
      let differing = 0;
      for (const id of named.length > 0 ? named : await trackIds()) differing += await buildTrack(id, generated, options);
      if (differing > 0)
        throw new CommandError(`build --check: ${differing} committed files differ; run "stepladder build" and commit them`);
    });
}

interface BuildCommandOptions {
  readonly data?: string;
  readonly generated?: boolean;
  readonly check?: boolean;
}

/** Runs a track's recipe, unless only generated gold is asked for and its own is not. Gives the number of files that differ. */
async function buildTrack(id: string, generated: boolean, options: BuildOptions): Promise<number> {
  const track = await loadTrack(id);
  if (generated && track.goldKind !== "generated") return 0;
  const recipe = await trackModule<Recipe<unknown>>(id, "recipe.ts");
  let differing = 0;
  for (const step of recipe?.(recipeKit(track)) ?? []) {
    const outcome = await runStep(trackPath(id), step, options);
    const detail = outcome.kind === "absent" ? `: ${outcome.reason}` : outcome.kind === "differs" ? `: ${outcome.paths.join(", ")}` : "";
    process.stdout.write(`${id} ${step.name}: ${outcome.kind}${detail}\n`);
    if (outcome.kind === "differs") differing += outcome.paths.length;
  }
  return differing;
}
