import { readSource } from "@stepladder/wasm/intake/read.ts";
import { expect, it } from "vitest";
import { goldenFiles } from "../golden.ts";
import { fieldsOf, plainNumbers } from "../records.ts";
import { CLASSES } from "./labels.ts";
import parity from "./parity.ts";
import { rowSource, rows } from "./published.ts";

const files = await goldenFiles(parity.folder);

async function recordsOf(name: string): Promise<unknown[]> {
  const source = typeof files === "string" ? undefined : files.get(name);
  const all: unknown[] = [];
  if (source !== undefined)
    for await (const batch of readSource(source, { problem: () => {} })) for (const { value } of batch) all.push(plainNumbers(value));
  return all;
}

it("PRMScores are those of the release's table, and what stands beside them those of one model of its notebook", async (context) => {
  const table = (await recordsOf("results/prmscore.csv")) as Record<string, string>[];
  const [models] = (await recordsOf("results/form_excel_strs.json")) as Record<string, Record<string, Record<string, number>>>[];
  if (models === undefined) return context.skip("results/*.json and *.csv are not at hand");
  const order = ["total", ...CLASSES.filter((one) => one !== "correct")];
  const printed = (own: Record<string, Record<string, number>>, figure: string): string =>
    order
      .map((one) => own[one]?.[figure] ?? Number.NaN)
      .map((value, at) => (value < 0 || (figure === "negative_f1" && at === 9) ? "-" : value.toFixed(1)))
      .join(" ");
  expect(rows).toHaveLength(25 + 9);
  for (const row of rows) {
    const own = table.find(({ model }) => model === row.name);
    if (own !== undefined) {
      const cells = Object.entries(own).filter(([column]) => column === "overall" || /^[A-Z]{2,3}_/.test(column));
      expect(row.prm, row.name).toBe(cells.map(([, cell]) => cell).join(" "));
    }
    expect(own === undefined, row.name).toBe(row.variant === true);
    // That of Skywork-PRM-7B is of the official totals, which parity knows.
    if (row.f1 === undefined || row.name === "Skywork-PRM-7B") continue;
    const beside = Object.values(models).filter(
      (model) => printed(model, "f1") === row.f1 && printed(model, "negative_f1") === row.negative,
    );
    expect(beside, row.name).toHaveLength(1);
    const [model] = beside as [Record<string, Record<string, number>>];
    const figures = ["total_step_acc", "correct_step_acc", "wrong_step_acc", "first_error_acc"].map((figure) => printed(model, figure));
    expect([row.all, row.right, row.wrong, row.first], row.name).toEqual(figures);
  }
});

it("what stands beside Skywork-PRM-7B is its official total, rounded", async (context) => {
  const [all] = await recordsOf("results/skyworkprm_7B_official_totals.json");
  const total = fieldsOf(fieldsOf(all)?.total_hallucination_results) as Record<string, number> | undefined;
  if (total === undefined) return context.skip("results/skyworkprm_7B_official_totals.json is not at hand");
  const row = rows.find(({ name }) => name === "Skywork-PRM-7B");
  expect([row?.f1, row?.negative].map((cells) => cells?.split(" ")[0])).toEqual(
    ["f1", "negative_f1"].map((id) => ((total[id] as number) * 100).toFixed(1)),
  );
});

it("ids of rows are file names, each once", () => {
  const ids = rows.map((row) => rowSource(row).id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9][a-z0-9.-]*[a-z0-9]$/);
});
