import { csvCell } from "@stepladder/wasm/host/csv.ts";
import { type SvgNode, standalone } from "./svg.ts";

/** The drawing as a file. */
export function svgBlob(node: SvgNode): Blob {
  return new Blob([standalone(node)], { type: "image/svg+xml" });
}

/** The drawing as a PNG at twice its size, for slides. Browser only. */
export async function pngBlob(node: SvgNode): Promise<Blob> {
  const width = Number(node.attributes.width);
  const height = Number(node.attributes.height);
  const address = URL.createObjectURL(svgBlob(node));
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width * 2;
    canvas.height = height * 2;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob === null ? reject(new Error(`no PNG of ${width} x ${height} pixels`)) : resolve(blob)), "image/png");
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Rows as CSV (RFC 4180). */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return `${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}
