/** Bytes in order, in pieces of at most 32 KiB: text of larger ones is kept apart in Chromium and freed late, which costs 100 MB and more. */
export type Chunks = AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined>;

const LARGEST = 2 ** 15;

/** Reads a stream to its end; throws `signal.reason` as soon as the signal aborts, also while a read is pending. */
export async function* chunksOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>, signal?: AbortSignal): Chunks {
  const reader = stream.getReader();
  const cancel = () => reader.cancel(signal?.reason).catch(() => {});
  signal?.addEventListener("abort", cancel);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      signal?.throwIfAborted();
      if (done) return;
      for (let start = 0; start < value.length; start += LARGEST) {
        yield value.length <= LARGEST ? value : value.subarray(start, start + LARGEST);
        signal?.throwIfAborted();
      }
    }
  } finally {
    signal?.removeEventListener("abort", cancel);
    await cancel();
  }
}

/** Passes chunks on and shows each to `see` first. */
export async function* tap(chunks: Chunks, see: (chunk: Uint8Array) => void): Chunks {
  for await (const chunk of chunks) {
    see(chunk);
    yield chunk;
  }
}

/** Reads at least `size` bytes ahead (fewer where the input ends), and gives them again in `chunks`. */
export async function peek(input: Chunks, size: number): Promise<{ head: Uint8Array; chunks: Chunks }> {
  let head: Uint8Array<ArrayBuffer> = new Uint8Array();
  while (head.length < size) {
    const { done, value } = await input.next();
    if (done) break;
    head = head.length === 0 ? value : concat([head, value]);
  }
  return { head, chunks: followedBy(head, input) };
}

async function* followedBy(head: Uint8Array<ArrayBuffer>, rest: Chunks): Chunks {
  if (head.length > 0) yield head;
  yield* rest;
}

/** All pieces as one. */
export function concat(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
