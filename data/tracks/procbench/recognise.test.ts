import { recognise } from "@stepladder/wasm/host/recognise.ts";
import type { Source } from "@stepladder/wasm/intake/source.ts";
import { describe, expect, it } from "vitest";
import procladder from "../procladder/track.ts";
import { file, fixtures, goldItems } from "./testing.ts";
import track from "./track.ts";

const [first] = await goldItems(await fixtures("gold.jsonl"));

describe("recognise", () => {
  const told = async (sources: readonly Source[]) => {
    const { files, track: own } = await recognise([track, procladder], sources);
    return [own, [...new Set(files.map((one) => `${one.role} ${one.track} ${one.format}`))]];
  };

  it.each([
    ["gold.jsonl", [undefined, ["gold procbench official-rows"]]],
    ["official/dataset", [undefined, ["gold procbench official-files"]]],
    ["predictions.jsonl", ["procbench", ["prediction procbench records"]]],
    ["official/preds_json", ["procbench", ["prediction procbench example-files"]]],
    ["official/preds/chatty", ["procbench", ["prediction procbench example-files"]]],
    ["malformed/predictions.jsonl", ["procbench", ["prediction procbench records"]]],
  ])("tells %s", async (path, expected) => {
    expect(await told(await fixtures(path))).toEqual(expected);
  });

  it("tells gold as imported from that of the other track by its ids", async () => {
    const lines = (id: string) => JSON.stringify({ ...(first as object), id });
    expect(await told([file("items.jsonl", lines("task01_0000"))])).toEqual([undefined, ["gold procbench stepladder-gold"]]);
    expect(await told([file("items.jsonl", lines("pl-1-00000"))])).toEqual([undefined, ["gold procladder stepladder-gold"]]);
  });

  it("tells a whole experiment folder, file by file", async () => {
    const [own, kinds] = await told(await fixtures("official"));
    expect(own).toBe("procbench");
    expect(kinds).toEqual(["gold procbench official-files", "prediction procbench example-files"]);
  });
});
