import { describe, expect, it } from "vitest";
import { folded, isAskedFor, type ProcedureFacts, readExplorerQuery, writeExplorerQuery } from "./procedures.ts";

const choices = { topic: ["health", "religion"], miner: ["json-ld", "general"], lang: ["de", "en"] };
const facts: ProcedureFacts = {
  topic: "health",
  miner: "json-ld",
  lang: "en",
  steps: 8,
  words: folded("Stop a nosebleed. Pinch the  Nose, señor."),
};

describe("readExplorerQuery", () => {
  it("reads what the address says, and writes it again", () => {
    const address = "?q=nose+bleed&topic=health&miner=general&lang=de&steps=4-8";
    expect(writeExplorerQuery(readExplorerQuery(address, choices))).toBe(address);
  });

  it.each(["?steps=4-", "?steps=-8", ""])("%s comes back", (address) => {
    expect(writeExplorerQuery(readExplorerQuery(address, choices))).toBe(address);
  });

  it.each(["?topic=cooking", "?lang=xx", "?steps=9-3", "?steps=many", "?miner=", "?other=1"])("%s counts as nothing", (address) => {
    expect(writeExplorerQuery(readExplorerQuery(address, choices))).toBe("");
  });
});

describe("isAskedFor", () => {
  it.each([
    ["", true],
    ["?q=nose", true],
    ["?q=pinch+nosebleed", true],
    ["?q=SENOR", true],
    ["?q=señor", true],
    ["?q=nose+elbow", false],
    ["?topic=health", true],
    ["?topic=religion", false],
    ["?miner=general", false],
    ["?lang=de", false],
    ["?steps=8-8", true],
    ["?steps=9-", false],
    ["?steps=-7", false],
    ["?q=nose&topic=health&miner=json-ld&lang=en&steps=1-10", true],
  ])("%s: %s", (address, asked) => {
    expect(isAskedFor(facts, readExplorerQuery(address, choices))).toBe(asked);
  });
});
