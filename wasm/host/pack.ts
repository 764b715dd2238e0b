import type { Scorecard } from "@stepladder/schema";
import { PackHeader } from "@stepladder/schema";
import type { Matrix } from "../metrics/contract.ts";

/** The per-item statistics of a scorecard as a pack (layout in data/schema/pack.ts): a few bytes per item. */
export function writePack(scorecard: Scorecard): Uint8Array {
  const { items, track, hashes } = scorecard;
  const ids = Object.keys(items[0]?.statistics ?? {});
  const columns = ids.map((id) => indexed(items.map(({ statistics }) => statistics[id] as number)));
  const header: PackHeader = {
    schema: "stepladder/pack/1",
    track,
    gold: hashes.gold,
    items: items.length,
    unscored: unscoredOf(items),
    statistics: ids.map((id, i) => ({ id, distinct: (columns[i] as Column).distinct.length, width: (columns[i] as Column).width })),
  };
  const line = new TextEncoder().encode(`${JSON.stringify(header)}\n`);
  const bytes = new Uint8Array(
    line.length + columns.reduce((sum, column) => sum + column.distinct.length * 8 + items.length * column.width, 0),
  );
  bytes.set(line);
  const view = new DataView(bytes.buffer);
  let at = line.length;
  for (const { distinct, index, width } of columns) {
    for (const value of distinct) {
      view.setFloat64(at, value, true);
      at += 8;
    }
    for (const place of index) {
      if (width === 1) view.setUint8(at, place);
      else if (width === 2) view.setUint16(at, place, true);
      else view.setUint32(at, place, true);
      at += width;
    }
  }
  return bytes;
}

function unscoredOf(items: Scorecard["items"]): PackHeader["unscored"] {
  const unscored: PackHeader["unscored"] = {};
  for (const [i, { unscored: reason }] of items.entries()) if (reason !== undefined) unscored[reason] = [...(unscored[reason] ?? []), i];
  return unscored;
}

interface Column {
  readonly distinct: readonly number[];
  readonly index: readonly number[];
  readonly width: 1 | 2 | 4;
}

function indexed(values: readonly number[]): Column {
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  const place = new Map(distinct.map((value, i) => [value, i]));
  return {
    distinct,
    index: values.map((value) => place.get(value) as number),
    width: distinct.length <= 256 ? 1 : distinct.length <= 65536 ? 2 : 4,
  };
}

/** A pack as header and matrix. Throws RangeError where the bytes are no pack, or cut short. */
export function readPack(bytes: Uint8Array): { header: PackHeader; matrix: Matrix } {
  const end = bytes.indexOf(10);
  const parsed = PackHeader.safeParse(end < 0 ? undefined : JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))));
  if (!parsed.success) throw new RangeError("pack: expected a header line of stepladder/pack/1");
  const header = parsed.data;
  const needed = end + 1 + header.statistics.reduce((sum, { distinct, width }) => sum + distinct * 8 + header.items * width, 0);
  if (bytes.length !== needed) throw new RangeError(`pack: expected ${needed} bytes, received ${bytes.length}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  let at = end + 1;
  const columns = header.statistics.map(({ id, distinct, width }) => {
    const values = Float64Array.from({ length: distinct }, (_, i) => view.getFloat64(at + i * 8, true));
    at += distinct * 8;
    const read = (i: number): number =>
      width === 1 ? view.getUint8(at + i) : width === 2 ? view.getUint16(at + i * 2, true) : view.getUint32(at + i * 4, true);
    const column = Float64Array.from({ length: header.items }, (_, i) => values[read(i)] as number);
    at += header.items * width;
    return [id, column] as const;
  });
  return { header, matrix: { items: header.items, columns: Object.fromEntries(columns) } };
}
