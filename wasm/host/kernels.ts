/** What every wasm module exports. */
export interface ModuleExports {
  readonly memory: WebAssembly.Memory;
  /** First byte the host may use. */
  heapBase(): number;
}

/** Exports of the one wasm module that scores; each family's `abi.ts` documents its own. */
export interface KernelExports extends ModuleExports {
  statesMatch(
    count: number,
    goldItems: number,
    goldStates: number,
    goldBytes: number,
    items: number,
    predStates: number,
    predOffsets: number,
    predBytes: number,
    rows: number,
  ): void;
  labelsCompare(
    predictions: number,
    goldItems: number,
    goldSteps: number,
    goldLabels: number,
    goldCounted: number,
    items: number,
    predLists: number,
    predSteps: number,
    predOrders: number,
    predLabels: number,
    rows: number,
  ): void;
  judgmentsMeasure(...pointers: number[]): void;
  /** The kernels of families that only some items ask for (metrics/asked.ts): pointers in the order that their `abi.ts` tells. */
  rankingMeasure(...pointers: number[]): void;
  completionMeasure(...pointers: number[]): void;
  scriptsMeasure(...pointers: number[]): void;
  ordersMeasure(...pointers: number[]): void;
  recognitionMeasure(...pointers: number[]): void;
  /** Behind its pointers it takes the number of tags. */
  tagsMeasure(...pointers: number[]): void;
  captionsIndex(gold: number): void;
  captionsMeasure(
    count: number,
    gold: number,
    items: number,
    answered: number,
    predicted: number,
    pairStarts: number,
    pairs: number,
    starts: number,
    words: number,
    rows: number,
  ): void;
  captionsAlign(
    count: number,
    gold: number,
    pairStarts: number,
    pairs: number,
    starts: number,
    words: number,
    stems: number,
    rows: number,
  ): void;
  /** The kernels of checks, which take counts and pointers in the order that checks/kernel.as.ts names them. */
  checksMatch(...pointers: number[]): void;
  checksRepeats(...pointers: number[]): void;
  checksOrder(...pointers: number[]): void;
  groundingMeasure(...pointers: number[]): void;
  detectionMatch(
    count: number,
    thresholds: number,
    thresholdCount: number,
    goldGroups: number,
    goldSpans: number,
    marks: number,
    spans: number,
    scores: number,
    locks: number,
    lockCount: number,
    classCount: number,
    scratch: number,
    ranked: number,
    hits: number,
  ): void;
  gradesMeasure(...pointers: number[]): void;
  plansMeasure(...pointers: number[]): void;
  textsMeasure(...pointers: number[]): void;
  framesMeasure(...pointers: number[]): void;
  framesSplit(
    features: number,
    frames: number,
    dims: number,
    steps: number,
    least: number,
    scratch: number,
    cuts: number,
    stds: number,
  ): void;
  /** Takes a count, then pointers in the order that severity/kernel.as.ts names them. */
  severityMeasure(...pointers: number[]): void;
  graphsMatch(
    count: number,
    goldNodes: number,
    goldStarts: number,
    goldArcs: number,
    orderStarts: number,
    orders: number,
    items: number,
    predNodes: number,
    predStarts: number,
    predArcs: number,
    scratch: number,
    rows: number,
  ): void;
  graphsEdits(
    count: number,
    goldNodes: number,
    goldStarts: number,
    goldArcs: number,
    items: number,
    predNodes: number,
    predStarts: number,
    predArcs: number,
    budget: number,
    scratch: number,
    rows: number,
  ): void;
  pointingHits(
    count: number,
    goldItems: number,
    goldStarts: number,
    goldWindows: number,
    items: number,
    pointStarts: number,
    points: number,
    rows: number,
  ): void;
  pointingAssign(
    frames: number,
    steps: number,
    costs: number,
    exactlyOne: number,
    background: number,
    scratch: number,
    assigned: number,
  ): void;
  segmentsMatch(
    count: number,
    goldStarts: number,
    goldFrames: number,
    items: number,
    predStarts: number,
    predFrames: number,
    runs: number,
    vectors: number,
    rows: number,
  ): void;
  statsBootstrap(
    seed: number,
    from: number,
    draws: number,
    clusters: number,
    room: number,
    bits: number,
    bitColumns: number,
    panels: number,
    pairs: number,
    scratch: number,
    sums: number,
  ): void;
  statsSwaps(
    seed: number,
    from: number,
    draws: number,
    clusters: number,
    room: number,
    columns: number,
    columnCount: number,
    scratch: number,
    sums: number,
  ): void;
  statsPlaces(systems: number, room: number, worths: number, places: number): void;
  statsSquares(systems: number, room: number, worths: number, points: number, squares: number): void;
  statsLargest(systems: number, room: number, worths: number, points: number, scales: number, largest: number): void;
  statsSort(values: number, n: number, scratch: number): void;
  minhashSketch(count: number, texts: number, starts: number, coefficients: number, scratch: number, sketches: number): void;
  minhashShingles(count: number, texts: number, starts: number, scratch: number, shingles: number, lists: number): void;
  minhashSuspects(count: number, sketches: number, slots: number, table: number, marks: number): void;
  /** In the order that mining/minhash/twins.as.ts names them. */
  minhashTwins(...given: number[]): void;
}

/** One instance: the kernels and the memory they share with the host. */
export interface Kernels<Exports extends ModuleExports = KernelExports> {
  readonly exports: Exports;
  readonly arena: Arena;
  /** sha256 of the wasm file, as every scorecard names it. */
  readonly sha256: string;
}

const PAGE = 65536;
/** Kernels read 16 bytes at a time, so every column is followed by room to over-read. */
const PAD = 16;

/** A column as the host hands it over. */
export type Words = Int32Array | Uint32Array | Uint8Array | Float32Array | Float64Array;

/** A bump allocator over the module's memory: the host owns every byte, kernels never allocate. Pointers are bytes. */
export class Arena {
  readonly #memory: WebAssembly.Memory;
  #top: number;

  constructor(memory: WebAssembly.Memory, base: number) {
    this.#memory = memory;
    this.#top = align(base);
  }

  /** Where the arena stands; `release(mark)` frees all that was put after it. */
  mark(): number {
    return this.#top;
  }

  release(mark: number): void {
    this.#top = mark;
  }

  /** Room for `length` bytes, not cleared. Throws RangeError when 4 GiB are not enough. */
  alloc(length: number): number {
    const at = this.#top;
    this.#top = align(at + length + PAD);
    const missing = this.#top - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE));
    return at;
  }

  /** Copies a column in and says where it lies. */
  put(column: Words): number {
    const at = this.alloc(column.byteLength);
    // A fresh view each time: growing the memory detaches the old ones.
    new Uint8Array(this.#memory.buffer, at, column.byteLength).set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
    return at;
  }

  /** Copies `length` doubles out. */
  doubles(at: number, length: number): Float64Array<ArrayBuffer> {
    return new Float64Array(this.#memory.buffer.slice(at, at + length * 8) as ArrayBuffer);
  }

  /** Copies `length` u32 out. */
  words(at: number, length: number): Uint32Array<ArrayBuffer> {
    return new Uint32Array(this.#memory.buffer.slice(at, at + length * 4) as ArrayBuffer);
  }

  /** Room for `length` bytes, all 0. */
  zeros(length: number): number {
    const at = this.alloc(length);
    new Uint8Array(this.#memory.buffer, at, length).fill(0);
    return at;
  }
}

function align(byte: number): number {
  return Math.ceil(byte / 16) * 16;
}

/** Instantiates the kernels; each worker has an instance of its own. */
export async function instantiate<Exports extends ModuleExports = KernelExports>(
  module: WebAssembly.Module,
  sha256: string,
): Promise<Kernels<Exports>> {
  const instance = await WebAssembly.instantiate(module, {});
  const exports = instance.exports as unknown as Exports;
  return { exports, arena: new Arena(exports.memory, exports.heapBase()), sha256 };
}
