/** A caption, and what it is paired by. */
export interface Caption {
  readonly text: string;
  /** Where in its video: start and end in seconds. */
  readonly span?: readonly [start: number, end: number];
  /** Number of the part of a plan that it belongs to. */
  readonly part?: number;
}

/** How captions are paired with references; each is in one pair at most. */
export type Pairing = "time" | "order" | "part";

export type Pair = readonly [reference: number, caption: number];

/** Pairs of places, by reference. Small: a video has some ten steps, so this is no kernel. */
export function pairsOf(pairing: Pairing, references: readonly Caption[], captions: readonly Caption[]): Pair[] {
  if (pairing === "time") return byTime(references, captions).sort(([a], [b]) => a - b);
  return pairing === "order" ? inTurn(references, captions) : byPart(references, captions);
}

/** The first with the first, the second with the second. */
function inTurn(references: readonly unknown[], captions: readonly unknown[]): Pair[] {
  return references.slice(0, captions.length).map((_, place) => [place, place]);
}

/** The same among those of each part of the plan. */
function byPart(references: readonly Caption[], captions: readonly Caption[]): Pair[] {
  const free = new Map<number | undefined, number[]>();
  for (const [place, { part }] of captions.entries()) free.set(part, [...(free.get(part) ?? []), place]);
  return references.flatMap(({ part }, place): Pair[] => {
    const caption = part === undefined ? undefined : free.get(part)?.shift();
    return caption === undefined ? [] : [[place, caption]];
  });
}

/**
 * Pairs whose segments share half of what they cover together (tIoU of 0.5) or more: those that share most first, of equal ones the
 * earlier reference, then the earlier caption.
 */
function byTime(references: readonly Caption[], captions: readonly Caption[]): Pair[] {
  const near: { readonly pair: Pair; readonly share: number }[] = [];
  for (const [r, reference] of references.entries()) {
    for (const [c, caption] of captions.entries()) {
      const share = overlap(reference.span, caption.span);
      if (share >= 0.5) near.push({ pair: [r, c], share });
    }
  }
  near.sort((a, b) => b.share - a.share || a.pair[0] - b.pair[0] || a.pair[1] - b.pair[1]);
  const [taken, used] = [new Set<number>(), new Set<number>()];
  return near.flatMap(({ pair }): Pair[] => {
    const [reference, caption] = pair;
    if (taken.has(reference) || used.has(caption)) return [];
    taken.add(reference);
    used.add(caption);
    return [pair];
  });
}

/** What two segments share of what they cover together; 0 where one of them has no length. */
function overlap(a: Caption["span"], b: Caption["span"]): number {
  if (a === undefined || b === undefined || a[1] <= a[0] || b[1] <= b[0]) return 0;
  const both = Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));
  return both / (a[1] - a[0] + (b[1] - b[0]) - both);
}
