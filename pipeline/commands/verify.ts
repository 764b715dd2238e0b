import { readFile } from "node:fs/promises";
import { Scorecard } from "@stepladder/schema";
import { printScorecard } from "@stepladder/wasm/host/print.ts";
import type { Command } from "commander";
import { brief, parting } from "../core/differences.ts";
import { CommandError } from "../core/errors.ts";
import { interrupted } from "../core/interrupt.ts";
import { openSubmission, scoreSubmission } from "../core/submission.ts";

/** `stepladder verify`: score again and name the first difference. */
export function verifyCommand(program: Command): void {
  program
    .command("verify")
    .description("score the predictions again and compare with a scorecard; exit code 1 where anything differs")
    .argument("<scorecard>", "JSON scorecard")
    .requiredOption("--predictions <files...>", "the predictions it was made from")
    .option("--gold <path>", "the gold it was made with; default: the track's own")
    .action(async (path: string, { predictions, gold }: { predictions: string[]; gold?: string }) => {
      const text = await readFile(path, "utf8");
      const claimed = readScorecard(path, text);
      const signal = interrupted();
      const submission = await openSubmission(claimed.track, predictions, gold, signal);
      const scored = await scoreSubmission(submission, signal, claimed.seed);
      const difference = firstDifference(claimed, scored);
      if (difference !== undefined) throw new CommandError(`${path}: ${difference}`);
      process.stdout.write(
        `${path}: verified, ${scored.items.length} items and all figures equal${printScorecard(scored) === text ? ", byte for byte" : ""}\n`,
      );
    });
}

function readScorecard(path: string, text: string): Scorecard {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new CommandError(`${path}: expected a JSON scorecard, found ${(cause as Error).message}`, { cause });
  }
  const parsed = Scorecard.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new CommandError(
    `${path}: expected a scorecard (stepladder/scorecard/1), found ${issue?.path.join(".") || "a value"}: ${issue?.message}`,
  );
}

/** Where two scorecards part, items first: the sentence names the first item or field that differs. */
function firstDifference(told: Scorecard, scored: Scorecard): string | undefined {
  // The same items may come in other files, official or imported.
  const claimed = told.hashes.items === scored.hashes.items ? { ...told, hashes: { ...told.hashes, gold: scored.hashes.gold } } : told;
  const inputs = (["gold", "items", "predictions", "kernels"] as const).filter((part) => claimed.hashes[part] !== scored.hashes[part]);
  const because = inputs.length > 0 ? ` (${inputs.join(", ")} have another hash than the scorecard names)` : "";
  for (const [i, item] of scored.items.entries()) {
    const other = claimed.items[i];
    const place = parting(other, item, "item");
    if (place === undefined) continue;
    return `item ${item.id} differs in ${place.path}: the scorecard says ${brief(place.claimed)}, scoring again gives ${brief(place.scored)}${because}`;
  }
  for (const key of Object.keys(scored) as (keyof Scorecard)[]) {
    const place = parting(claimed[key], scored[key], key);
    if (place === undefined) continue;
    return `${place.path} differs: the scorecard says ${brief(place.claimed)}, scoring again gives ${brief(place.scored)}${because}`;
  }
  return claimed.items.length > scored.items.length ? `item ${claimed.items[scored.items.length]?.id} is not in gold${because}` : undefined;
}
