import type { GivenFile } from "../../scripts/given.ts";
import type { LookedFile } from "../../workers/messages.ts";

/** How files of predictions are shared out: all to one system, each to its own, by the top folder, or as the layout's paths tell. */
export type Rule = "together" | "each" | "folders" | "paths";

/** Predictions of one system. */
export interface System {
  readonly name: string;
  readonly files: readonly GivenFile[];
}

/** The systems that files are of, the rule that says so, and why it was taken, in a sentence. */
export interface Grouping {
  readonly rule: Rule;
  readonly because: string;
  readonly systems: readonly System[];
  /** Rules that share these files out in ways of their own, the taken one among them. */
  readonly rules: readonly Rule[];
}

type Looks = ReadonlyMap<string, LookedFile>;

/** Shares files out: by the person's rule, else by the paths of a layout, else by what the files speak of. */
export function groupingOf(files: readonly GivenFile[], looks: Looks, chosen?: Rule): Grouping {
  const rules = rulesOf(files, looks);
  const found = foundRule(files, looks, rules);
  const { rule, because } =
    chosen === undefined || chosen === found.rule || !rules.includes(chosen)
      ? found
      : { rule: chosen, because: "You said so; the ids were not asked." };
  return { rule, because, systems: systemsBy(rule, files, looks), rules };
}

function rulesOf(files: readonly GivenFile[], looks: Looks): readonly Rule[] {
  if (files.length < 2) return ["together"];
  const several = (rule: Rule): boolean => new Set(files.map((file) => ownerBy(rule, file, looks))).size > 1;
  const isTold = files.every(({ name }) => looks.get(name)?.system !== undefined);
  const byFolder = files.every(({ name }) => name.includes("/")) && several("folders");
  return ["together", "each", ...(byFolder ? (["folders"] as const) : []), ...(isTold && several("paths") ? (["paths"] as const) : [])];
}

function foundRule(files: readonly GivenFile[], looks: Looks, rules: readonly Rule[]): Pick<Grouping, "rule" | "because"> {
  if (files.length < 2) return { rule: "together", because: "" };
  if (rules.includes("paths")) return { rule: "paths", because: "The paths of this layout name the system." };
  const told = files.filter(({ name }) => looks.get(name)?.system !== undefined);
  if (told.length === files.length) return { rule: "together", because: "The paths of this layout name one system." };
  const rivals = firstRivals(files, looks);
  if (rivals === undefined) {
    const known = files.some(({ name }) => (looks.get(name)?.holds?.keys.length ?? 0) > 0);
    const because = known
      ? "No two files answer the same items, so that they complete each other."
      : "Which items they answer is told by gold alone, so that they are taken for parts of one.";
    return { rule: "together", because };
  }
  const same = `${rivals[0]} and ${rivals[1]} answer the same items`;
  const folders = rules.includes("folders") ? systemsBy("folders", files, looks) : [];
  if (folders.length > 0 && folders.every((folder) => firstRivals(folder.files, looks) === undefined)) {
    return { rule: "folders", because: `${same}, and the files of a folder complete each other.` };
  }
  return { rule: "each", because: `${same}.` };
}

/** Share of the smaller file's items that another must answer to be its rival: a run that was taken up again repeats a few. */
const SAME = 0.5;

/** The first two files that answer the same items. */
function firstRivals(files: readonly GivenFile[], looks: Looks): readonly [string, string] | undefined {
  // Which files were met with an item, by its key: files without rivals are looked at once, however many there are.
  const holders = new Map<string, number[]>();
  for (const [at, { name }] of files.entries()) {
    const own = looks.get(name)?.holds;
    const shared = new Map<number, number>();
    for (const key of own?.keys ?? []) {
      const known = holders.get(key);
      if (known === undefined) holders.set(key, [at]);
      else {
        for (const other of known) shared.set(other, (shared.get(other) ?? 0) + 1);
        known.push(at);
      }
    }
    for (const [other, count] of shared) {
      const rival = (files[other] as GivenFile).name;
      const theirs = looks.get(rival)?.holds;
      const least = Math.min(own?.keys.length ?? 0, theirs?.keys.length ?? 0);
      // Of files that were not read to their ends only some of what they share is known.
      if (count >= least * SAME || !(own?.whole && theirs?.whole)) return [rival, name];
    }
  }
  return undefined;
}

function systemsBy(rule: Rule, files: readonly GivenFile[], looks: Looks): System[] {
  const groups = new Map<string, GivenFile[]>();
  for (const file of files) {
    const owner = ownerBy(rule, file, looks);
    groups.set(owner, [...(groups.get(owner) ?? []), file]);
  }
  return namesOf([...groups]).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What tells the owner of a file apart from others under a rule. */
function ownerBy(rule: Rule, { name }: GivenFile, looks: Looks): string {
  if (rule === "each") return name;
  if (rule === "folders") return name.slice(0, name.indexOf("/"));
  return rule === "paths" ? (looks.get(name)?.system ?? name) : "";
}

/** Short names where they tell the systems apart. */
function namesOf(groups: readonly (readonly [owner: string, files: GivenFile[]])[]): System[] {
  const named = groups.map(([owner, files]) => ({ name: stem(owner === "" ? (files[0]?.name ?? "") : owner), files }));
  const isClear = new Set(named.map(({ name }) => name)).size === named.length;
  return isClear ? named : groups.map(([owner, files]) => ({ name: owner, files }));
}

/** `runs/pred_noisy.jsonl.gz` is `pred_noisy`. */
function stem(path: string): string {
  return path.replace(/^.*\//, "").replace(/(?:\.(?:jsonl?|ndjson|csv|tsv|txt|parquet|eval|gz|zip))+$/i, "") || path;
}
