import type { ItemsIndex, Scorecard } from "@stepladder/schema";
import type { Anatomy } from "@stepladder/wasm/host/anatomy.ts";
import type { Trace } from "@stepladder/wasm/intake/traces/traces.ts";
import { proxy } from "comlink";
import type { GivenFile } from "../scripts/given.ts";
import { inNameOrder } from "../scripts/given.ts";
import { type Desk, deskOf } from "./desk.ts";
import { type Hand, hire } from "./hand.ts";
import type { ItemFailures, ItemList, Job, JobProgress, ListedRecords, LookedItem, Looks, Outcome } from "./messages.ts";
import { problemsOf } from "./outcome.ts";
import { type Tally, tallied } from "./tally.ts";

/** More than four workers wait for the disk. */
const MOST = 4;
/** Idle workers still hold gold and memory; all but one are let go after this time, in milliseconds. */
const IDLE = 30_000;

/** A pool that grows with its jobs, shrinks when idle, and whose jobs end at once when aborted. */
export class ScoringPool {
  #hands: Hand[] = [];
  #idle: ReturnType<typeof setTimeout> | undefined;
  /** Looks into items: a worker of its own, for one that scores must keep the gold that it scores against. */
  #scout: Hand | undefined;
  /** What the scout does now; one thing after the other, as each may be about other gold. */
  #turn: Promise<unknown> = Promise.resolve();

  /** Starts one worker ahead of the first job, and has it fetch its code: that of one track, or of all where none is named. */
  warm(track?: string): Promise<Outcome<true>> {
    return this.#run(new AbortController().signal, ({ api }) => api.warm(track));
  }

  /** Has that worker fetch the site's gold too. */
  keep(url: string): Promise<Outcome<true>> {
    return this.#run(new AbortController().signal, ({ api }) => api.keep(url));
  }

  /** Says what the files are; only their first records are read. `chosen` is the person's track, if any. */
  recognise(files: readonly GivenFile[], signal: AbortSignal, chosen?: string): Promise<Outcome<Looks>> {
    return this.#run(signal, ({ api }) => api.recognise(files, chosen));
  }

  /** Scores one submission. Its parts are merged in the order of files and lines, so the bytes do not depend on the pool. */
  score(job: Job, signal: AbortSignal, onProgress: (progress: JobProgress) => void): Promise<Outcome<Scorecard>> {
    const files = inNameOrder(job.predictions);
    return this.#run(signal, (lead) => tallied(files, onProgress, signal, (take) => this.#scored(lead, job, files, take)));
  }

  async #scored(lead: Hand, job: Job, files: readonly GivenFile[], take: Tally["take"]): Promise<Outcome<Scorecard>> {
    const desk = await deskOf(lead.api, job.track, files);
    if (!desk.ok) return desk;
    const open = ({ api }: Hand) => api.open(job, proxy(take));
    const led = open(lead).then(async (opened) => {
      if (opened.ok) await desk.value.serve(lead.api);
      return opened;
    });
    const helpers = this.#staff(Math.min(desk.value.size, poolSize())).slice(1);
    const [opened] = await Promise.all([led, ...helpers.map((hand) => this.#help(hand, desk.value, open(hand), led))]);
    if (!opened.ok) return opened;
    const { parts, failures } = desk.value;
    const problems = failures.groups();
    return problems.length > 0 ? { ok: false, problems } : lead.api.combine(parts);
  }

  /** The items of a job's gold, which may come without predictions. */
  list(job: Job): Promise<Outcome<ItemList>> {
    return this.#explore(job, ({ api }, files) => api.list(files));
  }

  /** What boards and comparisons must know of the items of a job's gold. */
  itemsIndex(job: Job): Promise<Outcome<ItemsIndex>> {
    return this.#explore(job, ({ api }) => api.itemsIndex());
  }

  /** An item by its place in gold's order, with what the job's predictions say of it. */
  lookAt(job: Job, at: number): Promise<Outcome<LookedItem>> {
    return this.#explore(job, ({ api }, files) => api.lookAt(files, at));
  }

  /** The traces of agents in files; none where they hold something else. */
  traces(files: readonly GivenFile[]): Promise<Outcome<Trace[]>> {
    return this.#scouted(new AbortController().signal, ({ api }) => api.traces(inNameOrder(files)));
  }

  /** Alignments or step graphs in files; `undefined` where they begin with something else. */
  records(files: readonly GivenFile[]): Promise<Outcome<ListedRecords | undefined>> {
    return this.#scouted(new AbortController().signal, ({ api }) => api.records(inNameOrder(files)));
  }

  /** One of them by its place in the list. */
  record(files: readonly GivenFile[], at: number): Promise<Outcome<LookedItem>> {
    return this.#scouted(new AbortController().signal, ({ api }) => api.record(inNameOrder(files), at));
  }

  /** How each item of a job fails, and where first. */
  failures(job: Job): Promise<Outcome<ItemFailures>> {
    return this.#explore(job, ({ api }, files) => api.failures(files));
  }

  /** Each metric of a track, of every item alone: NaN where it has no value there. */
  itemValues(track: string, rows: Pick<Scorecard, "items" | "events">): Promise<Outcome<Record<string, Float64Array>>> {
    return this.#scouted(new AbortController().signal, ({ api }) => api.itemValues(track, rows));
  }

  /** How a job's predictions fail, and what that costs; aborting ends the worker that looks into items. */
  anatomy(job: Job, signal: AbortSignal, onProgress: (progress: JobProgress) => void): Promise<Outcome<Anatomy>> {
    return this.#explore(job, ({ api }, files) => api.anatomy(files), signal, onProgress);
  }

  /** Runs something against a job's gold, once what was asked before is done. */
  #explore<T>(
    job: Job,
    run: (hand: Hand, files: GivenFile[]) => Promise<Outcome<T>>,
    signal = new AbortController().signal,
    onProgress: (progress: JobProgress) => void = () => undefined,
  ): Promise<Outcome<T>> {
    const files = inNameOrder(job.predictions);
    const mine = this.#turn.then(() =>
      this.#scouted(signal, (scout) =>
        tallied(files, onProgress, signal, async (take) => {
          const opened = await scout.api.open(job, proxy(take));
          return opened.ok ? run(scout, files) : opened;
        }),
      ),
    );
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  async #scouted<T>(signal: AbortSignal, task: (scout: Hand) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    signal.throwIfAborted();
    const scout = this.#scout ?? hire();
    this.#scout = scout;
    const end = () => this.#endScout();
    signal.addEventListener("abort", end, { once: true });
    try {
      return await Promise.race([task(scout), aborted(signal), scout.broken]);
    } catch (error) {
      signal.throwIfAborted();
      this.#endScout();
      return { ok: false, problems: problemsOf(error) };
    } finally {
      signal.removeEventListener("abort", end);
    }
  }

  #endScout(): void {
    this.#scout?.worker.terminate();
    this.#scout = undefined;
  }

  /** Ends every worker now, whatever it does; what was asked of them is never answered. */
  stop(): void {
    this.#endHands();
    this.#endScout();
    this.#turn = Promise.resolve();
  }

  #endHands(): void {
    clearTimeout(this.#idle);
    for (const hand of this.#hands) this.#dismiss(hand);
  }

  /** A further worker takes work once it is open: it is let go where it cannot be loaded, and not waited for when all is done. */
  async #help(hand: Hand, desk: Desk, opening: Promise<Outcome<true>>, led: Promise<unknown>): Promise<void> {
    const opened = await Promise.race([opening, hand.broken.catch(() => undefined), led.then(() => undefined)]);
    if (opened?.ok === false) this.#dismiss(hand);
    if (opened?.ok === true) await Promise.race([desk.serve(hand.api), hand.broken]);
  }

  /** The first `size` workers, new ones where there are fewer. */
  #staff(size: number): Hand[] {
    while (this.#hands.length < size) {
      const hand = hire();
      hand.broken.catch(() => this.#dismiss(hand));
      this.#hands.push(hand);
    }
    return this.#hands.slice(0, size);
  }

  #dismiss(hand: Hand): void {
    hand.worker.terminate();
    this.#hands = this.#hands.filter((other) => other !== hand);
  }

  /** One stays: it has its code at hand, should the network go. */
  #rest(): void {
    for (const hand of this.#hands.slice(1)) this.#dismiss(hand);
  }

  /** Runs a job that the first worker leads; should it fail, all are let go. */
  async #run<T>(signal: AbortSignal, job: (lead: Hand) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    clearTimeout(this.#idle);
    const [lead] = this.#staff(1) as [Hand];
    // At the moment of the abort, not when it is met: the next job must not be given workers that are about to end.
    const end = () => this.#endHands();
    signal.addEventListener("abort", end, { once: true });
    try {
      return await Promise.race([job(lead), aborted(signal), lead.broken]);
    } catch (error) {
      signal.throwIfAborted();
      this.#endHands();
      return { ok: false, problems: problemsOf(error) };
    } finally {
      signal.removeEventListener("abort", end);
      if (!signal.aborted) this.#idle = setTimeout(() => this.#rest(), IDLE);
    }
  }
}

/** The page's own thread only waits while scoring. */
function poolSize(): number {
  return Math.max(1, Math.min(navigator.hardwareConcurrency, MOST));
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason as Error);
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
  });
}
