import { readFile } from "node:fs/promises";
import type { Entry, Figure, ItemsIndex } from "@stepladder/schema";
import { impossibleFigures, peerOf } from "@stepladder/wasm/host/grim.ts";
import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { describe, expect, it } from "vitest";
import { loadEntries, loadIndex } from "./boards.ts";
import { entryFaults } from "./entries.ts";
import { loadTrack, trackIds, trackPath } from "./tracks.ts";

const ids = await trackIds();

/** Entries of other revisions of a benchmark, measured on items of their own: they stand beside the board. */
const REVISIONS: Readonly<Record<string, RegExp>> = { "odcv-bench": /^20\d{2}-\d{2}-/ };

async function packOf(track: string, { pack }: Pick<Entry, "pack">): Promise<Uint8Array | undefined> {
  return pack === undefined ? undefined : readFile(trackPath(track, `entries/${pack}`));
}

describe("every number that is committed", () => {
  it.each(ids)("of %s is what its pack gives, overall and by slice, and breaks no invariant", async (id) => {
    const track = await loadTrack(id);
    const index = await loadIndex(id);
    const entries = await loadEntries(id);
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) {
      const isCurrent = REVISIONS[id]?.test(entry.id) !== true;
      if (entry.evidence.kind === "recomputed")
        expect(index?.items === entry.evidence.items, `${entry.id}: slices can be checked`).toBe(isCurrent);
      expect(entryFaults(track, entry, await packOf(id, entry), index), entry.id).toEqual([]);
    }
  });

  it("was measured by the kernels that are built, so that results can be compared", async () => {
    const { sha256 } = await loadKernels();
    const entries = (await Promise.all(ids.map(loadEntries))).flat();
    const measured = entries.flatMap(({ id, track, evidence }) =>
      evidence.kind === "recomputed" ? [{ id, track, kernels: evidence.kernels }] : [],
    );
    expect(measured.length).toBeGreaterThan(100);
    expect(measured.filter(({ kernels }) => kernels !== sha256)).toEqual([]);
  });

  it("that is quoted as a share of items is one that a count gives", async () => {
    const entries = await loadEntries("agentprocessbench");
    expect(entries.flatMap((entry) => impossibleFigures(entry, peerOf(entry, entries)))).toEqual([]);
  });
});

describe("a changed number is found", async () => {
  const track = await loadTrack("agentprocessbench");
  const index = (await loadIndex("agentprocessbench")) as ItemsIndex;
  const entry = (await loadEntries("agentprocessbench")).find(({ id }) => id === "deepseek-v3.2") as Entry;
  const pack = await packOf(track.id, entry);
  const faults = (changed: Entry): string[] => entryFaults(track, changed, pack, index);
  const inSlice = (id: string, change: Partial<Figure>): Entry => {
    const changed = structuredClone(entry);
    Object.assign(changed.slices.dataset?.bfcl?.[id] as Figure, change);
    return changed;
  };

  it("by one item of a slice, in value and in count", () => {
    const claimed = entry.slices.dataset?.bfcl?.["exact-match"] as { value: number; scored: number };
    expect(faults(inSlice("exact-match", { value: claimed.value + 1 / 250 }))[0]).toMatch(
      /^dataset bfcl, exact-match: expected 0\.\d+ from its pack, found 0\.\d+$/,
    );
    expect(faults(inSlice("exact-match", { scored: claimed.scored - 1 }))).toEqual([
      `dataset bfcl, exact-match, items scored: expected ${claimed.scored} from its pack, found ${claimed.scored - 1}`,
    ]);
  });

  it("in coverage, and where a slice value is missing or not of the items", () => {
    const { items, scored, unscored } = entry.coverage as NonNullable<Entry["coverage"]>;
    const covered = faults({ ...entry, coverage: { items, scored: scored - 1, unscored: { ...unscored, "no-prediction": 1 } } });
    expect(covered).toEqual([
      `coverage, scored: expected ${scored} from its pack, found ${scored - 1}`,
      "coverage, no-prediction: expected none from its pack, found 1",
    ]);
    const { bfcl: _, ...rest } = entry.slices.dataset ?? {};
    expect(faults({ ...entry, slices: { ...entry.slices, dataset: rest } })[0]).toContain("dataset bfcl, step-accuracy: expected 0.");
    const strange = { ...entry, slices: { ...entry.slices, dataset: { ...entry.slices.dataset, webarena: {} } } };
    expect(faults(strange)).toEqual(['dataset: expected values of its items, found "webarena"']);
  });

  it("where it breaks what must hold between metrics, also in figures that a source prints", () => {
    const source = { kind: "published", source: "https://example.org/", where: "table 1" } as const;
    const { pack: _, coverage: __, ...rest } = entry;
    const quoted = (f1: number): Entry => ({
      ...rest,
      evidence: source,
      scores: { "correct-f1": { value: f1 }, "correct-precision": { value: 0.71 }, "correct-recall": { value: 0.64 } },
      slices: {},
    });
    expect(entryFaults(track, quoted(0.67), undefined)).toEqual([]);
    expect(entryFaults(track, quoted(0.72), undefined)).toEqual([]);
    expect(entryFaults(track, quoted(0.73), undefined)[0]).toContain("expected the first between the others, found correct-f1 0.73");
  });
});
