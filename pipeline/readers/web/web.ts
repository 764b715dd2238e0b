import { setTimeout as wait } from "node:timers/promises";
import robotsModule from "robots-parser";
import type { Failure } from "../../core/mining.ts";
import { MAX_PAGE } from "../file.ts";
import { cacheFolder, Store } from "./store.ts";

/** Rules of a robots.txt. */
interface Robots {
  isAllowed(url: string, agent: string): boolean | undefined;
  getCrawlDelay(agent: string): number | undefined;
}

/** The library is CommonJS, its types say otherwise. */
const robotsParser = robotsModule as unknown as (url: string, text: string) => Robots;

/** Name under which robots.txt files are read and requests are sent. */
const AGENT = "stepladder";

export interface WebOptions {
  /** Folder of answers that are kept. */
  readonly cache: string;
  /** Milliseconds between two requests to one host; what its robots.txt asks for, if that is longer. */
  readonly delayMs: number;
  /** Milliseconds that a request may take. */
  readonly timeoutMs: number;
  /** How often a request is tried again that failed for no fault of its own. */
  readonly retries: number;
}

/** Polite by default; `STEPLADDER_CRAWL_DELAY` (seconds) is for a server of one's own. */
export function webOptions(): WebOptions {
  const seconds = Number(process.env.STEPLADDER_CRAWL_DELAY ?? 1);
  return { cache: cacheFolder(), delayMs: Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : 1000, timeoutMs: 30_000, retries: 3 };
}

/** What was found at an address, after redirects. */
export interface Fetched {
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly type?: string | undefined;
  readonly language?: string | undefined;
}

const MOST_REDIRECTS = 5;
/** Longest pause that a server is granted when it says Retry-After, and that robots.txt is when it says Crawl-delay. */
const LONGEST_PAUSE = 60_000;
/** Bytes of a robots.txt that count (RFC 9309, section 2.5). */
const MAX_ROBOTS = 512_000;

/** Fetches pages one at a time per host, as their robots.txt allows, and keeps them. For one unit: hosts are not shared between workers. */
export class Web {
  readonly #options: WebOptions;
  readonly #store: Store;
  readonly #robots = new Map<string, Promise<Robots | Failure>>();
  readonly #next = new Map<string, number>();

  constructor(options: WebOptions = webOptions()) {
    this.#options = options;
    this.#store = new Store(options.cache);
  }

  /** The page at an address, or why there is none. Throws only the signal's reason. */
  async get(address: string, signal: AbortSignal, most = MAX_PAGE): Promise<Fetched | Failure> {
    let url = address;
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      const refused = await this.refused(url, signal);
      if (refused !== undefined) return { ...refused, id: address };
      const answer = await this.#answer(url, signal, most);
      if ("kind" in answer) return { ...answer, id: address };
      if ("bytes" in answer) return answer;
      url = answer.redirect;
    }
    return failure(address, "redirects", `at most ${MOST_REDIRECTS} redirects`, "more", "give the address that they lead to");
  }

  /** Why an address may not be fetched: not http, or robots.txt says no. Waits for the host's turn where it may. */
  async refused(url: string, signal: AbortSignal): Promise<Failure | undefined> {
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
      return failure(url, "not-http", "an address that starts with http:// or https://", url, "check the address");
    const { origin } = new URL(url);
    const known = this.#robots.get(origin) ?? this.#readRobots(origin, signal);
    this.#robots.set(origin, known);
    const robots = await known;
    if ("kind" in robots) return robots;
    if (robots.isAllowed(url, AGENT) === false)
      return failure(
        url,
        "robots",
        `an address that ${origin}/robots.txt allows`,
        "a rule against it",
        "ask the site's owner, or leave it out",
      );
    await this.#turn(origin, (robots.getCrawlDelay(AGENT) ?? 0) * 1000, signal);
    return undefined;
  }

  /** Waits until the host's next request may start. */
  async #turn(origin: string, asked: number, signal: AbortSignal): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, this.#next.get(origin) ?? 0);
    this.#next.set(origin, at + Math.max(this.#options.delayMs, Math.min(asked, LONGEST_PAUSE)));
    if (at > now) await wait(at - now, undefined, { signal });
  }

  /** Rules of a host: none where it has no robots.txt, all is forbidden where it cannot be asked (RFC 9309, section 2.3.1). */
  async #readRobots(origin: string, signal: AbortSignal): Promise<Robots | Failure> {
    const url = `${origin}/robots.txt`;
    const answer = await this.#answer(url, signal, MAX_ROBOTS);
    if ("bytes" in answer) return robotsParser(url, new TextDecoder().decode(answer.bytes));
    if ("redirect" in answer) return this.#redirectedRobots(url, answer.redirect, signal);
    if (/^http-4/.test(answer.kind) && answer.kind !== "http-429") return robotsParser(url, "");
    const found = `none that can be read: ${answer.found}`;
    return failure(url, "robots-unreachable", "a robots.txt that can be read, or none", found, "try again later");
  }

  async #redirectedRobots(url: string, to: string, signal: AbortSignal): Promise<Robots> {
    const answer = await this.#answer(to, signal, MAX_ROBOTS);
    return robotsParser(url, "bytes" in answer ? new TextDecoder().decode(answer.bytes) : "");
  }

  async #answer(url: string, signal: AbortSignal, most: number): Promise<Fetched | Failure | { readonly redirect: string }> {
    for (let tries = 0; ; tries++) {
      const answer = await this.#request(url, signal, most);
      if (!("again" in answer)) return answer;
      if (tries >= this.#options.retries) return answer.failure;
      await wait(answer.again ?? 500 * 2 ** tries, undefined, { signal });
    }
  }

  /** One request; `again` tells after how many milliseconds it may be tried again, where the server says. */
  async #request(
    url: string,
    signal: AbortSignal,
    most: number,
  ): Promise<Fetched | Failure | { readonly redirect: string } | { readonly again: number | undefined; readonly failure: Failure }> {
    const kept = await this.#store.get(url);
    try {
      const response = await fetch(url, {
        redirect: "manual",
        signal: AbortSignal.any([signal, AbortSignal.timeout(this.#options.timeoutMs)]),
        headers: {
          "user-agent": AGENT,
          accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.1",
          ...(kept?.etag === undefined ? {} : { "if-none-match": kept.etag }),
          ...(kept?.modified === undefined ? {} : { "if-modified-since": kept.modified }),
        },
      });
      const { status, headers } = response;
      if (status === 304 && kept !== undefined) return kept;
      if (status >= 300 && status < 400 && headers.has("location")) {
        await response.body?.cancel();
        return { redirect: new URL(headers.get("location") ?? "", url).href };
      }
      if (status === 200) return await this.#taken(url, response, most);
      await response.body?.cancel();
      const refused = failure(url, `http-${status}`, "a page", `status ${status}`, "check the address in a browser");
      return status === 429 || status >= 500 ? { again: pauseOf(headers.get("retry-after")), failure: refused } : refused;
    } catch (error) {
      signal.throwIfAborted();
      const found = (error as Error).name === "TimeoutError" ? `none in ${this.#options.timeoutMs / 1000} s` : `none: ${reasonOf(error)}`;
      return { again: undefined, failure: failure(url, "no-answer", "an answer", found, "check the address and the connection") };
    }
  }

  async #taken(url: string, response: Response, most: number): Promise<Fetched | Failure> {
    const bytes = await bytesOf(response, most);
    if (bytes === undefined) return failure(url, "too-large", `at most ${most} bytes`, "more", "leave the address out");
    const header = (name: string): string | undefined => response.headers.get(name) ?? undefined;
    const fetched = { url, type: header("content-type"), language: header("content-language") };
    await this.#store.put(url, { ...fetched, etag: header("etag"), modified: header("last-modified") }, bytes);
    return { ...fetched, bytes };
  }
}

/** The body, decompressed; absent where it is too large. */
async function bytesOf(response: Response, most: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Milliseconds of a Retry-After in seconds; dates and nonsense are no answer. */
function pauseOf(retryAfter: string | null): number | undefined {
  const seconds = Number(retryAfter ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds * 1000, LONGEST_PAUSE) : undefined;
}

function reasonOf(error: unknown): string {
  const { cause, message } = error as Error;
  return (cause as NodeJS.ErrnoException | undefined)?.code ?? message;
}

function failure(id: string, kind: string, expected: string, found: string, fix: string): Failure {
  return { id, kind, expected, found, fix };
}
