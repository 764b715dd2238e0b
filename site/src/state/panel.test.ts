import { describe, expect, it } from "vitest";
import { panelAddress, readPanelPlace } from "./panel.ts";

describe("readPanelPlace", () => {
  it.each(["?step=3&least=0.5", "?least=0", "?step=2", ""])("%s comes back", (address) => {
    expect(panelAddress("", readPanelPlace(new URLSearchParams(address)))).toBe(address);
  });

  it.each(["?step=0", "?step=x", "?least=2", "?least=-1", "?least=", "?least=much"])("%s says nothing", (address) => {
    expect(readPanelPlace(new URLSearchParams(address))).toEqual({ step: 0 });
  });
});

describe("panelAddress", () => {
  it("leaves what else the address says", () => {
    expect(panelAddress("?step=4&other=1&least=.3", { step: 1 })).toBe("?other=1&step=2");
  });
});
