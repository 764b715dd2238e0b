import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a stand-in for an endpoint received: `messages` of a chat, or `input`, texts to embed, which are empty in the other. */
export interface Received {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly input: readonly string[];
}

/** How it answers: a text, vectors, a status (with seconds to wait), a body that is none of these, or never. */
export type Reply =
  | { readonly text: string; readonly cut?: boolean }
  | { readonly vectors: readonly (readonly unknown[])[] }
  | { readonly status: number; readonly retryAfter?: number }
  | { readonly body: string }
  | "stall"
  | "stall in the body"
  | "hang up";

/** A stand-in for an OpenAI-compatible endpoint on a port of its own. */
export class Endpoint {
  readonly received: Received[] = [];
  /** Most requests that were under way at once. */
  most = 0;
  #under = 0;
  readonly #server: Server;

  private constructor(answer: (received: Received, nth: number) => Reply, delayMs: number) {
    this.#server = createServer(async (request, response) => {
      this.most = Math.max(this.most, ++this.#under);
      response.on("close", () => this.#under--);
      const received = { messages: [], input: [], ...(JSON.parse(await textOf(request)) as Partial<Received> & { model: string }) };
      this.received.push(received);
      if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
      send(response, answer(received, this.received.length - 1));
    });
  }

  static async open(answer: (received: Received, nth: number) => Reply, delayMs = 0): Promise<Endpoint> {
    const endpoint = new Endpoint(answer, delayMs);
    await new Promise<void>((resolve) => endpoint.#server.listen(0, "127.0.0.1", resolve));
    return endpoint;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  return Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>)).toString();
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply === "stall") return;
  if (reply === "hang up") {
    response.destroy();
    return;
  }
  if (reply === "stall in the body") {
    response.writeHead(200, { "content-type": "application/json" }).write('{"choices":');
    return;
  }
  if ("status" in reply) {
    response.writeHead(reply.status, reply.retryAfter === undefined ? {} : { "retry-after": String(reply.retryAfter) });
    response.end('{"error": {"message": "not now"}}');
    return;
  }
  response.writeHead(200, { "content-type": "application/json" }).end("body" in reply ? reply.body : JSON.stringify(bodyOf(reply)));
}

function bodyOf(reply: { readonly text: string; readonly cut?: boolean } | { readonly vectors: readonly (readonly unknown[])[] }): object {
  if ("vectors" in reply)
    return { data: reply.vectors.map((embedding, index) => ({ index, embedding })), usage: { prompt_tokens: 100, total_tokens: 100 } };
  return {
    choices: [{ index: 0, message: { role: "assistant", content: reply.text }, finish_reason: reply.cut === true ? "length" : "stop" }],
    usage: { prompt_tokens: 100, completion_tokens: 10 },
  };
}

/** Replies by a script: of its lines `{"contains": ..., "text": ...}` the first whose text stands in the last message; a request that none fits is a fault. */
export function scripted(lines: string): (received: Pick<Received, "messages">) => Reply {
  const rules = lines
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as { readonly contains: string; readonly text: string });
  return ({ messages }) => rules.find(({ contains }) => messages.at(-1)?.content.includes(contains)) ?? { status: 400 };
}
