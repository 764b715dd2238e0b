import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Parity, type ParityCase, parityRecord } from "@stepladder/wasm/host/parity.ts";
import { openSources } from "@stepladder/wasm/intake/node.ts";
import type { Command } from "commander";
import { CommandError } from "../core/errors.ts";
import { writeWhole } from "../core/output.ts";
import { serveSite } from "../core/serve.ts";
import { openKernels } from "../core/submission.ts";
import { printTable } from "../core/table.ts";
import { trackIds, trackModule, trackPath } from "../core/tracks.ts";
import { officialData } from "./build.ts";

const HOSTS = ["node", "chromium"] as const;
type Host = (typeof HOSTS)[number];

/** All cases of one track on one host. */
interface Report {
  readonly track: string;
  /** Metrics that its cases are of, where they do not say. */
  readonly metrics: Parity["metrics"];
  readonly host: Host;
  readonly cases: readonly ParityCase[];
}

/** `stepladder parity`: every metric against every official golden case at hand. */
export function parityCommand(program: Command): void {
  program
    .command("parity")
    .description("compare every metric with the official outputs at hand, in Node and in Chromium; exit code 1 where any value differs")
    .option("--data <folder>", "official files; default: STEPLADDER_DATA, then ../shared/data")
    .option("--json", "print all cases as JSON")
    .option("--record", "compare in Node alone, and write what was found to data/tracks/<track>/parity.json, which pages show")
    .action(async ({ data, json, record }: { data?: string; json?: boolean; record?: boolean }) => {
      const official = officialData(data);
      if (official === undefined)
        throw new CommandError("parity: expected official files in STEPLADDER_DATA or ../shared/data, found none; nothing was compared");
      const reports = await compare(official, record ? ["node"] : HOSTS);
      process.stdout.write(json ? `${JSON.stringify(reports, null, 2)}\n` : `${reports.flatMap(lines).join("")}\n${metricTable(reports)}`);
      if (reports.every(({ cases }) => cases.every(({ compared }) => compared === 0)))
        throw new CommandError("parity: nothing was compared");
      const different = reports.flatMap(({ cases }) => cases).reduce((sum, one) => sum + one.different.length, 0);
      if (different > 0) throw new CommandError(`parity: ${different} values differ from the official ones`);
      if (record) await writeRecords(reports);
    });
}

async function compare(official: string, hosts: readonly Host[]): Promise<Report[]> {
  const reports: Report[] = [];
  for (const track of await trackIds()) {
    const parity = await trackModule<Parity>(track, "parity.ts");
    if (parity === undefined) continue;
    const folder = join(official, parity.folder);
    if (!existsSync(folder)) {
      reports.push({
        track,
        metrics: parity.metrics,
        host: "node",
        cases: [{ name: "all", compared: 0, different: [], absent: `${parity.folder} is not among the official files` }],
      });
      continue;
    }
    for (const host of hosts) reports.push({ track, metrics: parity.metrics, host, cases: await RUN[host](parity, folder) });
  }
  return reports;
}

async function inNode(parity: Parity, folder: string): Promise<ParityCase[]> {
  const files = new Map((await openSources([folder])).map((source) => [source.name, source]));
  return Array.fromAsync(parity.cases(files, await openKernels()));
}

/** The same cases through the built site's own page and workers. */
async function inChromium({ track }: Parity, folder: string): Promise<ParityCase[]> {
  // Playwright is large; no other command should wait for it.
  const { launchChromium } = await import("../core/chromium.ts");
  const served = await serveSite(0);
  const browser = await launchChromium();
  try {
    if (browser === undefined) return [{ name: "all", compared: 0, different: [], absent: "there is no Chromium on this machine" }];
    const page = await browser.newPage();
    await page.goto(`${served.url}parity/?track=${track}`);
    await page.locator("input[type=file]").setInputFiles(folder);
    const outcome = page.locator("#parity-cases");
    await outcome.waitFor({ state: "attached", timeout: 300_000 });
    const told = JSON.parse((await outcome.textContent()) ?? "[]") as ParityCase[] | { failed: string };
    if ("failed" in told) throw new CommandError(`parity in Chromium: ${told.failed}`);
    return told;
  } finally {
    await browser?.close();
    await served.close();
  }
}

const RUN = { node: inNode, chromium: inChromium } as const;

/** Those of tracks of which any official file is at hand: of the others the record stays. A case whose file is absent is recorded as absent. */
async function writeRecords(reports: readonly Report[]): Promise<void> {
  for (const { track, cases } of reports) {
    const parity = await trackModule<Parity>(track, "parity.ts");
    if (parity === undefined || cases.every(({ compared }) => compared === 0)) continue;
    await writeWhole(trackPath(track, "parity.json"), [`${JSON.stringify(parityRecord(parity, cases), null, 2)}\n`]);
  }
}

function lines({ track, host, cases }: Report): string[] {
  return cases.flatMap(({ name, compared, different, absent }) => {
    if (absent !== undefined) return [`${track} in ${host}: ${name}: absent: ${absent}\n`];
    const examples = different
      .slice(0, 5)
      .map((one) => `  ${one.name}: expected ${JSON.stringify(one.expected)}, found ${JSON.stringify(one.actual)}\n`);
    return [`${track} in ${host}: ${name}: ${compared - different.length} of ${compared} values equal\n`, ...examples];
  });
}

/** Cases passed of those at hand, by track and metric, and how many are absent. */
function metricTable(reports: readonly Report[]): string {
  const rows = [...Map.groupBy(reports, ({ track }) => track)].flatMap(([track, own]) => {
    const told = (metric: string, host: Report["host"]): readonly ParityCase[] =>
      own
        .filter((report) => report.host === host)
        .flatMap(({ cases, metrics }) => cases.filter((one) => ((one.metrics ?? metrics) as readonly string[]).includes(metric)));
    const passed = (cases: readonly ParityCase[]): string => {
      const run = cases.filter(({ absent }) => absent === undefined);
      return run.length === 0 ? "-" : `${run.filter(({ different }) => different.length === 0).length}/${run.length}`;
    };
    return (own[0]?.metrics ?? []).map((metric) => {
      const [node, chromium] = [told(metric, "node"), told(metric, "chromium")];
      const absent = node.filter((one) => one.absent !== undefined).length;
      return [track, metric, passed(node), passed(chromium), String(absent)];
    });
  });
  return printTable(["track", "metric", "cases equal in node", "in chromium", "absent"], rows);
}
