import { type Anatomy, anatomyOf } from "@stepladder/wasm/host/anatomy.ts";
import { anatomySentence, mostMoved, move, restSentence, type ToldMetric } from "@stepladder/wasm/host/anatomy-print.ts";
import { trackMetrics } from "@stepladder/wasm/host/combine.ts";
import { loadGold } from "@stepladder/wasm/host/gold.ts";
import type { AnyInsight } from "@stepladder/wasm/host/insight.ts";
import { goldItems } from "@stepladder/wasm/host/look-up.ts";
import type { AnyTrack } from "@stepladder/wasm/host/track.ts";
import { type Value, withUnit } from "@stepladder/wasm/metrics/contract.ts";
import { CommandError } from "./errors.ts";
import { progressLine } from "./progress.ts";
import { openKernels, type Submission } from "./submission.ts";
import { printTable } from "./table.ts";
import { trackModule } from "./tracks.ts";

/** Says how a submission fails and what that costs, with progress on stderr. Throws CommandError where its track knows no kinds of failure. */
export async function anatomyOfSubmission({ track, predictions, gold: sources }: Submission, signal: AbortSignal): Promise<Anatomy> {
  const insight = await trackModule<AnyInsight>(track.id, "insight.ts");
  if (insight === undefined) {
    throw new CommandError(`anatomy of ${track.title}: expected data/tracks/${track.id}/insight.ts, found none; score without --anatomy`);
  }
  const progress = progressLine();
  try {
    const options = { signal, onProgress: progress.update };
    const kernels = await openKernels();
    const gold = await loadGold(track, sources, options);
    const found = await goldItems(track, gold, sources, undefined, options);
    const items = gold.ids.map((_, at) => found.get(at));
    return await anatomyOf({ track, insight, gold, items, predictions, measurer: gold.columns.measurer(kernels), kernels, ...options });
  } finally {
    progress.end();
  }
}

/** The same for reading: sentences, the kinds as a table, and the items to look at first; all values are in its JSON. */
export function anatomyText(anatomy: Anatomy, track: AnyTrack): string {
  const told: readonly ToldMetric[] = trackMetrics(track);
  const [ranking] = told as readonly [ToldMetric];
  const table = printTable(
    ["mended alone", "items", ranking.title, "moves most"],
    [
      ["nothing, as it is", "", figure(anatomy.values[ranking.id], ranking.unit), ""],
      ...anatomy.kinds.map(({ title, items, mended }) => {
        const most = mostMoved(told, anatomy.values, mended);
        const moved = most === undefined ? "-" : move(most, anatomy.values, mended);
        return [title, String(items), figure(mended[ranking.id], ranking.unit), moved];
      }),
    ],
  );
  const title = new Map(anatomy.kinds.map((kind) => [kind.id, kind.title]));
  const telling = anatomy.telling.map(({ id, kind }) => `  ${id}: ${title.get(kind)}\n`).join("");
  return [
    `${anatomySentence(anatomy, ranking)}\n${restSentence(anatomy, ranking)}\n`,
    ...(anatomy.kinds.length === 0 ? [] : [table]),
    ...(telling === "" ? [] : [`Look first at:\n${telling}`]),
  ].join("\n");
}

function figure(value: Value | undefined, unit: ToldMetric["unit"]): string {
  return value?.kind === "value" ? withUnit(value.value, unit) : "-";
}
