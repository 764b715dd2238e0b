import type { Plan } from "./plan.ts";
import { statusLine } from "./progress.ts";
import { addTally, emptyTally, type Shard, type Tally } from "./shard.ts";

/** How many reasons a line has room for. */
const REASONS = 3;

/** Shows how far a run has come, on stderr. */
export function miningProgress(
  plan: Plan,
  limit: number | undefined,
): { done(shard: Shard, tally: Tally, kept: boolean): void; end(): void } {
  const line = statusLine();
  const sum = emptyTally();
  const worked = { pages: 0, share: 0 };
  let shards = 0;
  let size = 0;
  /** Of the whole: by bytes where they are known, by shards where not, by pages where a limit comes first. */
  const share = (): number => {
    const ofPlan = plan.size > 0 ? size / plan.size : shards / plan.shards;
    return limit === undefined ? ofPlan : Math.min(1, Math.max(ofPlan, (sum.pages + sum.failures) / limit));
  };
  return {
    done(shard, tally, kept) {
      const before = share();
      shards++;
      size += shard.size;
      addTally(sum, tally);
      if (!kept) {
        worked.pages += tally.pages + tally.failures;
        worked.share += share() - before;
      }
      line.update((seconds) => sentence(sum, share(), worked, seconds));
    },
    end: () => line.end(),
  };
}

/** The rate, and from it the time that is left, are of what this run worked itself: what an earlier one left took no time. */
function sentence(sum: Tally, share: number, worked: { pages: number; share: number }, seconds: number): string {
  const rate = Math.round(worked.pages / Math.max(seconds, 0.001));
  const left = worked.share > 0 ? `, ${Math.ceil((seconds * (1 - share)) / worked.share)} s left` : "";
  const reasons = Object.entries(sum.dropped).sort(([, a], [, b]) => b - a);
  const dropped = reasons.reduce((total, [, count]) => total + count, 0);
  const shown = reasons.slice(0, REASONS).map(([reason, count]) => `${reason} ${count}`);
  const why = dropped === 0 ? "" : ` (${[...shown, ...(reasons.length > REASONS ? ["..."] : [])].join(", ")})`;
  return `mining: ${Math.floor(share * 100)} %, ${sum.pages} pages, ${rate} per second, ${sum.kept} kept, ${dropped} dropped${why}, ${sum.failures} failures${left}`;
}
