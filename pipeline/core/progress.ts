import type { Progress } from "@stepladder/wasm/host/gold.ts";

/** Quiet for jobs shorter than this. */
const PATIENCE_MS = 1_500;
const TERMINAL_MS = 100;
const LOG_MS = 10_000;

/** A line on stderr: one that changes on a terminal, a line now and then in a log. The text is asked for when it is shown. */
export function statusLine(): { update(text: (seconds: number) => string): void; end(): void } {
  const start = performance.now();
  const pause = process.stderr.isTTY ? TERMINAL_MS : LOG_MS;
  let last = start + PATIENCE_MS - pause;
  let shown = false;
  return {
    update(text) {
      const now = performance.now();
      if (now - last < pause) return;
      last = now;
      shown = true;
      const line = text((now - start) / 1000);
      process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
    },
    end() {
      if (shown && process.stderr.isTTY) process.stderr.write("\r\x1b[K");
    },
  };
}

/** Shows how far a scoring job has come. */
export function progressLine(): { update(progress: Progress): void; end(): void } {
  const line = statusLine();
  return { update: (progress) => line.update((seconds) => sentence(progress, seconds)), end: () => line.end() };
}

function sentence({ stage, file, consumed, size, records }: Progress, seconds: number): string {
  const share = size > 0 ? consumed / size : 0;
  const left = share > 0 ? `, ${Math.ceil((seconds * (1 - share)) / share)} s left` : "";
  return `${stage} ${file}: ${Math.floor(share * 100)} %, ${records} records, ${Math.round(records / Math.max(seconds, 0.001))} per second${left}`;
}
