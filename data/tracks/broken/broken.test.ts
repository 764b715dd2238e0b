import { gunzipSync } from "node:zlib";
import type { ProblemGroup } from "@stepladder/schema";
import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { InputError, describe as line } from "@stepladder/wasm/host/problems.ts";
import { scoreTrack } from "@stepladder/wasm/host/score.ts";
import type { AnyTrack } from "@stepladder/wasm/host/track.ts";
import { fromBlob } from "@stepladder/wasm/intake/source.ts";
import { expect, it } from "vitest";
import { differences, printed, type Told, verdictOf } from "./differences.ts";
import { quine } from "./quine.ts";
import { type Broken, fixture } from "./row.ts";
import { table } from "./table.ts";

/** What a terminal would obey, or a reader not see: controls, and what has no width or turns the direction. */
const UNSEEN = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u;

const kernels = await loadKernels();

function toldOf(verdict: Told["verdict"], groups: readonly ProblemGroup[]): Told {
  return {
    verdict,
    kinds: Object.fromEntries(groups.map(({ kind, count }) => [kind, count])),
    lines: groups.flatMap(({ examples }) => examples.map(line)),
  };
}

/** Scores a row as every host does in the end. */
async function told(row: Broken): Promise<Told & { readonly diagnoses: readonly string[] }> {
  const { default: track } = (await import(`../${row.track}/track.ts`)) as { default: AnyTrack };
  const predictions = (await row.files()).map(({ name, data }) => fromBlob(name, new Blob([data])));
  const gold = [fromBlob("gold.jsonl", new Blob([fixture(row.track, "gold.jsonl")]))];
  const mark = kernels.arena.mark();
  try {
    const { problems, diagnoses } = await scoreTrack({ track, gold, predictions, kernels });
    return { ...toldOf(verdictOf(problems), problems), diagnoses: diagnoses.map(({ id }) => id) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { ...toldOf("refused", error.problems), diagnoses: [] };
  } finally {
    kernels.arena.release(mark);
  }
}

it("the quine unpacks to itself", () => {
  expect(gunzipSync(quine)).toEqual(Buffer.from(quine));
});

it("every broken submission gets the messages that it must, each with what to do", async () => {
  const rows: { row: Broken; told: Told }[] = [];
  const wrong: string[] = [];
  for (const row of table) {
    const found = await told(row);
    rows.push({ row, told: found });
    wrong.push(...differences(row, found).map((one) => `${row.name}: ${one}`));
    if (found.diagnoses.join() !== (row.diagnoses ?? []).join()) wrong.push(`${row.name}: diagnosed ${found.diagnoses.join()}`);
    for (const one of found.lines) if (!/: expected .+, found .+; .+/s.test(one)) wrong.push(`${row.name}: no way to mend in ${one}`);
    for (const one of found.lines) if (UNSEEN.test(one)) wrong.push(`${row.name}: unseen characters`);
  }
  console.log(
    `${printed(rows)}\n${rows.length} broken submissions, ${wrong.length === 0 ? "all as expected" : `${wrong.length} differences`}`,
  );
  expect(wrong).toEqual([]);
  expect(rows.length).toBeGreaterThanOrEqual(80);
  expect(new Set(table.map(({ name }) => name)).size).toBe(table.length);
});
