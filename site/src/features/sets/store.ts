import type { ItemsIndex } from "@stepladder/schema";
import { createStore, delMany, get, getMany, keys, setMany, update } from "idb-keyval";
import { type Mine, mineOfScorecard } from "../../state/mine.ts";
import type { Outcome } from "../../workers/messages.ts";
import { alone } from "../../workers/outcome.ts";
import type { KeptSet, OpenedSet, SetSystem } from "./set.ts";

/**
 * Sets of results, kept in this browser and sent nowhere: scorecards with the statistics of every item, and no predictions. Each has a
 * line for the list, the rows that comparing needs, and the scorecards in full, so that what asks for little reads little.
 */
type Key = readonly ["line" | "rows" | "items", id: string] | readonly ["scorecards", id: string];

/** Keeps a set under a name that no other has. Rejects where the browser keeps nothing, and then nothing of it is kept. */
export async function keepSet({ name, track, items, systems }: OpenedSet): Promise<KeptSet> {
  const id = randomId();
  const free = freeName(
    name,
    (await listSets()).map((one) => one.name),
  );
  const line: KeptSet = { id, name: free, track, date: new Date().toISOString().slice(0, 10), systems: systems.length };
  const rows: Mine[] = systems.map((one) => mineOfScorecard(one.name, one.scorecard));
  const records: [Key, unknown][] = [
    [["line", id], line],
    [["rows", id], rows],
    [["items", id], items],
    [["scorecards", id], systems],
  ];
  // One transaction: all of it, or nothing.
  await setMany(records as unknown as [IDBValidKey, unknown][], store());
  return line;
}

/** All kept sets, in name order. Rejects where the browser keeps nothing. */
export async function listSets(): Promise<readonly KeptSet[]> {
  const all = await keys<IDBValidKey>(store());
  const lines = all.filter((key) => Array.isArray(key) && key[0] === "line");
  const sets = await getMany<KeptSet>(lines, store());
  return sets.filter((set) => set !== undefined).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A kept set in full; a problem for a person where it is gone. */
export async function openSet(id: string): Promise<Outcome<OpenedSet>> {
  const wanted: Key[] = [
    ["line", id],
    ["items", id],
    ["scorecards", id],
  ];
  const found = await getMany<unknown>(wanted as unknown as IDBValidKey[], store()).catch(() => []);
  const [line, items, systems] = found as [KeptSet?, ItemsIndex?, SetSystem[]?];
  if (line === undefined || items === undefined || systems === undefined) return { ok: false, problems: [alone(gone(id))] };
  return { ok: true, value: { name: line.name, track: line.track, items, systems, kept: line } };
}

function gone(id: string): Parameters<typeof alone>[0] {
  return {
    kind: "set-gone",
    severity: "error",
    expected: "a set that is kept in this browser",
    found: `none under ${id}`,
    fix: "drop its file on this page, or the predictions; a set is kept only in the browser that scored it, and is gone where its data is cleared",
  };
}

/** Gives a set another name. */
export async function renameSet(id: string, name: string): Promise<KeptSet | undefined> {
  const others = (await listSets()).filter((one) => one.id !== id).map((one) => one.name);
  const key: Key = ["line", id];
  await update<KeptSet>(key as unknown as IDBValidKey, (line) => ({ ...(line as KeptSet), name: freeName(name, others) }), store());
  return get<KeptSet>(key as unknown as IDBValidKey, store());
}

/** Lets a set go. */
export async function forgetSet(id: string): Promise<void> {
  const own = (await keys<IDBValidKey>(store())).filter((key) => Array.isArray(key) && key[1] === id);
  await delMany(own, store());
}

/** Systems of kept sets as rows to compare, named by set and system, with what is known of their items; none where nothing is kept. */
export async function setRows(track: string): Promise<readonly Mine[]> {
  const sets = (await listSets().catch(() => [])).filter((set) => set.track === track);
  const rows = sets.map(async ({ id, name }) => {
    const [own, items] = (await getMany<unknown>(
      [
        ["rows", id],
        ["items", id],
      ] as unknown as IDBValidKey[],
      store(),
    )) as [Mine[]?, ItemsIndex?];
    return (own ?? []).map((mine) => ({ ...mine, name: rowName(name, mine.name), ...(items === undefined ? {} : { index: items }) }));
  });
  return (await Promise.all(rows)).flat();
}

/** Name of a system of a set where it stands among rows of others. */
export function rowName(set: string, system: string): string {
  return `${set} / ${system}`;
}

/** Why nothing was kept, for a person. */
export function whyNotKept(error: unknown): string {
  const isFull = error instanceof DOMException && error.name === "QuotaExceededError";
  const why = isFull ? "This browser’s storage is full" : "This browser keeps nothing here, as in a private window";
  return `${why}: nothing was kept. The results stay until you leave the page, and can be saved as a file.`;
}

function freeName(name: string, taken: readonly string[]): string {
  let free = name;
  for (let n = 2; taken.includes(free); n++) free = `${name} ${n}`;
  return free;
}

function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

let opened: ReturnType<typeof createStore> | undefined;

/** A database of its own, opened when first asked for. */
function store(): ReturnType<typeof createStore> {
  opened ??= createStore("stepladder-sets", "sets");
  return opened;
}
