/** Ways to other sites, to what other pages keep, and to more workers, none of which a worker of this site needs. */
const NOT_NEEDED = [
  "XMLHttpRequest",
  "WebSocket",
  "WebSocketStream",
  "WebTransport",
  "EventSource",
  "RTCPeerConnection",
  "BroadcastChannel",
  "importScripts",
  "Worker",
  "SharedWorker",
  "indexedDB",
  "caches",
  "cookieStore",
] as const;

/**
 * Leaves a worker what it needs: files of this site, and the page's messages. A policy in a page does not bind its workers, and hosts of
 * plain files send none of their own; what a library or a file that it reads might have a worker do ends here. Modules from other sites
 * could still be imported by code, of which the site's own has none.
 */
export function confine(scope: typeof globalThis): void {
  const { fetch, Request } = scope;
  take(scope, "fetch", (input: RequestInfo | URL, init?: RequestInit) =>
    fetch.call(scope, new Request(input, { ...init, mode: "same-origin" })),
  );
  for (const name of NOT_NEEDED) if (name in scope) take(scope, name, undefined);
}

/** Puts a value in the place of a global for good, and of what it would be inherited from. */
function take(scope: object, name: string, value: unknown): void {
  for (let owner: object | null = scope; owner !== null && owner !== Object.prototype; owner = Object.getPrototypeOf(owner)) {
    if (owner === scope || Object.hasOwn(owner, name)) Object.defineProperty(owner, name, { value, writable: false, configurable: false });
  }
}

if ("WorkerGlobalScope" in globalThis) confine(globalThis);
