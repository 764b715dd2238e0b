import { SourceNumber } from "@stepladder/schema";
import { shown } from "@stepladder/wasm/intake/check.ts";
import { RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { pyStrip } from "@stepladder/wasm/lib/python.ts";
import type { Fields } from "../records.ts";

const TIMESTAMPS = ["updated_at", "created_at", "timestamp"] as const;

/** When a record was written, in microseconds since 1970 by the first of its timestamps that can be read; -Infinity without one. */
export function revisionOf(fields: Fields): number {
  for (const field of TIMESTAMPS) {
    const time = microseconds(fields[field], field);
    if (time !== undefined) return time;
  }
  return Number.NEGATIVE_INFINITY;
}

function microseconds(value: unknown, field: string): number | undefined {
  if (typeof value === "string") return ofText(pyStrip(value));
  const seconds = value instanceof SourceNumber ? Number(value.text) : typeof value === "boolean" ? Number(value) : value;
  return typeof seconds === "number" ? ofNumber(seconds, field) : undefined;
}

/** Years 1 to 9999, which is what Python's datetime holds. */
const LIMITS_SECONDS = [-62135596800, 253402300799] as const;

/** Seconds since 1970; larger numbers are milliseconds or nanoseconds, told by their size as compare.py does. */
function ofNumber(number: number, field: string): number {
  const seconds = number > 1e15 ? number / 1e9 : number > 1e12 ? number / 1e3 : number;
  if (seconds >= LIMITS_SECONDS[0] && seconds <= LIMITS_SECONDS[1]) return Math.round(seconds * 1e6);
  throw new RecordProblem({
    kind: "wrong-field",
    severity: "error",
    field,
    expected: "a time of the years 1 to 9999",
    found: shown(number),
    fix: "write the time as 2026-02-05T02:15:26+00:00",
  });
}

const ISO = /^(\d{4}-\d\d-\d\d)(?:.(\d\d:\d\d)(?::(\d\d)(?:[.,](\d+))?)?(Z|[+-]\d\d:\d\d(?::\d\d)?)?)?$/su;

/** ISO 8601 in its extended form, as every Python reads it; a time without an offset is taken as UTC. */
function ofText(text: string): number | undefined {
  const [, date, minutes = "00:00", seconds = "00", fraction = "", offset = "Z"] = ISO.exec(text) ?? [];
  if (date === undefined) return undefined;
  const time = `${date}T${minutes}:${seconds}`;
  const parsed = new Date(`${time}Z`);
  // Some engines roll 30 February over to March.
  if (Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, time.length) !== time) return undefined;
  return parsed.getTime() * 1000 + Number(fraction.slice(0, 6).padEnd(6, "0")) - offsetSeconds(offset) * 1e6;
}

function offsetSeconds(offset: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = offset === "Z" ? [] : offset.slice(1).split(":").map(Number);
  return (offset.startsWith("-") ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds);
}
