/**
 * What `work` makes of each input, in the order of the inputs, with at most `window` under way at once. Where one throws, its error is
 * thrown in its turn, and no work is left behind.
 */
export async function* inOrder<Input, Result>(
  inputs: Iterable<Input> | AsyncIterable<Input>,
  window: number,
  work: (input: Input) => Promise<Result>,
): AsyncGenerator<Result> {
  const under: Promise<Result>[] = [];
  try {
    for await (const input of inputs) {
      const result = work(input);
      // Its fault is told when its turn comes; until then nobody waits for it.
      result.catch(() => {});
      under.push(result);
      if (under.length >= window) yield await (under.shift() as Promise<Result>);
    }
    while (under.length > 0) yield await (under.shift() as Promise<Result>);
  } finally {
    // Requests under way end before the run does, so that their answers are kept.
    await Promise.allSettled(under);
  }
}
