import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { CommandError } from "./errors.ts";

/** Where `npm run build` leaves the site. */
const DIST = fileURLToPath(new URL("../../site/dist/", import.meta.url));

const BEING_BUILT = 'The site is being built, or its build failed: wait for it, or run "npm run build" again.\n';

const TYPES: Readonly<Record<string, string>> = {
  ".bib": "application/x-bibtex; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".gz": "application/gzip",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".tex": "application/x-tex; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".xml": "application/xml; charset=utf-8",
};

/** A running server: its address with the base path, and how to end it. */
export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the built site on this machine only, under the base path it was built for; port 0 takes a free one. */
export async function serveSite(port: number): Promise<Served> {
  if (!existsSync(join(DIST, "index.html"))) throw new CommandError('site: expected site/dist, found no built site; run "npm run build"');
  const base = builtBase();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const file = pathname.startsWith(base) ? fileAt(pathname.slice(base.length)) : undefined;
    const sent = file ?? fileAt("404.html");
    if (sent === undefined) return void response.writeHead(503, { "content-type": TYPES[".txt"] }).end(BEING_BUILT);
    response.writeHead(file === undefined ? 404 : 200, {
      "content-type": TYPES[extname(sent)] ?? "application/octet-stream",
      "content-length": statSync(sent).size,
    });
    // A build that empties the folder meanwhile ends the answer, not the server.
    if (request.method === "HEAD") response.end();
    else
      createReadStream(sent)
        .on("error", () => response.destroy())
        .pipe(response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) =>
      reject(new CommandError(`port ${port}: expected a free port, found ${cause.code}; choose another with --port`, { cause })),
    );
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    async close() {
      // Keep-alive connections would hold the process.
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Every page names the base path that it was built for. */
function builtBase(): string {
  const [, base] = /data-base="([^"]*)"/.exec(readFileSync(join(DIST, "index.html"), "utf8")) ?? [];
  if (base === undefined) throw new CommandError('site: expected data-base on the pages of site/dist, found none; run "npm run build"');
  return base;
}

/** The file of a path below the site, or the index of a folder; nothing outside it. */
function fileAt(path: string): string | undefined {
  const file = normalize(join(DIST, decoded(path)));
  if (!file.startsWith(DIST) || !existsSync(file)) return undefined;
  if (!statSync(file).isDirectory()) return file;
  const index = join(file, "index.html");
  return existsSync(index) ? index : undefined;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
