import { stat } from "node:fs/promises";
import { Marked } from "marked";
import type { Failure, Page, Reader } from "../core/mining.ts";
import { namedLike, readUnitFile } from "./file.ts";
import { pageOf } from "./page.ts";

const marked = new Marked({ gfm: true });

/** Markdown files as the HTML that they stand for; one file is one page and one unit. */
export const markdown: Reader = {
  id: "markdown",
  title: "Markdown files (.md, .markdown, each plain or .gz)",
  accepts: namedLike(/\.(md|markdown)(\.gz)?$/i),
  async *split(path, name) {
    yield { reader: "markdown", id: name, size: (await stat(path)).size, at: { path } };
  },
  async *read(unit, signal) {
    const bytes = await readUnitFile(unit, signal);
    if (!(bytes instanceof Uint8Array)) {
      yield bytes;
      return;
    }
    const page = pageOf({ id: unit.id, file: unit.id, markup: "html" }, bytes);
    yield "text" in page ? rendered(page) : page;
  },
};

/** Front matter (`---`, or `+++` as Hugo takes it) is no text; the title that it names is the page's. */
const FRONT_MATTER = /^\uFEFF?(---|\+\+\+)\r?\n([\s\S]*?)\r?\n\1\s*(?:\r?\n|$)/;

function rendered(page: Page): Page | Failure {
  const [front = "", , fields = ""] = FRONT_MATTER.exec(page.text) ?? [];
  const title = /^title\s*[:=]\s*(["']?)(.+?)\1\s*$/m.exec(fields)?.[2];
  const body = marked.parse(page.text.slice(front.length), { async: false });
  return { ...page, text: title === undefined ? body : `<title>${escaped(title)}</title>\n${body}` };
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
