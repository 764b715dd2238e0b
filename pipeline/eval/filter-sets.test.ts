import { describe, expect, it } from "vitest";
import { dropOf, profiles } from "../filters/index.ts";
import { interfaceShare } from "../filters/interface.ts";
import { languageOf } from "../filters/language.ts";
import { labelledSets } from "./filter-sets.ts";

const sets = labelledSets(process.env.STEPLADDER_DATA ?? "../shared/data");
const listsOf = (set: string) => sets.find((one) => one.set === set)?.list ?? [];

describe.skipIf(sets.length === 0)("filters on labelled lists (STEPLADDER_DATA)", () => {
  const kept = (set: string) => {
    const list = listsOf(set);
    return list.filter((one) => dropOf(one, profiles.default) === undefined).length / list.length;
  };

  it("keep procedures by default, software help too", () => {
    expect(kept("software help")).toBeGreaterThan(0.93);
    expect(kept("recipes")).toBeGreaterThan(0.99);
    expect(kept("repairs")).toBeGreaterThan(0.98);
  });

  it("drop lists that are none", () => {
    expect(kept("lists of a manual")).toBeLessThan(0.4);
    expect(kept("lists of other pages")).toBeLessThan(0.05);
  });

  it("tell interfaces from things", () => {
    const operated = (set: string) => listsOf(set).filter((one) => interfaceShare(one) >= 0.4).length / listsOf(set).length;
    expect(operated("software help")).toBeGreaterThan(0.8);
    expect(operated("repairs")).toBeLessThan(0.03);
    expect(operated("recipes")).toBeLessThan(0.01);
  });

  it("tell the language", () => {
    const help = listsOf("software help");
    expect(help.filter((one) => languageOf(one) === "en").length / help.length).toBeGreaterThan(0.99);
  });
});
