import { readFile } from "node:fs/promises";
import { Scorecard } from "@stepladder/schema";
import { printScorecard } from "@stepladder/wasm/host/print.ts";
import type { Command } from "commander";
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

/** The first place at which two JSON values part; `undefined` where they are equal. */
function parting(claimed: unknown, scored: unknown, path: string): { path: string; claimed: unknown; scored: unknown } | undefined {
  if (same(claimed, scored)) return undefined;
  if (typeof claimed === "object" && typeof scored === "object" && claimed !== null && scored !== null) {
    for (const key of new Set([...Object.keys(scored), ...Object.keys(claimed)])) {
      const place = parting((claimed as Record<string, unknown>)[key], (scored as Record<string, unknown>)[key], `${path}.${key}`);
      if (place !== undefined) return place;
    }
  }
  return { path, claimed, scored };
}

function brief(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value).slice(0, 120);
}

/** Deep equality of plain JSON values; the order of keys does not matter. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}
