import type { Progress } from "@stepladder/wasm/host/gold.ts";

/** Quiet for jobs shorter than this. */
const PATIENCE_MS = 1_500;
const TERMINAL_MS = 100;
const LOG_MS = 10_000;

/** Shows how far a job has come, on stderr: one line that changes on a terminal, a line now and then in a log. */
export function progressLine(): { update(progress: Progress): void; end(): void } {
  const start = performance.now();
  const pause = process.stderr.isTTY ? TERMINAL_MS : LOG_MS;
  let last = start + PATIENCE_MS - pause;
  let shown = false;
  return {
    update(progress) {
      const now = performance.now();
      if (now - last < pause) return;
      last = now;
      shown = true;
      const text = sentence(progress, (now - start) / 1000);
      process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${text}` : `${text}\n`);
    },
    end() {
      if (shown && process.stderr.isTTY) process.stderr.write("\r\x1b[K");
    },
  };
}

function sentence({ stage, file, consumed, size, records }: Progress, seconds: number): string {
  const share = size > 0 ? consumed / size : 0;
  const left = share > 0 ? `, ${Math.ceil((seconds * (1 - share)) / share)} s left` : "";
  return `${stage} ${file}: ${Math.floor(share * 100)} %, ${records} records, ${Math.round(records / Math.max(seconds, 0.001))} per second${left}`;
}
