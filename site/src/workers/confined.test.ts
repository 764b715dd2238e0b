import { expect, test } from "vitest";
import { confine } from "./confined.ts";

/** A worker's globals, some of which it inherits. */
function scope() {
  const asked: Request[] = [];
  const inherited = { indexedDB: {}, fetch: undefined as unknown };
  const own = Object.assign(Object.create(inherited), {
    Request,
    WebSocket,
    fetch: async (request: Request) => {
      asked.push(request);
      return new Response("ok");
    },
  });
  return { own, inherited, asked };
}

test("a confined worker fetches from its own site only, whatever it asks for", async () => {
  const { own, asked } = scope();
  confine(own);
  await own.fetch("http://localhost/gold.jsonl.gz", { mode: "no-cors", method: "POST" });
  expect(asked.map(({ mode, method }) => [mode, method])).toEqual([["same-origin", "POST"]]);
});

test("what it does not need is gone for good, inherited or not", () => {
  const { own, inherited } = scope();
  confine(own);
  expect(own.WebSocket).toBeUndefined();
  expect(own.indexedDB).toBeUndefined();
  expect(inherited.indexedDB).toBeUndefined();
  expect(() => {
    own.WebSocket = WebSocket;
  }).toThrow(TypeError);
  expect(() => delete own.fetch).toThrow(TypeError);
});
