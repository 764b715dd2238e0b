import { expect, it } from "vitest";
import { defineTrack } from "./define.ts";
import procladder from "./procladder/track.ts";

it("takes metrics of the registry and no others", () => {
  expect(defineTrack({ ...procladder, metrics: ["final-match"] }).metrics).toEqual(["final-match"]);
  // @ts-expect-error: the type checker is the test, a wrong metric id does not compile
  defineTrack({ ...procladder, metrics: ["prefix-acuracy"] });
});
