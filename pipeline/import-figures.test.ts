import { existsSync } from "node:fs";
import { cp, mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { LinkIndex, type Placed } from "../data/papers/linked.ts";
import { idOfName } from "../data/papers/names.ts";
import { reportOf } from "./commands/import-figures.ts";
import { loadAllEntries } from "./core/boards.ts";
import { importFigures, PAPERS, readNames, readPapers } from "./core/figures.ts";

const DATA = process.env.STEPLADDER_DATA ?? fileURLToPath(new URL("../../shared/data", import.meta.url));
const CSV = join(DATA, "published/results.csv");
const TRACKS = fileURLToPath(new URL("../data/tracks", import.meta.url));

const HEAD = "paper,benchmark,version,setting,system,metric,value,unit,evidence,source,where,items";

async function folderWith(rows: readonly string[]): Promise<{ folder: string; csv: string }> {
  const folder = await mkdtemp(join(tmpdir(), "figures-"));
  await cp(PAPERS, folder, { recursive: true, filter: (path) => !path.endsWith(".ts") && !path.includes(".tsbuild") });
  const csv = join(folder, "new.csv");
  await writeFile(csv, `${rows.join("\n")}\n`);
  return { folder, csv };
}

it("a file in the repository's own columns becomes the figures of its paper", async () => {
  const { folder, csv } = await folderWith([
    HEAD,
    'scope,gsm8k,,"greedy, 1 run",GPT 4o,accuracy,71.50,%,published,https://example.org,Table 1,',
    "scope,GSM8K,,,gpt-4o-mini,accuracy,.66,0-1,secondary,a note,,100",
  ]);
  const { files, rows, figures } = await importFigures(csv, folder);
  expect([rows, figures.length, [...files.keys()]]).toEqual([2, 2, ["scope.json"]]);
  expect(JSON.parse(files.get("scope.json") ?? "").figures).toEqual([
    {
      benchmark: "gsm8k",
      evidence: "published",
      source: "https://example.org",
      where: "Table 1",
      metrics: [{ metric: "accuracy", unit: "%" }],
      rows: [{ system: "gpt-4o", setting: "greedy, 1 run", values: ["71.50"] }],
    },
    {
      benchmark: "gsm8k",
      evidence: "secondary",
      source: "a note",
      metrics: [{ metric: "accuracy", unit: "0-1" }],
      rows: [{ system: "gpt-4o-mini", values: [".66"], items: 100 }],
    },
  ]);
});

it("bad rows are told with line and field, all at once, and nothing comes of the file", async () => {
  const { folder, csv } = await folderWith([
    HEAD,
    "nowhere,gsm8k,,,GPT-4o,accuracy,1,%,published,x,,",
    "scope,gsm9k,,,GPT-4o,accuracy,much,%,published,x,,",
  ]);
  await expect(importFigures(csv, folder)).rejects.toThrow(
    /line 2, paper: expected the slug of a file.*found "nowhere"\n.*line 3, benchmark: expected a name.*the nearest is "GSM8K".*\n.*line 3, value: .*found "much"\nnothing is written$/s,
  );
  const lacking = await folderWith(["paper,benchmark,value", "scope,gsm8k,1"]);
  await expect(importFigures(lacking.csv, lacking.folder)).rejects.toThrow(/found none named system, metric, evidence, source/);
});

it("every name in a paper is in the table, and every source, track and caveat is there", async () => {
  const { names } = await readNames(join(PAPERS, "names.json"));
  const papers = await readPapers(PAPERS);
  const tracks = new Set(await readdir(TRACKS));
  for (const [slug, paper] of papers) {
    for (const { benchmark, source, metrics, rows } of paper.figures) {
      expect(source.trim(), slug).not.toBe("");
      expect(names.benchmarks, slug).toHaveProperty([benchmark]);
      for (const { metric } of metrics) expect(names.metrics, slug).toHaveProperty([metric]);
      for (const { system, values } of rows) {
        expect(names.systems, slug).toHaveProperty([system]);
        expect(values, slug).toHaveLength(metrics.length);
      }
    }
    for (const { track } of paper.tracks) expect(tracks, slug).toContain(track);
    expect(paper.caveats.length, slug).toBeGreaterThan(0);
    expect(paper.figures.length > 0, `${slug}: figures, or why there are none`).toBe(paper.withoutFigures === undefined);
  }
  for (const [id, { name }] of Object.entries(names.systems)) expect(idOfName(name)).toBe(id);
  for (const { track, missing, name, of } of Object.values(names.benchmarks)) {
    expect(track === undefined ? missing : tracks.has(track), name).toBeTruthy();
    expect(/^nothing; it is a (mean|study)\b/.exec(missing ?? "")?.[1], name).toBe(of);
  }
});

it("every entry of a board is of a system that can have a page", async () => {
  const names = await readNames(join(PAPERS, "names.json"));
  const found = (await loadAllEntries()).map(({ system }) => names.systemOf(system.name));
  for (const { id } of found) expect(id).toMatch(/^[a-z0-9][a-z0-9.-]*$/);
  expect(found.filter(({ id }) => names.names.systems[id]?.kind === "part")).toEqual([]);
  // What a source marks or may have meant otherwise does not stand under the plain name.
  expect(found.find(({ name }) => name.startsWith("TAN*"))?.id).toBe("tan-as-nasva-prints-it");
  for (const plain of ["TAN", "Qwen3-30B-A3B"]) expect(names.id("systems", plain), plain).toBeUndefined();
  for (const [id, { variantOf = id }] of Object.entries(names.names.systems))
    expect(names.names.systems[variantOf]).not.toHaveProperty("variantOf");
});

it("there are thirty-four papers to start from, and neighbours", async () => {
  const papers = [...(await readPapers(PAPERS)).values()];
  expect(papers.filter(({ shelf }) => shelf === "starting")).toHaveLength(34);
  expect(papers.filter(({ shelf }) => shelf === "neighbour").map(({ slug }) => slug)).toEqual(["prmbench", "processbench"]);
});

it("papers and boards hold the same figures", async () => {
  const index = new LinkIndex(await loadAllEntries(), await readNames(join(PAPERS, "names.json")));
  const linked = new Map<string, number>();
  const disagreeing: string[] = [];
  for (const [slug, { figures }] of await readPapers(PAPERS)) {
    for (const { benchmark, version, metrics, rows } of figures) {
      for (const { system, setting, values } of rows) {
        for (const [at, value] of values.entries()) {
          const column = metrics[at];
          if (value === null || column === undefined) continue;
          const placed: Placed = {
            benchmark,
            system,
            value,
            ...column,
            ...(version === undefined ? {} : { version }),
            ...(setting === undefined ? {} : { setting }),
          };
          const link = index.link(placed);
          if (link === undefined) continue;
          linked.set(link.track, (linked.get(link.track) ?? 0) + 1);
          if (!link.agrees)
            disagreeing.push(
              `${slug}: ${benchmark} ${setting ?? ""} ${system} ${column.metric} is ${value}, ${link.track}/${link.entry} has ${link.held}`,
            );
        }
      }
    }
  }
  expect(disagreeing).toEqual([]);
  expect(Object.fromEntries([...linked].sort())).toEqual({
    agentprocessbench: 200,
    crosstask: 4,
    how2bench: 108,
    "ht-step": 4,
    "htm-align": 14,
    "odcv-bench": 324,
    "perceptual-rewards": 56,
    prmbench: 250,
    processbench: 553,
    "step-grades": 2,
  });
});

it.skipIf(!existsSync(CSV))(
  "the collection of figures gives the committed papers byte for byte, and each of its rows is accounted for",
  async ({ annotate }) => {
    const result = await importFigures(CSV, PAPERS);
    for (const [name, text] of result.files) expect(text, name).toBe(await readFile(join(PAPERS, name), "utf8"));
    for (const { line, reason } of result.leftOut) expect(reason, `line ${line}`).toContain("an average over the rows of its table");
    for (const { source, lines } of result.figures) expect(source.trim(), `line ${lines}`).not.toBe("");
    const lines = [...result.figures.flatMap((figure) => figure.lines), ...result.leftOut.map(({ line }) => line)].sort((a, b) => a - b);
    expect(lines).toEqual(Array.from({ length: 3074 }, (_, at) => at + 2));
    expect([result.figures.length, result.merged.length, result.leftOut.length]).toEqual([2909, 126, 39]);
    expect(result.contradictions).toHaveLength(3);
    expect([result.linked.length, result.linked.filter(({ link }) => !link.agrees).length]).toEqual([1515, 0]);
    const papers = await readPapers(PAPERS);
    expect([...papers.keys()].filter((slug) => !result.files.has(`${slug}.json`))).toEqual(["guide"]);
    await annotate(reportOf(result));
    expect(reportOf(result)).toContain("3074 rows: 2909 figures, 126 rows merged into one that says the same, 39 left out\n");
  },
);
