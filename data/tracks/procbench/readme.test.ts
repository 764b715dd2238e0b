import { readFile } from "node:fs/promises";
import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { parseJson } from "@stepladder/wasm/intake/json.ts";
import { states } from "@stepladder/wasm/metrics/states/measure.ts";
import { describe, expect, it } from "vitest";
import { statesCodec } from "../states/rules.ts";
import { taskName } from "./tasks.ts";
import { file, goldItems, refusal, score } from "./testing.ts";
import track from "./track.ts";

const readme = await readFile(new URL("README.md", import.meta.url), "utf8");
const kernels = await loadKernels();

function matches(gold: unknown, predicted: unknown): boolean {
  const columns = states({ ...statesCodec, gold: (state: unknown) => [state], prediction: (state: unknown) => [state] }).gold();
  columns.add(gold);
  const mark = kernels.arena.mark();
  const measurer = columns.measurer(kernels);
  measurer.add(0, predicted);
  const [prefix] = measurer.flush();
  kernels.arena.release(mark);
  return prefix === 1;
}

describe("the datasheet's table of matches", () => {
  const rows = [...readme.matchAll(/^\| `(.+?)` +\| `(.+?)` +\| (yes|no) +\|/gm)];

  it("is there", () => {
    expect(rows).toHaveLength(24);
  });

  it.each(rows.map(([, gold, predicted, match]) => [gold, predicted, match] as const))(
    "gold %s, predicted %s: %s",
    (gold, predicted, match) => {
      expect(matches(parseJson(gold as string), parseJson(predicted as string))).toBe(match === "yes");
    },
  );
});

describe("the datasheet's examples", () => {
  const code = [...readme.matchAll(/`(\{"(?:problem_name|id)".+?\})`(?:;|\n)/g)].map(([, json]) => json as string);

  it("of gold read as the same item", async () => {
    const gold = code.filter((json) => json.includes('"init"'));
    expect(gold).toHaveLength(2);
    const items = await Promise.all(gold.map((json) => goldItems([file("g.jsonl", json)])));
    for (const [item] of items)
      expect(item).toMatchObject({ id: "task01_0000", task: "Sort", init: "cab", intermediate: ["acb"], final: "abc" });
  });

  it("of predictions score full marks against it", async () => {
    const [gold = "", ...others] = code;
    const predictions = others.filter((json) => !json.includes('"init"'));
    expect(predictions).toHaveLength(3);
    for (const json of predictions) {
      const { scores } = await score([file("p.jsonl", json)], [file("g.jsonl", gold)]);
      expect(scores["sequential-match"]?.value, json).toBe(1);
    }
  });

  it("of gold that is refused are", async () => {
    for (const final of ["true", "null", "{}", "1.5"]) {
      const row = `{"problem_name":"task01_0000","label":{"init":"","intermediate":[],"final":${final}}}`;
      expect(await refusal(goldItems([file("g.jsonl", row)])), final).toMatchObject([{ kind: "wrong-field", field: "label.final" }]);
    }
  });
});

it("the datasheet names every task as the scorecard does", () => {
  for (let number = 1; number <= 23; number++) {
    const two = String(number).padStart(2, "0");
    expect(readme).toContain(`${two} ${taskName(`task${two}_0000`)}`);
  }
});

it("the datasheet tells the fate of the empty answer as its entry does", async () => {
  const entry = JSON.parse(await readFile(new URL("entries/empty.json", import.meta.url), "utf8"));
  expect(entry.coverage.items).toBe(4800);
  expect(entry.scores["final-match"].value).toBe(7 / 4800);
  expect(readme).toContain("final match of 7/4800");
  expect(track.unscored.prediction).toEqual({ intermediate: [], final: "" });
});
