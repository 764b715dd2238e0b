import { describe, expect, it } from "vitest";
import { FIRST_LOOK, keepExploreQuery, readExplorePlace, readExploreQuery, writeExplorePlace, writeExploreQuery } from "./explore.ts";

const ALL = "?q=knot&slice=length%3Along&show=lost&kind=ran-on&sort=value%3Adesc&metric=m&against=e&item=i%26j&record=2&panel=3&step=4";

describe("readExploreQuery", () => {
  it("reads what the address says, and writes it again", () => {
    const look = readExploreQuery(ALL);
    expect(look).toMatchObject({
      search: "knot",
      cut: { length: ["long"] },
      sort: "value",
      order: "desc",
      item: "i&j",
      record: 1,
      step: 3,
    });
    expect(writeExploreQuery("", look)).toBe(ALL);
  });

  it.each(["", "?sort=beauty:asc", "?sort=value", "?show=none", "?item=", "?step=0", "?step=1.5", "?record=-1", "?other=1"])(
    "%s says nothing",
    (address) => {
      expect(readExploreQuery(address)).toEqual(FIRST_LOOK);
    },
  );
});

describe("writeExploreQuery", () => {
  it("leaves what is not the explorer's as it was", () => {
    expect(writeExploreQuery("?track=t&item=old&step=2", { ...FIRST_LOOK, item: "new" })).toBe("?track=t&item=new");
    expect(writeExploreQuery("?track=t&item=old", FIRST_LOOK)).toBe("?track=t");
  });

  it("tells no step of an item that is not looked at", () => {
    expect(writeExploreQuery("", { ...FIRST_LOOK, step: 3 })).toBe("");
  });
});

describe("keepExploreQuery", () => {
  it("takes the explorer's part over, and nothing else", () => {
    expect(keepExploreQuery("?track=old&sample&item=i&step=2", "?track=new")).toBe("?track=new&item=i&step=2");
    expect(keepExploreQuery("?track=old&sample", "?track=new")).toBe("?track=new");
  });
});

describe("readExplorePlace", () => {
  it.each(["", "?track=t", "?track=t&entry=e+f"])("%s comes back", (address) => {
    expect(writeExplorePlace(readExplorePlace(address))).toBe(address);
  });

  it.each(["?entry=e", "?track=&entry=e"])("%s names no track", (address) => expect(readExplorePlace(address)).toEqual({}));
});
