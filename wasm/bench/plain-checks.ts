import type { ChecksWorkload } from "./checks-workload.ts";

type Counts = ReadonlyMap<string, number>;

function counted(keys: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function dice(a: Counts, b: Counts, m: number, n: number): number {
  let shared = 0;
  for (const [key, count] of a) shared += Math.min(count, b.get(key) ?? 0);
  return (2 * shared) / (m + n);
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];

/** The three checks of the workload as one would write them: words in maps, all pairs. How many are passed. */
export function plainChecks({ procedures, constraints }: ChecksWorkload): number {
  const [required, precedence] = constraints;
  if (required?.kind !== "required" || precedence?.kind !== "precedence") return Number.NaN;
  const wanted = required.steps.map((text) => {
    const words = wordsOf(text);
    return { joined: words.join(" "), counts: counted(words), length: words.length };
  });
  const arcs = closed(precedence.steps.length, precedence.before);
  let passed = 0;
  for (const { steps } of procedures) {
    const own = steps.map((text) => {
      const words = wordsOf(text);
      const pairs = ["", ...words].map((word, i) => `${word} ${words[i] ?? ""}`);
      return { joined: words.join(" "), counts: counted(words), length: words.length, pairs: counted(pairs) };
    });
    const scored = wanted.flatMap((one, w) =>
      own.map((step, s) => ({ w, s, score: one.joined === step.joined ? 2 : dice(one.counts, step.counts, one.length, step.length) })),
    );
    const places = new Array<number>(wanted.length).fill(-1);
    const taken = new Set<number>();
    for (const { w, s } of scored.filter((one) => one.score >= 0.6).sort((a, b) => b.score - a.score || a.w - b.w || a.s - b.s)) {
      if (places[w] !== -1 || taken.has(s)) continue;
      places[w] = s;
      taken.add(s);
    }
    passed += Number(places.every((place) => place !== -1));
    passed += Number(
      arcs.every(([a, b]) => {
        const [before, after] = [places[a] as number, places[b] as number];
        return before === -1 || after === -1 || before < after;
      }),
    );
    passed += Number(
      !own.some((step, s) => own.slice(0, s).some((other) => dice(step.pairs, other.pairs, step.length + 1, other.length + 1) >= 0.8)),
    );
  }
  return passed;
}

function closed(nodes: number, before: readonly (readonly number[])[]): [number, number][] {
  const reaches = new Set(before.map(([a, b]) => `${a} ${b}`));
  const all = Array.from({ length: nodes }, (_, i) => i);
  for (const k of all)
    for (const a of all) for (const b of all) if (reaches.has(`${a} ${k}`) && reaches.has(`${k} ${b}`)) reaches.add(`${a} ${b}`);
  return all.flatMap((a) => all.flatMap((b): [number, number][] => (reaches.has(`${a} ${b}`) ? [[a, b]] : [])));
}
