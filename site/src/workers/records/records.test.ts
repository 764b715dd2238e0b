import { fromBlob } from "@stepladder/wasm/intake/source.ts";
import { gzip } from "@stepladder/wasm/intake/testing.ts";
import { describe, expect, it } from "vitest";
import { long, mended, unmarked } from "../../../test/grounded.ts";
import { tea } from "../../../test/induced.ts";
import { kindOf } from "./kinds.ts";
import { Records } from "./records.ts";

const lines = (...records: readonly unknown[]): string =>
  records.map((one) => (typeof one === "string" ? one : JSON.stringify(one))).join("\n");
const source = (name: string, data: string | Uint8Array<ArrayBuffer>) => fromBlob(name, new Blob([data]));
const open = async (...sources: ReturnType<typeof source>[]) => (await Records.of(sources)) as Records;

describe("kindOf", () => {
  it.each([
    ["grounded", mended],
    ["induced", tea],
    [undefined, { id: "i", prediction: [] }],
    [undefined, { messages: [], steps: [] }],
    [undefined, [mended]],
    [undefined, null],
  ])("is %s", (kind, record) => expect(kindOf(record)).toBe(kind));
});

describe("Records", () => {
  it("lists what a file holds and reads each when asked, packed or not, in lines or as an array", async () => {
    for (const data of [lines(mended, unmarked("b")), await gzip(lines(mended, unmarked("b"))), JSON.stringify([mended, unmarked("b")])]) {
      const records = await open(source("grounded.jsonl", data));
      expect([records.kind, records.ids, records.lengths, records.problems]).toEqual(["grounded", ["tube-1", "b"], [8, 8], []]);
      const { id, view } = await records.look(1);
      expect([id, view.panels[0]?.kind]).toEqual(["b", "grounding"]);
    }
    const graphs = await open(source("graphs.jsonl", lines(tea)));
    expect((await graphs.look(0)).view).toMatchObject({ title: "How to make tea", panels: [{ kind: "induced" }] });
  });

  it("is nothing where files hold something else", async () => {
    for (const data of ['{"id": "a", "prediction": 1}', "id,steps\n1,2", "", '{"id": '])
      expect(await Records.of([source("other.jsonl", data)])).toBeUndefined();
    expect(await Records.of([])).toBeUndefined();
  });

  it("tells records of one id apart, and takes several files together", async () => {
    const records = await open(source("a.jsonl", lines(mended)), source("b.jsonl", lines(mended, unmarked("c"))));
    expect(records.ids).toEqual(["tube-1", "tube-1 (2)", "c"]);
    expect((await records.look(2)).id).toBe("c");
  });

  it("refuses two kinds of file at once in words", async () => {
    const both = [source("grounded.jsonl", lines(mended)), source("graphs.jsonl", lines(tea))];
    await expect(Records.of(both)).rejects.toMatchObject({
      problem: { file: "graphs.jsonl", expected: "a grounded video, as in grounded.jsonl", fix: "open one kind at a time" },
    });
  });

  it("reports what is wrong with a line, and lists the others", async () => {
    const odd = { ...mended, segments: [{ ...mended.segments[0], step: 8 }] };
    const short = { ...mended, similarity: mended.similarity?.map((row) => row.slice(1)) };
    const records = await open(source("g.jsonl", lines(mended, '{"id": ', odd, { ...mended, shown: [2] }, short, tea, unmarked("last"))));
    expect(records.ids).toEqual(["tube-1", "last"]);
    const examples = records.problems.flatMap((group) => group.examples);
    expect(examples.map(({ line }) => line).toSorted()).toEqual([2, 3, 4, 5, 6]);
    expect(examples).toContainEqual(
      expect.objectContaining({ line: 3, id: "tube-1", field: "segments[0].step", expected: "a place among 8 steps, from 0", found: "8" }),
    );
    expect(examples).toContainEqual(expect.objectContaining({ line: 5, field: "similarity[0]", found: "14" }));
    expect((await records.look(1)).id).toBe("last");
  });

  it("refuses places that a graph does not have", async () => {
    const records = await open(source("g.jsonl", lines(tea, { ...tea, seen: [{ path: [0, 8], count: 1 }] })));
    expect(records.ids).toHaveLength(1);
    expect(records.problems[0]?.examples[0]).toMatchObject({ line: 2, field: "seen", found: "8" });
  });

  it("reads a record of a large file from where it stands, and counts its lines", async () => {
    // Above the size from which plain files are read in ranges.
    const many = Array.from({ length: 400 }, (_, i) => long(`v-${i}`, 60, 10));
    const text = lines(...many.slice(0, 390), "{broken", ...many.slice(390));
    expect(text.length).toBeGreaterThan(3_500_000);
    const records = await open(source("large.jsonl", `${text}\n`.repeat(2)));
    expect(records.ids).toHaveLength(800);
    expect(records.problems[0]?.examples.map(({ line }) => line)).toEqual([391, 792]);
    expect((await records.look(799)).id).toBe("v-399");
    expect((await records.look(395)).id).toBe("v-395");
  });
});
