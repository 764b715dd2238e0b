/** A signal that aborts when the person presses Ctrl-C or the system asks the process to end. */
export function interrupted(): AbortSignal {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => controller.abort(new Interrupted()));
  return controller.signal;
}

/** Why a run ended before its time. */
export class Interrupted extends Error {
  constructor() {
    super("interrupted; no half-written file was left");
    this.name = "Interrupted";
  }
}
