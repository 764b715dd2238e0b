import { spawnSync } from "node:child_process";
import { parseJson } from "@stepladder/wasm/intake/json.ts";
import { RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { describe, expect, it } from "vitest";
import { revisionOf } from "./revision.ts";

const of = (json: string): number => revisionOf(parseJson(json) as Record<string, unknown>);

describe("the revision of a record", () => {
  it("is its time to the microsecond, whatever the offset", () => {
    const noon = of('{"updated_at":"2026-02-05T12:00:00.000001+00:00"}');
    expect(noon).toBe(Date.UTC(2026, 1, 5, 12) * 1000 + 1);
    expect(of('{"updated_at":"2026-02-05T13:30:00.000001+01:30"}')).toBe(noon);
    expect(of('{"updated_at":" 2026-02-05 12:00:00.000001Z "}')).toBe(noon);
    expect(of('{"updated_at":"2026-02-05T12:00:00.000002+00:00"}')).toBe(noon + 1);
  });

  it("is that of the first timestamp that can be read; below all others without one", () => {
    const day = of('{"timestamp":"2026-02-05"}');
    expect(day).toBe(Date.UTC(2026, 1, 5) * 1000);
    expect(of('{"updated_at":"yesterday","created_at":null,"timestamp":"2026-02-05"}')).toBe(day);
    expect(of('{"created_at":"2026-02-06","timestamp":"2026-02-05"}')).toBeGreaterThan(day);
    for (const none of [
      "{}",
      '{"updated_at":""}',
      '{"updated_at":[]}',
      '{"updated_at":"2026-02-30"}',
      '{"updated_at":"2026-02-05T24:00"}',
    ]) {
      expect(of(none), none).toBe(Number.NEGATIVE_INFINITY);
    }
    expect(of('{"updated_at":"0001-01-01"}')).toBeGreaterThan(Number.NEGATIVE_INFINITY);
  });

  it("reads numbers as seconds, milliseconds or nanoseconds by their size", () => {
    const second = Date.UTC(2026, 1, 5, 12) * 1000;
    expect(of(`{"updated_at":${second / 1e6}}`)).toBe(second);
    expect(of(`{"updated_at":${second / 1e6}.25}`)).toBe(second + 250_000);
    expect(of(`{"updated_at":${second / 1e3}}`)).toBe(second);
    expect(of(`{"updated_at":${second}000}`)).toBe(second);
  });

  it("refuses a number that is no time, where Python raises", () => {
    for (const json of ['{"updated_at":1e300}', '{"updated_at":-1e12}']) expect(() => of(json), json).toThrow(RecordProblem);
  });

  it("is what Python makes of the text, in the form of the release", (context) => {
    const texts = ["2026-02-04T14:49:08.324653+00:00", "2024-02-29T23:59:59.999999-11:30", "1969-12-31T23:59:59.000001+00:00"];
    const script = `
import sys
from datetime import datetime, timedelta, timezone
for t in sys.argv[1:]: print((datetime.fromisoformat(t) - datetime(1970, 1, 1, tzinfo=timezone.utc)) // timedelta(microseconds=1))
`;
    const { error, stdout } = spawnSync("python3", ["-c", script, ...texts], { encoding: "utf8" });
    if (error !== undefined) return context.skip("python3 is not on this machine");
    expect(texts.map((text) => String(revisionOf({ updated_at: text })))).toEqual(stdout.trimEnd().split("\n"));
  });
});
