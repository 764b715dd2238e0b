import { type Chunks, chunksOf, concat } from "./bytes.ts";
import { FileProblem } from "./raw.ts";

const HEADER = 10;
const MOST_RETRIES = 8;

/**
 * Decompresses gzip, also of several members (`cat a.gz b.gz`, bgzip). `DecompressionStream` refuses whatever follows the first
 * member, and does not say where it ended, so the input is cut wherever a gzip header seems to start. Such ten bytes turn up by
 * chance within a member about once in 500 GB; the member then seems truncated, and is read again without that cut.
 */
export async function* gunzip(file: string, first: Chunks, reopen: () => Chunks): Chunks {
  const chance = new Set<number>();
  let given = 0;
  for (let input = first; ; input = reopen()) {
    const members = new Members(input, chance);
    let skip = given;
    try {
      for await (const chunk of members.decompress()) {
        const fresh = chunk.subarray(Math.min(skip, chunk.length));
        skip -= chunk.length - fresh.length;
        given += fresh.length;
        if (fresh.length > 0) yield fresh;
      }
      return;
    } catch (cause) {
      if (!(cause instanceof Damaged)) throw cause;
      if (members.cut === undefined || chance.size === MOST_RETRIES) throw damagedGzip(file, cause);
      chance.add(members.cut);
    }
  }
}

class Damaged extends Error {}

class Members {
  /** Offset at which the current member was ended because a header seemed to follow. */
  cut: number | undefined;
  readonly #input: Chunks;
  readonly #chance: ReadonlySet<number>;
  #rest: Uint8Array<ArrayBuffer> = new Uint8Array();
  #offset = 0;
  #start = 0;
  #ended = false;

  constructor(input: Chunks, chance: ReadonlySet<number>) {
    this.#input = input;
    this.#chance = chance;
  }

  async *decompress(): Chunks {
    do {
      this.#start = this.#offset;
      this.cut = undefined;
      yield* this.#member();
    } while (this.cut !== undefined);
  }

  async *#member(): Chunks {
    let failure: unknown;
    const compressed = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: async (controller) => {
        try {
          const piece = await this.#piece();
          if (piece === undefined) controller.close();
          else controller.enqueue(piece);
        } catch (error) {
          failure = error;
          throw error;
        }
      },
    });
    try {
      yield* chunksOf(compressed.pipeThrough(new DecompressionStream("gzip")));
    } catch (cause) {
      throw failure ?? new Damaged("gzip", { cause });
    }
  }

  /** The next piece of the current member, or nothing where it ends. */
  async #piece(): Promise<Uint8Array<ArrayBuffer> | undefined> {
    while (!this.#ended && this.#rest.length < HEADER) {
      const { done, value } = await this.#input.next();
      if (done) this.#ended = true;
      else this.#rest = concat([this.#rest, value]);
    }
    if (this.#rest.length === 0 || this.cut !== undefined) return undefined;
    const next = this.#nextHeader();
    if (next !== undefined) this.cut = this.#offset + next;
    const size = next ?? (this.#ended ? this.#rest.length : this.#rest.length - HEADER + 1);
    const piece = this.#rest.subarray(0, size);
    this.#rest = this.#rest.subarray(size);
    this.#offset += size;
    return piece;
  }

  #nextHeader(): number | undefined {
    const bytes = this.#rest;
    for (let at = bytes.indexOf(0x1f); at >= 0; at = bytes.indexOf(0x1f, at + 1)) {
      const offset = this.#offset + at;
      if (isHeader(bytes, at) && offset > this.#start && !this.#chance.has(offset)) return at;
    }
    return undefined;
  }
}

/** RFC 1952: magic, deflate, no reserved, text or header-checksum flag, a known compression level and system. */
function isHeader(bytes: Uint8Array, at: number): boolean {
  if (at + HEADER > bytes.length || bytes[at + 1] !== 0x8b || bytes[at + 2] !== 8) return false;
  const [flags, level, system] = [bytes[at + 3]!, bytes[at + 8]!, bytes[at + 9]!];
  return (flags & 0b1110_0011) === 0 && (level === 0 || level === 2 || level === 4) && (system <= 13 || system === 255);
}

function damagedGzip(file: string, cause: unknown): FileProblem {
  return new FileProblem(
    {
      kind: "damaged-gzip",
      file,
      expected: "a whole gzip file",
      found: "gzip data that is cut short, damaged, or followed by other bytes",
      fix: "check it with `gzip -t`; download or compress it again",
    },
    { cause },
  );
}
