import type { GivenFile } from "./given.ts";

type Listener = (files: readonly GivenFile[]) => void;

let waiting: readonly GivenFile[] = [];
let listener: Listener | undefined;

/** Hands files to the scoring panel, now or when it wakes. */
export function deliver(files: readonly GivenFile[]): void {
  if (listener === undefined) waiting = files;
  else listener(files);
}

/** Takes files from now on, those that wait first; returns how to stop. */
export function receive(take: Listener): () => void {
  listener = take;
  if (waiting.length > 0) take(waiting);
  waiting = [];
  return () => {
    if (listener === take) listener = undefined;
  };
}
