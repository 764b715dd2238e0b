import { root } from "astro:config/server";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

// From the site's own folder: when the build runs, this code lies elsewhere.
const { resolve } = createRequire(new URL("package.json", root));

let renderer: Promise<void> | undefined;

/** A drawing without text as a PNG of the given width, in pixels: the same bytes on every machine. */
export async function pngOf(svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> {
  renderer ??= readFile(resolve("@resvg/resvg-wasm/index_bg.wasm")).then((bytes) => initWasm(bytes));
  await renderer;
  const drawn = new Resvg(svg, { fitTo: { mode: "width", value: width } });
  return new Uint8Array(drawn.render().asPng());
}

/** A file of a package, from the package's own name on. */
export function packageFile(name: string): Promise<Buffer> {
  return readFile(resolve(name));
}
