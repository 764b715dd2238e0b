import type { Plan } from "./plan.ts";
import { statusLine } from "./progress.ts";
import { addTally, emptyTally, type Shard, type Tally } from "./shard.ts";

/** How many reasons a line has room for. */
const REASONS = 3;

/** Shows how far a run has come, on stderr. */
export function miningProgress(
  plan: Plan,
  limit: number | undefined,
): { done(shard: Shard, tally: Tally, before: boolean): void; end(): void } {
  const line = statusLine();
  const sum = emptyTally();
  const pace = new Pace();
  let shards = 0;
  let size = 0;
  /** How much of the whole is done: by bytes where they are known, by shards where not, by pages where a limit comes first. */
  const share = (): number => {
    const ofPlan = plan.size > 0 ? size / plan.size : shards / plan.shards;
    return limit === undefined ? ofPlan : Math.min(1, Math.max(ofPlan, pagesOf(sum) / limit));
  };
  return {
    done(shard, tally, before) {
      const from = share();
      shards++;
      size += shard.size;
      addTally(sum, tally);
      if (!before) pace.add(pagesOf(tally), share() - from);
      line.update(() => `mining: ${Math.floor(share() * 100)} %, ${sentence(sum)}${pace.tell(1 - share())}`);
    },
    end: () => line.end(),
  };
}

function pagesOf({ pages, failures }: Tally): number {
  return pages + failures;
}

function sentence(sum: Tally): string {
  const reasons = Object.entries(sum.dropped).sort(([, a], [, b]) => b - a);
  const dropped = reasons.reduce((total, [, count]) => total + count, 0);
  const shown = reasons.slice(0, REASONS).map(([reason, count]) => `${reason} ${count}`);
  const why = dropped === 0 ? "" : ` (${[...shown, ...(reasons.length > REASONS ? ["..."] : [])].join(", ")})`;
  return `${sum.pages} pages, ${sum.kept} kept, ${dropped} dropped${why}, ${sum.failures} failures`;
}

/** How fast this run works. Counted from its first shard on: what came before, threads that start and shards of an earlier run, tells nothing. */
class Pace {
  #start: number | undefined;
  #pages = 0;
  #share = 0;

  add(pages: number, share: number): void {
    if (this.#start === undefined) {
      this.#start = performance.now();
      return;
    }
    this.#pages += pages;
    this.#share += share;
  }

  tell(left: number): string {
    if (this.#start === undefined || this.#share === 0) return "";
    const seconds = (performance.now() - this.#start) / 1000;
    return `, ${Math.round(this.#pages / seconds)} per second, ${Math.ceil((seconds * left) / this.#share)} s left`;
  }
}
