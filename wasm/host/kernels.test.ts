import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { fetchKernels, loadKernels as loadInBrowser } from "./browser.ts";
import { Arena } from "./kernels.ts";
import { loadKernels } from "./node.ts";

describe("the arena", () => {
  const arena = () => {
    const memory = new WebAssembly.Memory({ initial: 1 });
    return { memory, arena: new Arena(memory, 1001) };
  };

  it("starts at the next multiple of 16 and keeps every column on one, with 16 bytes to over-read", () => {
    const own = arena().arena;
    expect([own.put(Uint8Array.of(1)), own.put(Int32Array.of(1, 2, 3, 4)), own.put(new Uint8Array(0)), own.mark()]).toEqual([
      1008, 1040, 1072, 1088,
    ]);
  });

  it("grows as it needs and keeps what it holds", () => {
    const { memory, arena: own } = arena();
    const at = own.put(Float64Array.of(0.1, -0));
    const large = own.put(new Uint8Array(200_000).fill(7));
    expect(memory.buffer.byteLength).toBeGreaterThanOrEqual(large + 200_000 + 16);
    expect([...own.doubles(at, 2)]).toEqual([0.1, -0]);
    expect(new Uint8Array(memory.buffer)[large + 199_999]).toBe(7);
  });

  it("frees what was put after a mark, and nothing before it", () => {
    const { arena: own } = arena();
    const kept = own.put(Float64Array.of(1));
    const mark = own.mark();
    const first = own.put(Float64Array.of(2));
    own.release(mark);
    expect(own.put(Float64Array.of(3))).toBe(first);
    expect([...own.doubles(kept, 1)]).toEqual([1]);
  });

  it("copies part of a larger array, not the buffer behind it", () => {
    const { arena: own } = arena();
    const at = own.put(Float64Array.of(1, 2, 3, 4).subarray(1, 3));
    expect([...own.doubles(at, 2)]).toEqual([2, 3]);
  });
});

describe("the kernels in a browser", () => {
  it("are those of Node, by their hash, whatever type the server says they are", async () => {
    const bytes = await readFile(new URL("../build/kernels.wasm", import.meta.url));
    const server = createServer((request, response) => {
      response.writeHead(request.url === "/kernels.wasm" ? 200 : 404, { "content-type": "text/plain" });
      response.end(request.url === "/kernels.wasm" ? bytes : "not here");
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      const fetched = await fetchKernels(`${origin}/kernels.wasm`);
      expect(fetched.sha256).toBe((await loadKernels()).sha256);
      // One fetch is enough for any number of instances, each with a memory of its own.
      const [one, two] = await Promise.all([loadInBrowser(fetched), loadInBrowser(fetched)]);
      expect(one.exports.memory).not.toBe(two.exports.memory);
      await expect(fetchKernels(`${origin}/elsewhere.wasm`)).rejects.toThrow(
        `kernels at ${origin}/elsewhere.wasm: expected the wasm file, received HTTP 404`,
      );
    } finally {
      server.close();
    }
  });
});
