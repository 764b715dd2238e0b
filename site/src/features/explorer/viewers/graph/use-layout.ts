import { useEffect, useState } from "react";
import type { Layout, LayoutJob } from "./layout.ts";

/** A layout, and what it is of. */
export interface LaidOut<Job extends LayoutJob> {
  readonly of: Job;
  readonly layout: Layout | Error;
}

/** The layout of a job, made by a worker; until it is there the one before it, if any. An error where it cannot be made. */
export function useLayout<Job extends LayoutJob>(job: Job, built?: LaidOut<Job>): LaidOut<Job> | undefined {
  const [drawn, setDrawn] = useState(built);
  const isThere = drawn?.of === job;
  useEffect(() => {
    if (isThere) return;
    const worker = new Worker(new URL("./layout.worker.ts", import.meta.url), { type: "module" });
    const settle = (layout: Layout | Error): void => setDrawn({ of: job, layout });
    worker.addEventListener("message", ({ data }: MessageEvent<Layout>) => settle(data), { once: true });
    worker.addEventListener("error", ({ message }) => settle(new Error(message || "the worker could not be loaded")), { once: true });
    const { nodes, edges, width } = job;
    worker.postMessage({ nodes, edges, width } satisfies LayoutJob);
    return () => worker.terminate();
  }, [job, isThere]);
  return drawn;
}
