import { createHash, type Hash, hash } from "node:crypto";
import { open } from "node:fs/promises";
import { extensionOf, type Input, type Source, sourcesOf } from "./inputs.ts";
import { codeHash } from "./kept.ts";
import type { Unit } from "./mining.ts";
import { writeWhole } from "./output.ts";
import type { Judging, Shard } from "./shard.ts";

/** What decides, beside the pages, what a shard's result is. */
const CODE = [
  "data/schema/procedure.ts",
  "pipeline/core/mine-shard.ts",
  "pipeline/core/mining.ts",
  "pipeline/core/shard.ts",
  "pipeline/filters",
  "pipeline/miners",
  "pipeline/readers",
  "pipeline/package.json",
  "wasm/intake",
  "wasm/build/kernels.wasm",
  "wasm/metrics/checks",
];

/** Hash of the code that mines: other code, other shards. */
export const codeVersion = (): Promise<string> => codeHash(CODE);

/** What a run has before it. */
export interface Plan {
  readonly path: string;
  readonly shards: number;
  readonly size: number;
  /** Files that no reader takes, by extension. */
  readonly passedOver: Readonly<Record<string, number>>;
}

/** Splits the inputs into shards, a line each: a plan may be longer than memory. */
export async function writePlan(path: string, inputs: readonly Input[], judging: Judging, signal: AbortSignal): Promise<Plan> {
  const code = await codeVersion();
  const passedOver: Record<string, number> = {};
  const passOver = (name: string): void => {
    const extension = extensionOf(name);
    passedOver[extension] = (passedOver[extension] ?? 0) + 1;
  };
  let shards = 0;
  let size = 0;
  async function* lines(): AsyncGenerator<string> {
    for await (const shard of shardsOf(unitsOf(sourcesOf(inputs, passOver), signal), { code, ...judging })) {
      shards++;
      size += shard.size;
      yield `${JSON.stringify(shard)}\n`;
    }
  }
  await writeWhole(path, lines(), signal);
  return { path, shards, size, passedOver };
}

/** The shards of a plan, in order. */
export async function* readPlan({ path }: Plan): AsyncGenerator<Shard> {
  const file = await open(path);
  try {
    for await (const line of file.readLines({ autoClose: false })) yield JSON.parse(line) as Shard;
  } finally {
    await file.close();
  }
}

/** What all shards of a run depend on, beside their units. */
type Basis = Judging & { readonly code: string };

interface Stamped {
  readonly unit: Unit;
  readonly stamp: string;
  readonly remote: boolean;
}

async function* unitsOf(sources: AsyncIterable<Source>, signal: AbortSignal): AsyncGenerator<Stamped> {
  for await (const { reader, place, name, stamp } of sources)
    for await (const unit of reader.split(place, name, signal)) yield { unit, stamp, remote: reader.remote ?? false };
}

/** A shard is closed once it has this many bytes or units. */
const MOST_BYTES = 8_000_000;
const MOST_UNITS = 256;
/** And after one unit in so many, told from its name: a page that comes or goes changes its own shard, not where all later ones begin. */
const CUT = 32;

async function* shardsOf(units: AsyncIterable<Stamped>, basis: Basis): AsyncGenerator<Shard> {
  let shard = new OpenShard(basis);
  for await (const stamped of units) {
    shard.add(stamped);
    if (!shard.isFull()) continue;
    yield shard.close();
    shard = new OpenShard(basis);
  }
  if (shard.units.length > 0) yield shard.close();
}

class OpenShard {
  readonly units: Unit[] = [];
  #size = 0;
  #passing = false;
  readonly #judging: Judging;
  readonly #key: Hash;

  constructor({ code, ...judging }: Basis) {
    this.#judging = judging;
    this.#key = createHash("sha256").update(JSON.stringify({ code, ...judging }));
  }

  add({ unit, stamp, remote }: Stamped): void {
    this.units.push(unit);
    this.#size += unit.size;
    this.#passing ||= remote;
    this.#key.update(`${JSON.stringify([unit, stamp])}\n`);
  }

  isFull(): boolean {
    const last = hash("sha256", this.units.at(-1)?.id ?? "", "buffer");
    return this.#size >= MOST_BYTES || this.units.length >= MOST_UNITS || (last[0] as number) % CUT === 0;
  }

  close(): Shard {
    return { key: this.#key.digest("hex"), units: this.units, ...this.#judging, size: this.#size, passing: this.#passing };
  }
}
