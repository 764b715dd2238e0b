import type { FileHasher } from "./hash.ts";

/** What hashing needs of the kernels. */
interface HashExports {
  readonly memory: WebAssembly.Memory;
  heapBase(): number;
  /** Documented in lib/sha256.as.ts. */
  sha256Blocks(state: number, blocks: number, count: number, schedule: number): void;
}

/** The hash value before the first block: square roots of the first eight primes (FIPS 180-4, 5.3.3). */
const START = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];
const BLOCK = 64;
const SCHEDULE = 256;
/** Bytes that are folded in at a time. */
const BUFFER = 1 << 16;

/** A running sha256 in an instance of the kernels of its own: an instance holds one hash value. */
export async function wasmHasher(module: WebAssembly.Module): Promise<FileHasher> {
  const { exports } = await WebAssembly.instantiate(module, {});
  return new WasmHasher(exports as unknown as HashExports);
}

class WasmHasher implements FileHasher {
  readonly #kernel: HashExports;
  readonly #state: number;
  /** Room for what waits, and for what is folded in beside it. */
  readonly #buffer: Uint8Array;
  /** Bytes in the buffer, and bytes given in all. */
  #waiting = 0;
  #length = 0;

  constructor(kernel: HashExports) {
    this.#kernel = kernel;
    this.#state = Math.ceil(kernel.heapBase() / 16) * 16;
    const missing = this.#at + BUFFER - kernel.memory.buffer.byteLength;
    if (missing > 0) kernel.memory.grow(Math.ceil(missing / 65536));
    this.#buffer = new Uint8Array(kernel.memory.buffer, this.#at, BUFFER);
    new Uint32Array(kernel.memory.buffer, this.#state, START.length).set(START);
  }

  update(chunk: Uint8Array): void {
    this.#length += chunk.length;
    for (let from = 0; from < chunk.length; ) {
      const taken = chunk.subarray(from, from + BUFFER - this.#waiting);
      this.#buffer.set(taken, this.#waiting);
      this.#waiting += taken.length;
      from += taken.length;
      this.#fold();
    }
  }

  digest(): string {
    // A one bit, zeros up to the last 8 bytes of a block, and the number of bits.
    const padding = new Uint8Array(BLOCK * (this.#length % BLOCK < BLOCK - 8 ? 1 : 2) - (this.#length % BLOCK));
    padding[0] = 0x80;
    new DataView(padding.buffer).setBigUint64(padding.length - 8, BigInt(this.#length) * 8n);
    this.update(padding);
    const words = new Uint32Array(this.#kernel.memory.buffer, this.#state, START.length);
    return Array.from(words, (word) => word.toString(16).padStart(8, "0")).join("");
  }

  get #at(): number {
    return this.#state + START.length * 4 + SCHEDULE;
  }

  /** Folds in the whole blocks that wait; the rest moves to the front. */
  #fold(): void {
    const blocks = Math.floor(this.#waiting / BLOCK);
    this.#kernel.sha256Blocks(this.#state, this.#at, blocks, this.#state + START.length * 4);
    this.#buffer.copyWithin(0, blocks * BLOCK, this.#waiting);
    this.#waiting -= blocks * BLOCK;
  }
}
