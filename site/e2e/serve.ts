import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const DIST = fileURLToPath(new URL("../dist/", import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".gz": "application/gzip",
};

/** Serves the built site on a free port under the base path it was built for, and says where in BASE_URL. */
export default async function serveSite(): Promise<() => Promise<void>> {
  if (!existsSync(join(DIST, "index.html"))) throw new Error("site/dist: expected a built site; run the build first");
  const base = builtBase();
  const server = serve(base);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  process.env.BASE_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`;
  return async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
}

/** Every page names the base path that it was built for. */
function builtBase(): string {
  const [, base] = /data-base="([^"]*)"/.exec(readFileSync(join(DIST, "index.html"), "utf8")) ?? [];
  if (base === undefined) throw new Error("site/dist/index.html: expected data-base on the body");
  return base;
}

function serve(base: string): Server {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const file = pathname.startsWith(base) ? fileAt(decodeURIComponent(pathname.slice(base.length))) : undefined;
    const sent = file ?? join(DIST, "404.html");
    response.writeHead(file === undefined ? 404 : 200, { "content-type": TYPES[extname(sent)] ?? "application/octet-stream" });
    createReadStream(sent).pipe(response);
  });
}

function fileAt(path: string): string | undefined {
  const file = normalize(join(DIST, path));
  if (!file.startsWith(DIST) || !existsSync(file)) return undefined;
  if (!statSync(file).isDirectory()) return file;
  const index = join(file, "index.html");
  return existsSync(index) ? index : undefined;
}
