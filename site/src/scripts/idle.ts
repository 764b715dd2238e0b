/** A page that is busy throughout, or draws nothing and so is never told that it is idle, goes on after this many milliseconds. */
const LONGEST = 2_000;
/** Safari knows no idle time; this many milliseconds do. */
const SOON = 500;

/** Does what can wait once the page has nothing else to do. */
export function whenIdle(then: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(() => then(), { timeout: LONGEST });
  else setTimeout(then, SOON);
}
