import { createHash } from "node:crypto";
import type { Failure, Page } from "../core/mining.ts";
import { decodePage } from "./charset.ts";

/** What is known of a page's bytes from where they were. */
export interface Found extends Pick<Page, "id" | "url" | "file" | "markup"> {
  /** Value of a Content-Type header, charset and all. */
  readonly type?: string | undefined;
  /** Value of a Content-Language header; of several languages the first. */
  readonly language?: string | undefined;
  /** What the bytes hold, in messages; else `page`. */
  readonly noun?: string;
}

/** A page from its bytes; a failure where they are no text. */
export function pageOf({ type, language, noun = "page", ...page }: Found, bytes: Uint8Array): Page | Failure {
  const text = decodePage(bytes, charsetOf(type));
  if (text.slice(0, SAMPLE).includes("\0")) return notText(page.id, noun);
  const lang = language?.split(",")[0]?.trim();
  return { ...page, text, sha256: createHash("sha256").update(bytes).digest("hex"), ...(lang ? { lang } : {}) };
}

/** Characters within which a file that is no text shows it. */
const SAMPLE = 1024;

/** The charset of a Content-Type, where it names one. */
function charsetOf(type: string | undefined): string | undefined {
  return /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(type ?? "")?.[1];
}

/** How a page of this Content-Type is parsed; absent: it is no page. */
export function markupOf(type: string | undefined): Page["markup"] | undefined {
  const essence = (type ?? "text/html").split(";")[0]?.trim().toLowerCase();
  return essence === "text/html" || essence === "application/xhtml+xml" ? "html" : undefined;
}

function notText(id: string, noun: string): Failure {
  return {
    id,
    kind: "not-text",
    expected: `text, as a ${noun} is`,
    found: "binary data",
    fix: `look at what the file holds; leave it out if it is no ${noun}`,
  };
}
