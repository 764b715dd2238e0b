/// <reference lib="webworker" />
// The site without a network. It becomes `sw.js` at the end of a build, behind a line that defines SHELL (integration.ts).
export {};

declare const self: ServiceWorkerGlobalScope;
declare const SHELL: { readonly version: string; readonly base: string; readonly paths: readonly string[] };

/** Caches of this site, one for each build; another site of the same origin has its own base path. */
const PREFIX = `stepladder ${SHELL.base} `;
const CACHE = PREFIX + SHELL.version;
const KEPT = new Set(SHELL.paths);

self.addEventListener("install", (event) => event.waitUntil(precache()));

self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

// A new build waits until the reader asks for it: no page is given files of another build than its own.
self.addEventListener("message", (event) => {
  if (event.data === "activate") void self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin || !pathname.startsWith(SHELL.base)) return;
  if (request.headers.has("range")) return;
  const path = pathname.slice(SHELL.base.length);
  // A hashed name says what is in it, and the shell belongs to its build: neither is asked for again.
  const fixed = KEPT.has(path) || path.startsWith("_astro/");
  event.respondWith(answer(event, fixed));
});

/** Fetches the shell past the browser's own cache, which may hold files of an older build. */
async function precache(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll(SHELL.paths.map((path) => new Request(SHELL.base + path, { cache: "no-cache" })));
}

/** Deletes what older builds kept. On the very first visit there are none, and the open page is taken under care at once. */
async function takeOver(): Promise<void> {
  const older = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
  if (older.length === 0) await self.clients.claim();
}

/**
 * What is fixed as it was kept. All else from the network, for a page and the figures that it reads later must be of one build; without a
 * network as it was kept, and where it was not, the page that says so.
 */
async function answer(event: FetchEvent, fixed: boolean): Promise<Response> {
  const cache = await caches.open(CACHE);
  // What a page does with its query it does itself.
  const known = await cache.match(event.request, { ignoreSearch: true, ignoreVary: true });
  if (known !== undefined && fixed) return known;
  try {
    return await fetchAndKeep(cache, event.request);
  } catch (error) {
    const instead = known ?? (event.request.mode === "navigate" ? await cache.match(`${SHELL.base}offline/`) : undefined);
    if (instead === undefined) throw error;
    return instead;
  }
}

async function fetchAndKeep(cache: Cache, request: Request): Promise<Response> {
  const response = await fetch(request);
  if (response.ok && response.type === "basic" && !response.redirected) {
    const { origin, pathname } = new URL(request.url);
    // Where storage is full nothing more is kept, and the answer is as good.
    await cache.put(origin + pathname, response.clone()).catch(() => undefined);
  }
  return response;
}
