import { fromBlob, type Source } from "@stepladder/wasm/intake/source.ts";
import fc from "fast-check";
import { gzip, zip } from "./row.ts";

/** A way to write records down that changes nothing of what they say. */
export interface Writing {
  /** Between the parts of a value, in turn. */
  readonly spaces: readonly string[];
  /** Between records. */
  readonly end: string;
  readonly bom: boolean;
  /** Whether keys stand in the other order. */
  readonly turned: boolean;
  /** Record i is sorted by number i of these, which are taken in turn. */
  readonly order: readonly number[];
  readonly packing: "plain" | "gz" | "zip";
}

export const writing: fc.Arbitrary<Writing> = fc.record({
  spaces: fc.array(fc.constantFrom("", "", " ", "\t", "  "), { minLength: 1, maxLength: 7 }),
  end: fc.constantFrom("\n", "\r\n", "\n\n", " \r\n \n"),
  bom: fc.boolean(),
  turned: fc.boolean(),
  order: fc.array(fc.nat(99), { minLength: 1, maxLength: 9 }),
  packing: fc.constantFrom("plain", "gz", "zip"),
});

/** A value as JSON. */
function written(value: unknown, { spaces, turned }: Writing): string {
  let count = 0;
  const blank = (): string => spaces[count++ % spaces.length] as string;
  const within = (open: string, parts: readonly string[], close: string): string =>
    `${open}${blank()}${parts.join(`${blank()},${blank()}`)}${blank()}${close}`;
  const write = (one: unknown): string => {
    if (Array.isArray(one)) return within("[", one.map(write), "]");
    if (typeof one !== "object" || one === null) return JSON.stringify(one);
    const entries = turned ? Object.entries(one).reverse() : Object.entries(one);
    const fields = entries.map(([key, inner]) => `${JSON.stringify(key)}${blank()}:${blank()}${write(inner)}`);
    return within("{", fields, "}");
  };
  return write(value);
}

/** A file of the records. */
export async function fileOf(records: readonly unknown[], how: Writing): Promise<Source> {
  const placed = records.map((record, i) => ({ record, place: how.order[i % how.order.length] as number }));
  const lines = placed.sort((a, b) => a.place - b.place).map(({ record }) => written(record, how));
  const text = `${how.bom ? "\ufeff" : ""}${lines.join(how.end)}`;
  if (how.packing === "plain") return fromBlob("p.jsonl", new Blob([text]));
  return fromBlob(`p.${how.packing}`, new Blob([how.packing === "gz" ? await gzip(text) : await zip({ "p.jsonl": text })]));
}
