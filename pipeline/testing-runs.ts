// What tests of mining runs share: invented pages, runs that are killed, a server for the queue.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { delimiter, join } from "node:path";
import { ROOT } from "./testing.ts";

/** A page about nothing that holds one procedure as JSON-LD, among `padding` paragraphs. */
export function inventedPage(number: number, padding: number): string {
  const steps = Array.from({ length: 3 + (number % 7) }, (_, i) => ({
    "@type": "HowToStep",
    text: `Turn knob ${i + 1} of box ${number} until it clicks.`,
  }));
  const data = { "@context": "https://schema.org", "@type": "HowTo", name: `How to tune box ${number}`, step: steps };
  const prose = Array.from(
    { length: padding },
    (_, i) => `<p>Box ${number} has seen <a href="/${i}">shelf ${i}</a> and a <b>lot</b> of dust.</p>`,
  );
  return `<!doctype html><html lang="en"><title>Box ${number}</title><script type="application/ld+json">${JSON.stringify(data)}</script><body>${prose.join("\n")}</body></html>\n`;
}

/** Writes pages into a folder, a hundred to a folder of it. */
export async function writePages(folder: string, count: number, padding: number): Promise<void> {
  for (let first = 0; first < count; first += 100) {
    const inner = join(folder, `shelf-${first / 100}`);
    await mkdir(inner, { recursive: true });
    const numbers = Array.from({ length: Math.min(100, count - first) }, (_, i) => first + i);
    await Promise.all(numbers.map((number) => writeFile(join(inner, `box-${number}.html`), inventedPage(number, padding))));
  }
}

/** The files of a run's results, by name. */
export async function resultsIn(out: string): Promise<Record<string, string>> {
  const names = (await readdir(out)).filter((name) => !name.startsWith(".")).sort();
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readFile(join(out, name), "utf8")])));
}

/** What a process leaves that is killed while it writes: of its results, and of an answer of a model. */
export async function cutShort(out: string): Promise<void> {
  const [shelf = ""] = await readdir(join(out, ".answers"));
  for (const name of [".report.json.00.partial", join(".answers", shelf, ".00.json.00.partial")]) await writeFile(join(out, name), "{");
}

/** Shards that are done. */
export async function shardsIn(out: string): Promise<string[]> {
  const all = await readdir(join(out, ".mine/shards"), { recursive: true }).catch(() => []);
  return all.filter((name) => name.endsWith(".jsonl")).map((name) => join(out, ".mine/shards", name));
}

/** Random numbers from 0 to 1, the same for a seed (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Starts the command in a process of its own, which a test may kill: no other process stands before it. */
export function start(...args: string[]): ChildProcess {
  const env = { NODE_COMPILE_CACHE: join(ROOT, ".cache/compiled"), ...process.env };
  return spawn(process.execPath, ["--disable-warning=ExperimentalWarning", join(ROOT, "pipeline/cli.ts"), ...args], {
    stdio: "ignore",
    env,
  });
}

/** Waits for the end of a process; its exit code, or the signal that ended it. */
export function ended(child: ChildProcess): Promise<number | NodeJS.Signals | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode ?? child.signalCode);
  return new Promise((resolve) => child.once("exit", (code, signal) => resolve(code ?? signal)));
}

/** Looks again and again until something holds, or a process ends before. */
export async function until(holds: () => Promise<boolean>, child: ChildProcess): Promise<void> {
  while (child.exitCode === null && child.signalCode === null && !(await holds())) await new Promise((resolve) => setTimeout(resolve, 3));
}

/** The Redis or Valkey server of this machine; `undefined` where it has none. */
export function serverPath(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return ["redis-server", "valkey-server"].flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/** A server of its own, with its data in a folder: its address, and how to end it. */
export async function startServer(path: string, folder: string): Promise<{ url: string; child: ChildProcess }> {
  for (;;) {
    const port = await freePort();
    const child = spawn(path, ["--port", `${port}`, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder]);
    const ready = new Promise<boolean>((resolve) => {
      child.stdout.on("data", (text) => `${text}`.includes("Ready to accept") && resolve(true));
      child.once("exit", () => resolve(false));
    });
    // Another process may have taken the port meanwhile.
    if (await ready) return { url: `redis://127.0.0.1:${port}`, child };
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
