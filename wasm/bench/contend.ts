/** One way of doing a job. */
export interface Contender {
  readonly name: string;
  /** Does the job once; what it found is printed, so that a reader sees that all did the same. Own times where it keeps them (C). */
  run(): Found | Promise<Found>;
}

/** What one run found, and its times in ms where the caller's clock would be wrong. */
export interface Found {
  readonly result: number;
  readonly times?: Times;
}

/** Wall clock and user CPU of one run, in ms. */
export interface Times {
  readonly wall: number;
  readonly user: number;
}

/** The medians of one contender, in ms. */
export interface Timed extends Times {
  readonly name: string;
  readonly runs: number;
  readonly result: number;
}

/**
 * Runs all contenders in turn, round after round, so that a machine that slows down slows all of them; the first rounds are not
 * counted. `repeat` runs make one measurement, for jobs too short for the clock of user CPU.
 */
export async function contend(contenders: readonly Contender[], { rounds = 7, warmUp = 2, repeat = 1 } = {}): Promise<Timed[]> {
  const measured = contenders.map(() => [] as Times[]);
  const results = contenders.map(() => Number.NaN);
  for (let round = -warmUp; round < rounds; round++) {
    for (const [i, contender] of contenders.entries()) {
      const { result, times } = await timed(contender, repeat);
      results[i] = result;
      if (round >= 0) measured[i]?.push(times);
    }
  }
  return contenders.map(({ name }, i) => {
    const runs = measured[i] as Times[];
    return {
      name,
      runs: runs.length,
      result: results[i] as number,
      wall: median(runs.map(({ wall }) => wall)),
      user: median(runs.map(({ user }) => user)),
    };
  });
}

async function timed(contender: Contender, repeat: number): Promise<{ result: number; times: Times }> {
  // One contender's garbage is not the next one's time.
  globalThis.gc?.();
  const own = { wall: 0, user: 0 };
  let result = Number.NaN;
  const cpu = process.cpuUsage();
  const start = performance.now();
  for (let run = 0; run < repeat; run++) {
    const found = await contender.run();
    result = found.result;
    own.wall += found.times?.wall ?? 0;
    own.user += found.times?.user ?? 0;
  }
  const wall = performance.now() - start;
  const user = process.cpuUsage(cpu).user / 1000;
  const times = own.wall > 0 ? own : { wall, user };
  return { result, times: { wall: times.wall / repeat, user: times.user / repeat } };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
