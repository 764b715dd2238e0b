import { afterEach, expect, test, vi } from "vitest";
import { fromBlob } from "./source.ts";
import { writeZip } from "./write-zip.ts";
import { openZip } from "./zip.ts";

afterEach(() => vi.useRealTimers());

test("files come out of a zip as they went in, and the same files are the same bytes", async () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const files = [
    { path: "b/größe.json", bytes: bytes("{}\n") },
    { path: "a.bin", bytes: Uint8Array.from({ length: 70_000 }, (_, i) => i % 251) },
  ];
  const zip = await writeZip(files);
  const members = await openZip(fromBlob("x.zip", zip), "x.zip", {});
  const read = await Promise.all(
    members.map(async ({ name, open }) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of open()) chunks.push(chunk);
      return { path: name, bytes: new Uint8Array(Buffer.concat(chunks)) };
    }),
  );
  expect(read).toEqual(files.toReversed());
  vi.useFakeTimers({ now: Date.now() + 3_600_000, toFake: ["Date"] });
  expect(await (await writeZip(files)).arrayBuffer()).toEqual(await zip.arrayBuffer());
});
