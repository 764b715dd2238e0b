import type { MinedProcedure } from "@stepladder/schema";
import type { Page } from "../core/mining.ts";
import { minePage } from "./index.ts";

/** A page of this text, for tests. */
export function pageOf(text: string, more: Partial<Page> = {}): Page {
  return { id: "page.html", markup: "html", text, sha256: "0".repeat(64), ...more };
}

/** The procedures of a page of this text. */
export function mined(text: string, more?: Partial<Page>): MinedProcedure[] {
  const found = minePage(pageOf(text, more));
  if (!Array.isArray(found)) throw new Error(`${found.kind}: ${found.found}`);
  return found;
}

/** The steps of the only procedure of a page, as text. */
export function stepsOf(text: string, more?: Partial<Page>): string[] {
  const found = mined(text, more);
  if (found.length !== 1) throw new Error(`expected one procedure, found ${found.length}`);
  return (found[0] as MinedProcedure).steps.map((step) => step.text);
}
