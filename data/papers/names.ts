import type { Names } from "@stepladder/schema";

export type NameKind = "benchmarks" | "metrics" | "systems";

/** Spellings that differ by no more than case, blanks, hyphens and underscores are one. */
export function foldName(spelling: string): string {
  return spelling.toLowerCase().replace(/[\s_‐‑-]+/g, "");
}

/** The id of a name: lower case without accents, words joined by hyphens, a plus sign spelled out, letters of other scripts by their numbers. */
export function idOfName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("+", " plus ")
    .replace(/[^\p{ASCII}]/gu, (sign) => (/[\p{L}\p{N}]/u.test(sign) ? ` u${sign.codePointAt(0)?.toString(16)} ` : " "))
    .replace(/[^a-z0-9.]+/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "");
}

/** The system behind a name on a board. */
export interface NamedSystem {
  readonly id: string;
  /** The name without what stands behind it. */
  readonly name: string;
  /** What stands behind the system's name, such as "1 shot"; empty for the plain name. */
  readonly run: string;
}

/** Finds ids of the name table by any spelling. */
export class NameTable {
  readonly names: Names;
  readonly #ids: Readonly<Record<NameKind, ReadonlyMap<string, string>>>;

  /** Throws where one spelling means two things. */
  constructor(names: Names) {
    this.names = names;
    this.#ids = { benchmarks: indexOf(names, "benchmarks"), metrics: indexOf(names, "metrics"), systems: indexOf(names, "systems") };
  }

  id(kind: NameKind, spelling: string): string | undefined {
    return this.#ids[kind].get(foldName(spelling));
  }

  /**
   * The system that a board's row names. A board names a run of a system behind a comma or in brackets: "GPT-4o, 1 shot",
   * "MIL-NCE (global)"; the longest part that the table knows is the system. A name of which it knows no part is a system of its own.
   */
  systemOf(name: string): NamedSystem {
    const cuts = [...name.matchAll(/, | \(/g)].map(({ index, 0: sign }) => ({ at: index, to: index + sign.length }));
    for (const { at, to } of [{ at: name.length, to: name.length }, ...cuts.reverse()]) {
      const id = this.id("systems", name.slice(0, at));
      if (id !== undefined) return { id, name: this.names.systems[id]?.name ?? id, run: name.slice(to).replace(/\)$/, "") };
    }
    return { id: idOfName(name), name, run: "" };
  }

  /** The known spelling that is most like an unknown one, for a message. */
  nearest(kind: NameKind, spelling: string): string | undefined {
    const wanted = pairsOf(foldName(spelling));
    let best: { name: string; share: number } | undefined;
    for (const [folded, id] of this.#ids[kind]) {
      const pairs = pairsOf(folded);
      const share = [...wanted].filter((pair) => pairs.has(pair)).length / Math.max(1, wanted.size + pairs.size);
      if (share > (best?.share ?? 0.2)) best = { name: this.names[kind][id]?.name ?? id, share };
    }
    return best?.name;
  }
}

function indexOf(names: Names, kind: NameKind): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const [id, { name, aliases = [] }] of Object.entries(names[kind])) {
    for (const spelling of new Set([id, name, ...aliases].map(foldName))) {
      const other = ids.get(spelling);
      if (other !== undefined)
        throw new Error(`names.json, ${kind}: expected every spelling to mean one thing, found "${spelling}" of ${other} and ${id}`);
      ids.set(spelling, id);
    }
  }
  return ids;
}

function pairsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
}
