import { csv, pngBlob, svgBlob } from "../charts/export.ts";
import type { SvgNode } from "../charts/svg.ts";
import { titled } from "../charts/titled.ts";
import { save } from "../features/scoring/result/save.ts";

/** What a download button of a chart gives. */
const FILES: Readonly<Record<string, (chart: HTMLElement) => Blob | Promise<Blob>>> = {
  svg: (chart) => svgBlob(picture(chart)),
  png: (chart) => pngBlob(picture(chart)),
  csv: (chart) => new Blob([csv(rows(chart))], { type: "text/csv" }),
};

/** The wide drawing, whatever the page shows, with title and source. */
function picture(chart: HTMLElement): SvgNode {
  const drawn = chart.querySelector<SVGElement>(".drawing svg") as SVGElement;
  return titled(nodeOf(drawn), chart.dataset.title ?? "", `${document.title}, ${location.origin}${location.pathname}`);
}

/** An element of a drawing as plain data again. */
function nodeOf(element: Element): SvgNode {
  return {
    tag: element.tagName,
    attributes: Object.fromEntries(Array.from(element.attributes, ({ name, value }) => [name, value])),
    children: Array.from(element.childNodes, (child) => (child instanceof Element ? nodeOf(child) : (child.textContent ?? ""))),
  };
}

/** The table twin with its exact numbers. */
function rows(chart: HTMLElement): string[][] {
  return Array.from(chart.querySelectorAll("tr"), ({ cells }) =>
    Array.from(cells, (cell) => cell.dataset.value ?? cell.textContent?.trim() ?? ""),
  );
}

for (const button of document.querySelectorAll<HTMLButtonElement>("[data-chart-save]")) {
  button.addEventListener("click", async () => {
    const chart = button.closest<HTMLElement>("[data-chart]") as HTMLElement;
    const kind = button.dataset.chartSave ?? "";
    const blob = await FILES[kind]?.(chart);
    if (blob !== undefined) save(blob, `${chart.dataset.file}.${kind}`);
  });
}
